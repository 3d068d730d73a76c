package translation_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content/exchange/translation"
)

// What an original was before it changed is told, where an earlier export says it.
func TestBefore(t *testing.T) {
	files := small(t)
	before, err := translation.Read(exported(t, files, translation.Asked{To: "bs"}, translation.XLIFF2))
	if err != nil {
		t.Fatal(err)
	}
	files["cases/bosnia/timeline.en.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(files["cases/bosnia/timeline.en.yaml"].Data), "What came after.", "What came afterwards.", 1))}
	doc, _, err := translation.Folder(context.Background(), files, translation.Asked{To: "bs", Before: before})
	if err != nil {
		t.Fatal(err)
	}
	for format, want := range map[translation.Format]string{
		translation.PO:     "#, fuzzy\n#| msgid \"What came after.\"\nmsgctxt \"" + after + "/text/1\"\nmsgid \"What came afterwards.\"\n",
		translation.XLIFF1: "<alt-trans alttranstype=\"previous-version\">\n            <source>What came after.</source>",
		translation.XLIFF2: "<note category=\"previous\">What came after.</note>",
	} {
		data := written(t, doc, format)
		if n := strings.Count(string(data), want); n != 1 {
			t.Errorf("%s says it %d times:\n%s", format, n, data)
		}
		if format == translation.PO {
			tool(t, data, "in.po", "", "msgfmt", "--check", "--output-file=OUT", "IN")
			continue
		}
		tool(t, data, "in.xlf", "", "xmllint", "--nonet", "--noout", "--schema", schema(t, schemaOf[format]), "IN")
	}
}

// A tool that cuts a unit into segments, or leaves codes without what they stand for, is
// understood as far as it can be.
func TestOtherWaysToWriteAUnit(t *testing.T) {
	unit2 := func(inner string) string {
		return `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="bs"><file id="f"><unit id="u" name="` + falls + `/text/1">` + inner + `</unit></file></xliff>`
	}
	unit1 := func(inner string) string {
		return xliffHead + `<trans-unit id="` + falls + `/text/1">` + inner + `</trans-unit>` + xliffEnd
	}
	for _, c := range []struct {
		name, text, target string
		state              translation.State
	}{
		{"segments", unit2(`<segment state="final"><source>A.</source><target>B.</target></segment><ignorable><source> </source></ignorable><segment state="translated"><source>C.</source><target>D.</target></segment>`), "B. D.", translation.Draft},
		{"half", unit2(`<segment><source>A.</source><target>B.</target></segment><segment><source>C.</source></segment>`), "B.", translation.Missing},
		{"start and end codes", unit2(`<originalData><data id="a">*</data></originalData><segment state="final"><source>A</source><target><sc id="1" dataRef="a"/>B<ec startRef="1" dataRef="a"/></target></segment>`), "*B*", translation.Approved},
		{"letters by number", unit2(`<segment><source>A</source><target>B<cp hex="0041"/></target></segment>`), "BA", translation.Draft},
		{"segments of 1.2", unit1(`<source>A. C.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk></seg-source><target><mrk mtype="seg" mid="1">B.</mrk> <mrk mtype="seg" mid="2">D.</mrk></target>`), "B. D.", translation.Draft},
		{"approved", strings.Replace(unit1(`<source>A</source><target>B</target>`), "<trans-unit", `<trans-unit approved="yes"`, 1), "B", translation.Approved},
		{"another tool’s proposal", unit1(`<source>A</source><target state="needs-l10n">B</target><alt-trans><source>x</source><target>y</target></alt-trans>`), "B", translation.Unsure},
		{"placeholders", unit1(`<source>A</source><target><ph id="1">*</ph>B<it id="2" pos="close">*</it></target>`), "*B*", translation.Draft},
		{"PO of another order", "#, fuzzy\n#. x\nmsgctxt \"" + falls + "/text/1\"\nmsgid \"\"\n\"A\"\nmsgstr \"\"\n\"B \"\n\"C\"\n", "B C", translation.Unsure},
	} {
		doc, err := translation.Read([]byte(c.text))
		if err != nil || len(doc.Units) != 1 {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if u := doc.Units[0]; u.ID != falls+"/text/1" || u.Target != c.target || u.State != c.state {
			t.Errorf("%s: %+v", c.name, u)
		}
	}
}
