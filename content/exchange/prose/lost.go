package prose

import (
	"fmt"
	"strings"
)

// loss is a kind of thing that has no place in the format, as one and as many.
type loss struct{ one, many string }

var (
	aScript     = loss{"a script", "%d scripts"}
	aStyle      = loss{"a style sheet", "%d style sheets"}
	aFrame      = loss{"an embedded page", "%d embedded pages"}
	aVideo      = loss{"an embedded video", "%d embedded videos"}
	aRecording  = loss{"a sound recording", "%d sound recordings"}
	aPicture    = loss{"a picture", "%d pictures"}
	aDrawing    = loss{"a drawing", "%d drawings"}
	anObject    = loss{"an embedded object", "%d embedded objects"}
	aForm       = loss{"a form", "%d forms"}
	aControl    = loss{"a control of a form", "%d controls of forms"}
	aTable      = loss{"a table (its rows are now items of a list)", "%d tables (their rows are now items of lists)"}
	aQuotation  = loss{"a block quotation (its words now stand in quotation marks)", "%d block quotations (their words now stand in quotation marks)"}
	aLineBreak  = loss{"a line break", "%d line breaks"}
	aFormula    = loss{"a formula", "%d formulas"}
	aLetter     = loss{"a letter that no archive may hold", "%d letters that no archive may hold"}
	aLongText   = loss{"a paragraph too long for the format, which was divided", "%d paragraphs too long for the format, which were divided"}
	anEmphasis  = loss{"the emphasis of a paragraph that Markdown cannot hold", "the emphasis of %d paragraphs that Markdown cannot hold"}
	cutOff      = loss{"the end of a text too long for the format", "the ends of %d texts too long for the format"}
	aPlaceLink  = loss{"a link to a place on its own page or site", "%d links to places on their own pages or sites"}
	anAddress   = loss{"an address that is not of the web", "%d addresses that are not of the web"}
	unreadable  = loss{"marks that the format cannot hold", "marks that the format cannot hold in %d paragraphs"}
	aStruckText = loss{"the strokes through a text that was struck out", "the strokes through %d texts that were struck out"}
)

// mostNamed is how many addresses of one kind are named.
const mostNamed = 5

// losses counts what was left out, in the order in which each kind came first.
type losses struct {
	kinds []loss
	count map[loss]int
	named map[loss][]string
}

// add counts a thing and, where it has one, keeps its address.
func (l *losses) add(kind loss, address string) {
	if l.count == nil {
		l.count, l.named = map[loss]int{}, map[loss][]string{}
	}
	if l.count[kind]++; l.count[kind] == 1 {
		l.kinds = append(l.kinds, kind)
	}
	if address = cleanAddress(address); address != "" && len(l.named[kind]) < mostNamed {
		l.named[kind] = append(l.named[kind], address)
	}
}

func (l *losses) list() []string {
	var out []string
	for _, kind := range l.kinds {
		text := kind.one
		if n := l.count[kind]; n > 1 {
			text = fmt.Sprintf(kind.many, n)
		}
		if named := l.named[kind]; len(named) > 0 {
			text += " (" + strings.Join(named, ", ") + ")"
		}
		out = append(out, text)
	}
	return out
}
