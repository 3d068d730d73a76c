package cli

import (
	"context"
	"fmt"
	"path/filepath"

	"vigil/content"
	"vigil/content/route"
)

const previewArgs = "DIR [--lang xx] [--open ROUTE] [--size WxH]"

// preview shows a folder in a window while a curator writes in it.
func preview(ctx context.Context, env Env, args []string) (int, error) {
	var p Preview
	flags := env.flags("vigil preview", previewArgs)
	lang := flags.String("lang", "", "`language` to begin in; without it the archive's own")
	flags.StringVar(&p.Open, "open", "home", "`route` to begin at, such as case/bosnia/timeline")
	size := flags.String("size", "1280x800", "`size` of the window, px")
	flags.StringVar(&p.Data, "data", dataDir(), "`folder` for the search index")
	flags.BoolVar(&p.Trace, "trace", false, "write a line to standard error for each page painted")
	if err := parse(flags, args, 1); err != nil {
		return misuse, err
	}
	p.Dir, p.Lang, p.Data = flags.Arg(0), content.Lang(*lang), filepath.Join(p.Data, "preview")
	if _, err := folder(p.Dir); err != nil {
		return misuse, err
	}
	boxes, err := parseSizes(*size)
	if err != nil {
		return misuse, err
	}
	if len(boxes) != 1 {
		return misuse, misused{fmt.Errorf("--size takes one size, not %d", len(boxes))}
	}
	p.Width, p.Height = float32(boxes[0].X), float32(boxes[0].Y)
	if _, err := route.Parse(p.Open); err != nil {
		return misuse, misused{err}
	}
	if p.Lang != "" {
		if err := known(ctx, p.Dir, p.Lang); err != nil {
			return misuse, err
		}
	}
	return good, env.Preview(ctx, p)
}
