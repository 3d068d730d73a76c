package cli

import (
	"context"
	"fmt"

	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
)

// show prints one page as a voice would read it.
func show(ctx context.Context, env Env, args []string) (int, error) {
	fs := env.flags("vigil show", "[--archive PATH] [--lang xx] ROUTE")
	path := fs.String("archive", "", "archive `folder` instead of the bundled one")
	lang := fs.String("lang", "", "`language` of the page; the archive's own without it")
	if err := parse(fs, args, 1); err != nil {
		return misuse, err
	}
	if _, err := route.Parse(fs.Arg(0)); err != nil {
		return misuse, misused{err}
	}
	p, err := newPhotographer(ctx, env, *path, languages(*lang)...)
	if err != nil {
		return misuse, err
	}
	p.open(fs.Arg(0), 1920, 1080)
	if err := voice.Print(env.Out, p.shell.Screen().Outline()); err != nil {
		return found, err
	}
	if p.shell.Screen().Lost {
		return found, fmt.Errorf("open %s: %w", fs.Arg(0), content.ErrNotFound)
	}
	return good, nil
}
