package text_test

import (
	"image/color"
	"os"
	"testing"

	"fyne.io/fyne/v2/test"

	"vigil/app/typeset"
	"vigil/assets"
)

func TestMain(m *testing.M) {
	test.NewApp()
	os.Exit(m.Run())
}

// setter is shared: it caches what it has read of the fonts.
var setter = typeset.New(assets.Fonts())

var ink = color.NRGBA{R: 255, G: 255, B: 255, A: 255}

var style = typeset.Style{Family: typeset.Serif, Size: 28, Ink: ink}

// linked is a paragraph with one link in it.
func linked(before, link, after, address string) typeset.Paragraph {
	return typeset.Paragraph{Spans: []typeset.Span{
		{Text: before, Style: style}, {Text: link, Style: style, Link: address}, {Text: after, Style: style},
	}}
}

func plain(words string) typeset.Paragraph {
	return typeset.Paragraph{Spans: []typeset.Span{{Text: words, Style: style}}}
}
