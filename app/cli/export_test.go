package cli

// Unwritten is what tests ask of a new archive.
var Unwritten = unwritten
