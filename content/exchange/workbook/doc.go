// Package workbook brings an archive out as a workbook (.xlsx) or as delimited text (.csv)
// and takes it in again: what curators fill in a spreadsheet becomes an archive, with every
// mistake named by sheet, row and column.
//
// # The plan
//
// A sheet holds one kind of record, a row each: archive, cases, events, sources, people,
// places, organisations, glossary, quotations, figures, findings, outcomes, questions,
// media, speeches, outline, paragraphs, lessons, stops, asked (a stop's questions), topics;
// then texts (essays and the words of speeches, a paragraph a row, languages side by side),
// reviews (what stands at the head of a file of words: translator, review ...) and, only
// where there is something to write, keyboards and other words. The first sheet, Start, and
// the hidden one, lists, are never read. A folder of .csv files is the same, a file a sheet.
//
// Columns are read off the format's own form (authoring.FormOf), so that a new key is a new
// column:
//
//	case, speech, lesson, finding, stop   whose a row is; of history and speech one
//	id                                    the row's own name; empty, it is made of name or title
//	date, place, at least ...             facts, by their key, an underscore as a space
//	map: west                             a value of a small record
//	title [en], text [ar]                 words, by their language
//	caution: title [en]                   other words of the same row: caution (cases), support
//	                                      (archive), why, audience (speeches), reflection
//	                                      (lessons), educator (stops)
//	made from [fr]                        the hash of the wording that a translation was made
//	                                      of; "not said" where the archive does not say
//
// Of words the fields that are usual for the kind have columns, and those in use. Facts that
// lead come first, then the original's words, the other facts, the other languages.
//
// # Cells
//
//   - A list of names of records is parted by "; ", any other list by line breaks; both are
//     read either way, names by commas too. "[]" is a list in which nothing stands.
//   - In a line, an id or an item of a list, a backslash takes the next letter as it is where
//     that is a backslash, a mark that parts items, "[", ":" or white space: so white space
//     at either end stays. Elsewhere it is a letter. Texts are Markdown as it is written.
//   - Texts by name (a lesson's seen, a key's variants) are lines "name: text".
//   - A text of more than 32,000 UTF-16 units goes on in the same column of the row below,
//     whose id is "(continued)".
//   - In delimited text an apostrophe stands before a text that a spreadsheet would take for
//     a number, date, truth or formula, but not in columns of those; and before a text that
//     begins with one and would be read so. It is taken away again.
//   - A row is help, and no record, where each of its filled cells begins with "» ".
//
// # What an import makes of a book
//
// Headings are compared in small letters, spaces and underscores alike; a language may stand
// in brackets or behind a space or underscore; words without one are in the archive's own.
// They may stand in any of the first twenty rows. A sheet is known by its name, else by its
// headings, which is said; two that are as likely are an error. What no column is for is
// named and counted: unknown and doubled headings, cells without a heading, notes at cells,
// sheets of no kind.
//
// Dates come as text in EDTF or as people write them (package dating), as numbers that are
// years, and as a spreadsheet's dates, as exactly as their cell shows them: "Apr 94" is a
// month. Numbers with commas, groups and percent are read and told; truths in the words of
// eight languages. A name where an id is meant becomes the id if one record alone has it.
// Rich text becomes *emphasis* in texts. A formula's last value counts.
//
// A row with a mistake in what must be there is left out whole; in another cell, or in a row
// of archive or cases, the cell alone; both are named with their mend. An id in other letters
// is made small, and its row is still found by it. A column whose heading begins with # is
// somebody's own and is passed over. What the format needs and
// no cell says is named to be decided, and only this is filled in: verified (memory), an
// event's kind (background) and importance (3), a source's kind (reference), an archive's
// review (draft). Hidden rows and columns come over and are named: a filter that was left on
// hides rows that nobody meant to leave out. Of merged cells the first counts. Words whose
// file no row of reviews is about are drafts. A translation without a "made from" is taken
// for one of the words in its row, and named. An id that is made stays the same as long as
// date and title do.
//
// An empty cell says nothing of a record that the folder has; when the import replaces, it
// takes away what stands there, but for what must be there. A column that is missing never
// does. The rows of outcomes, questions and asked are the whole list of their owner.
//
// Pictures, fonts and interfaces are no tables: an export names them, an import takes the
// pictures that the sheet media names from beside the file or from media beside it.
//
// # Bounds
//
// A workbook has at most 100 MB, is unpacked part by part (64 MB each, 128 MB in all, and
// no more than 24 MB and sixty times its own length), and at most 600,000 filled cells with
// 40 MB of text, 100,000 rows and 1,000 columns of a sheet are kept. Its XML is read by a
// reader of this package: the standard library's takes ten times as long, and the library
// that writes workbooks here holds each cell as a record of some 230 bytes, whatever it
// says.
package workbook
