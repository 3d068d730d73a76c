package classroom

import (
	"vigil/app/classroom/handout"
	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content/lesson"
)

// sheets is where what a class is given on paper is printed, or saved on a stick.
func (p page) sheets() *screen.Screen {
	l := p.lesson()
	if l == nil {
		return p.choose()
	}
	c := p.class
	plan := lesson.For(l, c.choice.ages, c.choice.minutes)
	title := p.Locale.Say("class.sheets")
	w, lang, _ := p.Wording(l.Words)
	beside := []*ui.Anchored{
		one(0, p.Look.Words(p.heading(), title)), one(ui.Small, p.Look.Named(p.soft(), lang, w.Title)),
		one(ui.Mid, p.say(p.label(), "class.sheetlanguages")), one(0, p.languages()),
		one(ui.Large, p.Look.Row(0, -1, p.button(ui.IconBack, "class.toplan", false, func() { p.Go(Address(planPart)) }))),
	}
	var reading []*ui.Anchored
	for _, kind := range handout.Kinds {
		reading = append(reading, one(ui.Huge, p.say(p.section(), "handout."+string(kind))), one(ui.Tiny, p.say(p.soft(), "class.sheet."+string(kind))))
		sheet := c.kiosk.Sheet(plan, kind, c.choice.langs)
		if p.Print != nil {
			reading = append(reading, one(ui.Small, p.Look.Row(0, -1, p.button("", "class.print", true, func() { p.Print(sheet) }))))
		}
		for _, to := range c.kiosk.Sticks() {
			word := p.Locale.SayWith("class.savesheet", map[string]string{"stick": to.Name})
			save := func() { c.kiosk.SaveOn(to, l.ID+"-"+string(kind)+".pdf", sheet) }
			reading = append(reading, one(ui.Small, p.Look.Row(0, -1, p.Look.Button("", word, false, voice.Item{Role: voice.Button, Text: word}, save))))
		}
	}
	if len(c.kiosk.Sticks()) == 0 {
		reading = append(reading, one(ui.Huge, p.say(p.soft(), "class.nostick")),
			one(ui.Small, p.Look.Row(0, -1, p.button("", "class.lookagain", false, p.again))))
	}
	reading[0].Above = 0
	return p.pages(title, beside, reading)
}
