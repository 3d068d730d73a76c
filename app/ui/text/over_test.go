package text_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/ui/text"
)

// The hamza above an alef and the accent above a capital are whole in a heading, whose
// lines are set close.
func TestNothingIsCutOffAbove(t *testing.T) {
	for _, words := range []string{"أصوات", "أُمّة", "École", "Žepa", "Ἄ", "Їжа"} {
		for _, leading := range []float32{1.1, 1.2, 1.5} {
			p := plain(words)
			p.Leading = leading
			p.Spans[0].Style.Size = 64
			whole := setter.Layout(p, 0)
			picture := image.NewRGBA(image.Rect(0, 0, int(whole.Width)+200, int(whole.Height)+200))
			setter.Draw(picture, whole.Shift(100), 1, -100, whole.Height+100)
			v := text.New(setter, text.Block{Paragraph: p})
			v.Resize(fyne.NewSize(whole.Width+1, whole.Height))
			want := 0
			for i := 3; i < len(picture.Pix); i += 4 {
				if picture.Pix[i] > 0 {
					want++
				}
			}
			if got := paintAll(v); got < want*98/100 {
				t.Errorf("%q at leading %v: %d of %d px of ink are painted", words, leading, got, want)
			}
		}
	}
}
