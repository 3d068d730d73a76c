// Package cli holds the commands of vigil, one file each, and reads the command
// line. The kiosk itself, which needs a window, is handed to [Main] as a
// function, so that everything here runs without a display.
//
// Exit codes: 0 good, 1 problems found, 2 misuse.
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"vigil/content"
	"vigil/i18n"
)

// Exit codes.
const (
	good   = 0
	found  = 1
	misuse = 2
)

// Kiosk is what the kiosk's own flags ask for.
type Kiosk struct {
	Archive  string       // folder, or "" for the bundled one
	Lang     content.Lang // language to begin in; "" asks the visitor
	Open     string       // route to begin at
	Windowed bool
	Data     string // folder for what may be kept: the index
	Trace    bool   // a line on standard error for each page painted
}

// Preview is what `vigil preview` asks for.
type Preview struct {
	Dir           string       // the folder that is being written
	Lang          content.Lang // language to begin in; "" is the archive's own
	Open          string       // route to begin at
	Width, Height float32      // of the window, px
	Data          string       // folder for the index
	Trace         bool         // a line on standard error for each page painted
}

// Rounds says how long a window is used when its memory is measured.
type Rounds struct{ Flings, Pages, Searches int }

// Env is what a command may use of the world.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	Window   func(context.Context, Kiosk) error                                              // runs the kiosk until its window closes
	Preview  func(context.Context, Preview) error                                            // runs the preview until its window closes
	Paint    func(context.Context, Kiosk) (map[string]float64, error)                        // measures it in a real window; names are of `vigil bench`
	Soak     func(context.Context, Kiosk, Rounds, func() Memory) (map[string]float64, error) // uses it for long in a real window, and reads its memory
}

// command is one word of the command line.
type command struct {
	name, args, about string
	run               func(ctx context.Context, env Env, args []string) (int, error)
}

func commands() []command {
	return []command{
		{"new", "DIR [--lang xx,..]", "write a small whole archive to begin from", create},
		{"check", checkArgs, "read an archive and name every mistake with its place and its mend", check},
		{"coverage", "PATH [--json]", "how far each part of an archive is translated, a column a language", coverage},
		{"import", importArgs, "bring what a museum has into an archive: " + formats(), bring},
		{"export", exportArgs, "take an archive out in a format that the field reads", take},
		{"preview", previewArgs, "show a folder in a window while it is being written, and its mistakes beside it", preview},
		{"translate", translateArgs, "take an archive's words to a translator's tools, XLIFF or PO, and back", translate},
		{"search", "[--archive PATH] [--lang xx] [--limit N] [--json] QUERY", "search as the kiosk does", find},
		{"show", "[--archive PATH] [--lang xx] ROUTE", "print a page in its reading order", show},
		{"tour", "--out DIR [--archive PATH] [--lang xx,..] [--size WxH,..] [--route R,..] [--pages N] [--text PERCENT] [--light]", "photograph every screen, without a display", tour},
		{"lesson", lessonArgs, "list the lessons, or make a sheet of one for a class, as PDF", lessons},
		{"pin", "[--role staff|educator] [--data DIR] <CODE", "set the code of the staff door, or of educators there, read from standard input", pin},
		{"schema", schemaArgs, "write JSON Schemas, by which an editor completes and explains what one writes", schema},
		{"bench", "[--json] [--memory [--rounds FLINGS,PAGES,SEARCHES]] [--records N,..]", "measure this program on this machine", bench},
	}
}

// misused is an error of the command line: exit code 2.
type misused struct{ error }

// Main runs a command, or the kiosk where there is none, and returns the exit
// code.
func Main(ctx context.Context, env Env, args []string) int {
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		for _, c := range commands() {
			if c.name == args[0] {
				return env.exit(c.run(ctx, env, args[1:]))
			}
		}
		return env.exit(misuse, misused{fmt.Errorf("no command is called %q; see vigil --help", args[0])})
	}
	return env.exit(exhibit(ctx, env, args))
}

func (e Env) exit(code int, err error) int {
	switch {
	case err == nil:
		return code
	case errors.Is(err, flag.ErrHelp):
		return good
	default:
		fmt.Fprintln(e.Err, "vigil: "+oneLine(err.Error()))
		if errors.As(err, &misused{}) {
			return misuse
		}
		if errors.Is(err, errNothing) {
			return found
		}
		return max(code, found)
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func exhibit(ctx context.Context, env Env, args []string) (int, error) {
	var k Kiosk
	fs := env.flags("vigil", "")
	fs.StringVar(&k.Archive, "archive", "", "archive `folder` to show instead of the bundled one")
	lang := fs.String("lang", "", "`language` to begin in; without it the visitor is asked")
	fs.StringVar(&k.Open, "open", "", "`route` to begin at, such as case/bosnia/timeline")
	fs.BoolVar(&k.Windowed, "windowed", false, "in a window instead of the full screen")
	fs.StringVar(&k.Data, "data", dataDir(), "`folder` for the search index")
	fs.BoolVar(&k.Trace, "trace", false, "write a line to standard error for each page painted")
	if err := parse(fs, args, 0); err != nil {
		return misuse, err
	}
	if *lang != "" {
		if err := known(ctx, k.Archive, content.Lang(*lang)); err != nil {
			return misuse, err
		}
	}
	k.Lang = content.Lang(*lang)
	return good, env.Window(ctx, k)
}

// known refuses a language that neither the interface nor the archive has. The
// archive is asked only where the interface has it not.
func known(ctx context.Context, path string, lang content.Lang) error {
	catalogue, err := i18n.Load()
	if err != nil {
		return fmt.Errorf("load the interface's languages: %w", err)
	}
	if catalogue.Speaks(lang) {
		return nil
	}
	a, err := Open(ctx, path, lang)
	if err != nil {
		return err
	}
	return a.spoken(catalogue, lang)
}

// dataDir is where what may be kept between starts is kept, unless told
// otherwise.
func dataDir() string {
	base, err := os.UserCacheDir()
	if err != nil {
		base = os.TempDir()
	}
	return filepath.Join(base, "vigil")
}

// flags is a command's flag set with its help.
type flags struct {
	*flag.FlagSet
	usage string // the command with its words and flags, in a line
	help  func()
}

// flags makes a command's flag set. Its help is printed only when asked for, on
// the output, so that it can be paged; vigil's own lists all commands.
func (e Env) flags(name, args string) flags {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	first, _, _ := strings.Cut(args, "\n")
	return flags{fs, strings.TrimSpace(name + " " + first), func() {
		fmt.Fprintf(e.Out, "usage: %s %s\n", name, args)
		if name == "vigil" {
			fmt.Fprintln(e.Out, "\nWithout a command: the kiosk. Commands:")
			for _, c := range commands() {
				fmt.Fprintf(e.Out, "  vigil %s %s\n        %s\n", c.name, c.args, c.about)
			}
			fmt.Fprintln(e.Out, "\nExit codes: 0 good, 1 problems found, 2 misuse. Flags of the kiosk:")
		}
		fs.SetOutput(e.Out)
		fs.PrintDefaults()
		fs.SetOutput(io.Discard)
	}}
}

// What parse takes besides a number of words.
const (
	anyNumber = -1 // from one
	atMostOne = -2
)

// parse reads flags wherever they stand among the words, and demands a number
// of words.
func parse(fs flags, args []string, words int) error {
	var rest []string
	for {
		if err := fs.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				fs.help()
				return err
			}
			return misused{err}
		}
		read := len(args) - fs.NArg()
		if read > 0 && args[read-1] == "--" {
			rest = append(rest, fs.Args()...)
			break
		}
		if fs.NArg() == 0 {
			break
		}
		rest = append(rest, fs.Arg(0))
		args = fs.Args()[1:]
	}
	// What was set aside becomes the flag set's words again.
	if err := fs.Parse(append([]string{"--"}, rest...)); err != nil {
		return misused{err}
	}
	if words == anyNumber && len(rest) > 0 || words == atMostOne && len(rest) < 2 || len(rest) == words {
		return nil
	}
	return misused{fmt.Errorf("%s takes %s: %s", fs.Name(), counted(words), fs.usage)}
}

func counted(words int) string {
	switch words {
	case anyNumber:
		return "a word to look for"
	case atMostOne:
		return "at most one word besides its flags"
	case 1:
		return "1 word besides its flags"
	case 0:
		return "no other words than its flags"
	default:
		return fmt.Sprintf("%d words besides its flags", words)
	}
}
