package typeset

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"testing"
	"vigil/assets"
)

func TestLook(t *testing.T) {
	s := New(assets.Fonts())
	img := image.NewRGBA(image.Rect(0, 0, 1000, 900))
	draw.Draw(img, img.Rect, image.NewUniform(color.RGBA{20, 18, 16, 255}), image.Point{}, draw.Src)
	ink := color.NRGBA{240, 232, 220, 255}
	acc := color.NRGBA{240, 190, 110, 255}
	y := 10
	put := func(p Paragraph, w float32) {
		l := s.Layout(p, w)
		sub := img.SubImage(image.Rect(20, y, 20+int(l.Width), y+int(l.Height))).(*image.RGBA)
		tmp := image.NewRGBA(image.Rect(0, 0, int(l.Width), int(l.Height)))
		draw.Draw(tmp, tmp.Rect, sub, sub.Rect.Min, draw.Src)
		s.Draw(tmp, l, 1, 0, l.Height)
		draw.Draw(img, sub.Rect, tmp, image.Point{}, draw.Src)
		y += int(l.Height) + 12
	}
	st := Style{Serif, false, false, 28, ink}
	put(Paragraph{Spans: []Span{{"Hasan Nuhanović worked as an interpreter; his ", st, ""}, {"mother, father and brother", Style{Serif, false, true, 28, ink}, ""}, {" were sent out. See ", st, ""}, {"Srebrenica, Сребреница", Style{Serif, false, false, 28, acc}, "place/srebrenica"}, {" and “the safe area” (April 1993) – fi ffl.", st, ""}}}, 900)
	put(Paragraph{Spans: []Span{{"سربرنيتسا (Srebrenica) مدينة في شرق البوسنة والهرسك؛ في ١١ يوليو 1995 سقطت المدينة، وقُتل أكثر من ٨٠٠٠ رجل وفتى (ICTY, IT-98-33) في الأيام التالية.", st, ""}}, Direction: RTL}, 900)
	put(Paragraph{Spans: []Span{{"סרברניצה (Srebrenica) היא עיר במזרח בוסניה; ב־11 ביולי 1995 נכבשה.", st, ""}}}, 900)
	st.Family = Sans
	put(Paragraph{Spans: []Span{{"Interface: Back, Home, ", st, ""}, {"Bold text", Style{Sans, true, false, 28, ink}, ""}, {" العربية עברית Београд Ђорђевић", st, ""}}}, 900)
	put(Paragraph{Spans: []Span{{"ابحث في الأرشيف: Milošević", st, ""}}, Direction: RTL}, 900)
	st.Size = 64
	st.Family = Serif
	put(Paragraph{Spans: []Span{{"Bosnia and Herzegovina البوسنة", st, ""}}, Leading: 1.2}, 900)
	f, _ := os.Create("/tmp/look.png")
	png.Encode(f, img)
	f.Close()
}
func BenchmarkLayout(b *testing.B) {
	s := New(assets.Fonts())
	st := Style{Serif, false, false, 28, color.NRGBA{}}
	txt := ""
	for range 1000 {
		txt += "commitment "
	}
	p := Paragraph{Spans: []Span{{txt, st, ""}}}
	for b.Loop() {
		s.Layout(p, 800)
	}
}
