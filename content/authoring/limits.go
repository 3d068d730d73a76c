package authoring

// The limits of a folder. They are many times what an exhibit needs and small
// enough that no folder, however hostile, keeps a kiosk busy for long.
const (
	maxFile    = 4 << 20  // bytes of one file; a history of 10,000 events has some 3 MB of words
	maxPicture = 24 << 20 // bytes of a picture; they are read when they are shown
	maxTotal   = 64 << 20 // bytes of all files
	maxFiles   = 4000
	maxColumn  = 100       // where a YAML key or list item may begin
	maxFlow    = 8         // brackets open at once in YAML
	maxKeys    = 2000      // keys of one YAML map in a small file; the parser's work grows with their square
	minRecord  = 64        // bytes of a file for each key of a map beyond them
	maxSigns   = 300_000   // letters of one YAML file that may mean something to its parser; one of 10,000 events has some 250,000
	maxEmpty   = 2000      // keys and items of a file without a value, whose number costs the parser the same
	maxProse   = 128 << 10 // bytes of one text in Markdown
	maxBlock   = 32 << 10  // bytes of it without an empty line
	maxMarks   = 400       // of emphasis, links and code in such a block
	maxNesting = 8         // levels of lists and quotations in prose
	maxReports = 100       // problems told of one file
)
