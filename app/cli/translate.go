package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/translation"
	"vigil/content/route"
)

const (
	translateArgs = "export DIR --lang xx -o FILE | import FILE DIR"
	outArgs       = "DIR --lang xx --format xliff|po [--version 1.2|2.0] [--from xx] [--only stale|missing|draft|begin] [--case ID] [--interface] [--before FILE] -o FILE"
	backArgs      = "FILE DIR [--lang xx] [--translator NAME] [--reviewer NAME] [--date YYYY-MM-DD] [--replace] [--try] [--json]"
)

// translate takes an archive's words to a translator's tools, and back.
func translate(ctx context.Context, env Env, args []string) (int, error) {
	switch {
	case len(args) > 0 && args[0] == "export":
		return translateOut(ctx, env, args[1:])
	case len(args) > 0 && args[0] == "import":
		return translateBack(ctx, env, args[1:])
	}
	flags := env.flags("vigil translate", "export "+outArgs+"\n       vigil translate import "+backArgs)
	if err := parse(flags, args, 0); err != nil {
		return misuse, err
	}
	return misuse, misused{errors.New("say export or import; see vigil translate --help")}
}

// outgoing is what the command line says of an export for translation.
type outgoing struct {
	dir, to string
	format  translation.Format
	asked   translation.Asked
	words   bool
	before  string
}

func readOutgoing(env Env, args []string) (outgoing, error) {
	var o outgoing
	flags := env.flags("vigil translate export", outArgs)
	lang := flags.String("lang", "", "`language` to translate into")
	from := flags.String("from", "", "`language` to translate from; else that which the archive is written in")
	format := flags.String("format", "xliff", "xliff, which most tools for translators read, or po, which Poedit, Weblate and others do")
	version := flags.String("version", "", "of XLIFF: 1.2, which is read everywhere, or 2.0")
	only := flags.String("only", "", "only what is stale, missing or a draft, or what a visitor meets first (begin)")
	flags.StringVar(&o.asked.Case, "case", "", "`id` of a history or speech: its words, and those of whom and what it names")
	flags.BoolVar(&o.words, "interface", false, "the words of the interface, in a language that Vigil does not speak")
	flags.StringVar(&o.before, "before", "", "an earlier export: `file` from which is told what an original was before it changed")
	flags.StringVar(&o.to, "o", "", "`file` to write")
	if err := parse(flags, args, 1); err != nil {
		return o, err
	}
	o.dir, o.asked.Only = flags.Arg(0), translation.Choice(*only)
	var ok bool
	var err error
	if o.format, ok = translation.FormatOf(*format, *version); !ok {
		return o, misused{fmt.Errorf("no format is called %q %s; the formats are xliff, of version 1.2 or 2.0, and po", *format, *version)}
	}
	if o.asked.To, err = tag(*lang); err != nil {
		return o, err
	}
	if *from != "" {
		if o.asked.From, err = tag(*from); err != nil {
			return o, err
		}
	}
	switch {
	case *only != "" && !slices.Contains(translation.Choices, o.asked.Only):
		return o, misused{fmt.Errorf("--only %s is nothing; it takes stale, missing, draft or begin", *only)}
	case o.asked.Case != "" && !route.ValidID(o.asked.Case):
		return o, misused{fmt.Errorf("%q is no id; write small letters, digits and single hyphens", o.asked.Case)}
	case o.to == "":
		return o, misused{errors.New("say where to write: -o FILE")}
	}
	return o, nil
}

// tag reads a language of the command line.
func tag(lang string) (content.Lang, error) {
	if lang == "" {
		return "", misused{errors.New("say which language: --lang xx")}
	}
	if parsed, err := language.Parse(lang); err != nil || parsed.String() != lang {
		return "", misused{fmt.Errorf("%q is no language; write its BCP 47 tag, such as en, fr or sr-Cyrl", lang)}
	}
	return content.Lang(lang), nil
}

func translateOut(ctx context.Context, env Env, args []string) (int, error) {
	o, err := readOutgoing(env, args)
	if err != nil {
		return misuse, err
	}
	files, err := folder(o.dir)
	if err != nil {
		return misuse, err
	}
	if err := vacant(o.to); err != nil {
		return misuse, err
	}
	if o.before != "" {
		if o.asked.Before, err = readTranslation(o.before); err != nil {
			return found, err
		}
	}
	step, done := env.progress("writing " + filepath.Base(o.to))
	defer done()
	o.asked.Step = step
	take := func() (*translation.Document, *exchange.Report, error) {
		return translation.Folder(ctx, files, o.asked)
	}
	if o.words {
		take = func() (*translation.Document, *exchange.Report, error) {
			return translation.Interface(ctx, files, o.asked.To, o.asked.Only)
		}
	}
	doc, report, err := take()
	if err != nil {
		return found, fmt.Errorf("export %s: %w", o.dir, err)
	}
	if len(doc.Units) > 0 {
		err = exchange.WriteWhole(o.to, func(f *os.File) error { return translation.Write(f, doc, o.format, time.Now()) })
		if err != nil {
			return found, err
		}
	}
	done()
	report.Sort()
	for _, n := range report.Notes {
		fmt.Fprintln(env.Out, n)
	}
	if len(doc.Units) == 0 {
		fmt.Fprintf(env.Out, "there is nothing to translate, and %s was not written\n", o.to)
		return good, nil
	}
	fmt.Fprintf(env.Out, "%s: %s; %s\n", o.to, exchange.Numbered(report.Read), exchange.Numbered(report.Came))
	return good, nil
}

// readTranslation reads a file for translators.
func readTranslation(name string) (*translation.Document, error) {
	src, err := exchange.Open(name)
	if err != nil {
		return nil, misused{err}
	}
	defer src.Close()
	data, err := src.Read("", exchange.MostBytes)
	if err != nil {
		return nil, err
	}
	doc, err := translation.Read(data)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return doc, nil
}

func translateBack(ctx context.Context, env Env, args []string) (int, error) {
	var in intake
	var told translation.Told
	flags := env.flags("vigil translate import", backArgs)
	lang := flags.String("lang", "", "`language` of the file, where it does not say so")
	flags.StringVar(&told.Translator, "translator", "", "`name` of who translated; else the one in the file")
	flags.StringVar(&told.Reviewer, "reviewer", "", "`name` of who has read what is approved in the file beside the original")
	flags.StringVar(&told.On, "date", "", "the `day` it was reviewed; else today")
	flags.BoolVar(&told.Replace, "replace", false, "write over translations that changed in the folder since the file was made")
	flags.BoolVar(&in.try, "try", false, "say what would come over, and write nothing")
	flags.BoolVar(&in.json, "json", false, "one JSON object instead of lines")
	if err := parse(flags, args, 2); err != nil {
		return misuse, err
	}
	in.source, in.dir, in.replace = flags.Arg(0), flags.Arg(1), told.Replace
	var err error
	if *lang != "" {
		if told.Lang, err = tag(*lang); err != nil {
			return misuse, err
		}
	}
	if err := signature(&told); err != nil {
		return misuse, err
	}
	files, err := folder(in.dir)
	if err != nil {
		return misuse, err
	}
	if _, err := authoring.Finish(in.dir); err != nil {
		return found, err
	}
	doc, err := readTranslation(in.source)
	if err != nil {
		return found, err
	}
	step, done := env.progress("reading " + path.Base(in.source))
	defer done()
	told.Step = step
	merged, report, err := translation.Into(ctx, files, doc, filepath.Base(in.source), told)
	if err != nil {
		return found, fmt.Errorf("import %s: %w", in.source, err)
	}
	if !in.try && len(merged.Files)+len(merged.Attached) > 0 {
		if err := merged.Write(ctx, in.dir); err != nil {
			return found, fmt.Errorf("import %s: %w", in.source, err)
		}
	}
	done()
	report.Sort()
	if err := in.tell(env, report, merged); err != nil {
		return found, err
	}
	if report.Of(exchange.LeftOut) > 0 {
		return found, nil
	}
	return good, nil
}

// signature completes who reviewed, and when.
func signature(told *translation.Told) error {
	told.Reviewer = strings.Join(strings.Fields(told.Reviewer), " ")
	told.Translator = strings.Join(strings.Fields(told.Translator), " ")
	for _, name := range []string{told.Reviewer, told.Translator} {
		if clean, lost := authoring.Clean(name); lost || clean != name {
			return misused{fmt.Errorf("%s is no name", authoring.Quote(name))}
		}
	}
	switch {
	case told.Reviewer == "" && told.On != "":
		return misused{errors.New("--date is the day of a review: say who reviewed, --reviewer NAME")}
	case told.Reviewer != "" && told.On == "":
		told.On = time.Now().Format(time.DateOnly)
	}
	if told.On == "" {
		return nil
	}
	if _, err := content.ParseDate(told.On); err != nil {
		return misused{fmt.Errorf("--date: %w", err)}
	}
	return nil
}
