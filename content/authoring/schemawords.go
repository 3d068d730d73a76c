package authoring

// wording is one key of a file of words, or all that begin alike, or, without either,
// every id.
type wording struct {
	key, prefix string
	called      string // what has the id
	about       string
	fields      map[string]string // what title, role, text and note are for here
}

// wordings are the words that may stand beside each file of facts.
var wordings = map[fileKind][]wording{
	archiveFile: {
		{key: "archive", about: "The archive itself.", fields: map[string]string{
			"title": "The title of the archive, on the first page.", "role": "One line under the title.", "text": "The welcome on the first page, in two or three sentences."}},
		{key: "support", about: "Where a visitor finds somebody to talk to, shown on Take a moment. May be left out.", fields: map[string]string{
			"title": "Such as: Talk to us.", "text": "Where, when and how, such as: Our staff at the desk are there for you."}},
	},
	peopleFile: {{called: "a person", about: "Words about the person of people.yaml who has this id.", fields: map[string]string{
		"title": "Only where the name is written otherwise in this language.", "role": "Who this was, in one line.", "text": "Where this person lived, and what is known of the life."}}},
	organisationsFile: {{called: "an organisation", about: "Words about the organisation of organisations.yaml that has this id.", fields: map[string]string{
		"title": "Only where the name is written otherwise in this language.", "text": "What it is or was, in a few sentences."}}},
	placesFile: {{called: "a place", about: "Words about the place of places.yaml that has this id.", fields: map[string]string{
		"title": "Only where the name is written otherwise in this language.", "text": "What a visitor should know of this place."}}},
	glossaryFile: {{called: "a term", about: "Words about the term of glossary.yaml that has this id.", fields: map[string]string{
		"title": "The term.", "text": "What it means, in plain words.", "note": "How it is used, and by whom not."}}},
	quotationsFile: {{called: "a quotation", about: "The words of the quotation of quotations.yaml that has this id.", fields: map[string]string{
		"text": "The words quoted, as the source has them."}}},
	caseFile: {
		{key: "case", about: "The history itself.", fields: map[string]string{
			"title": "The title of the history.", "role": "One line under the title.", "text": "What this history tells, in three or four sentences."}},
		{key: "caution", about: "Shown once a visit before the first page of the history.", fields: map[string]string{
			"title": "Such as: Before you read.", "text": "What the history tells of, so that a visitor can choose. Be specific; never say who should read it."}},
		{prefix: "question-", called: "a question", about: "A question of case.yaml to think about.", fields: map[string]string{"title": "The question."}},
		{prefix: "figure-", called: "a figure", about: "A figure of case.yaml.", fields: map[string]string{
			"title": "What is counted.", "role": "Who states it.", "note": "How it was counted, and what it leaves out."}},
		{prefix: "finding-", called: "a decision", about: "A decision of case.yaml.", fields: map[string]string{
			"title": "What was decided, in a few words.", "text": "What the body found, and of whom.", "note": "What a careful reader must also know."}},
		{prefix: "outcome-", called: "an outcome", about: "An outcome of case.yaml that has an id.", fields: map[string]string{
			"title": "Of whom, where that is no name: Nine of the twelve men tried.", "role": "What the charges are about: Srebrenica, July 1995."}},
	},
	timelineFile: {{called: "an event", about: "Words about the event of timeline.yaml that has this id.", fields: map[string]string{
		"title": "What happened, in a few words.", "text": "What happened, where, and to whom, in plain sentences.", "note": "What is uncertain, or told otherwise elsewhere."}}},
	speechFile: {
		{key: "speech", about: "The speech itself.", fields: map[string]string{
			"title": "The title of the speech.", "role": "The occasion, in one line.", "text": "What the speech says, summed up in your own words."}},
		{key: "why", about: "Why the speech is in the archive."},
		{key: "audience", about: "Whom it was given to."},
		{called: "a part or a paragraph", about: "A part of the outline, or a paragraph, of speech.yaml.", fields: map[string]string{
			"title": "A heading for it.", "text": "What it argues, in your own words.", "note": "On the text: what its words allude to."}},
	},
	lessonFile: {
		{key: "lesson", about: "The lesson itself.", fields: map[string]string{
			"title": "The title of the lesson.", "role": "The subjects, in one line.", "text": "What learners take away.", "note": "For the educator alone."}},
		{key: "reflection", about: "What the class thinks about at the end.", fields: map[string]string{
			"title": "What stands above it.", "text": "What to think about."}},
		{prefix: "question-", called: "a question", about: "A question to talk about, never scored.", fields: map[string]string{"title": "The question."}},
		{prefix: "educator-", called: "a stop, for the educator", about: "For the educator alone, about the stop that has this id.", fields: map[string]string{
			"text": "Why this stop.", "note": "Private notes."}},
		{called: "a stop", about: "Words about the stop that has this id.", fields: map[string]string{
			"title": "The title of the stop.", "text": "What is done, said to the learners in some 45 words at most.", "note": "What to know before the stop is shown."}},
	},
	mediumFile: {{key: "media", about: "What is said of the picture.", fields: map[string]string{
		"title": "The caption.", "text": "The picture told to who cannot see it.", "note": "What one should know before looking. None where show is page."}}},
}
