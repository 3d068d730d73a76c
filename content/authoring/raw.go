package authoring

import "vigil/content"

// The raw types are the files as a curator writes them, one type a map. Their
// tags are the format; see shape.

type rawArchive struct {
	node
	ID        string         `yaml:"id" check:"required,id"`
	Version   string         `yaml:"version" check:"required,line"`
	Publisher string         `yaml:"publisher" check:"required,line"`
	Rights    string         `yaml:"rights" check:"required"`
	AsOf      content.Date   `yaml:"as_of" check:"required"`
	Review    string         `yaml:"review" check:"required,enum=review"`
	Reviewer  string         `yaml:"reviewer" check:"line"`
	Reviewed  content.Date   `yaml:"reviewed"`
	Original  content.Lang   `yaml:"original" check:"required"`
	Languages []content.Lang `yaml:"languages" check:"required"`
	Attract   []string       `yaml:"attract" check:"line"`
}

type rawSources struct {
	Sources []*rawSource `yaml:"sources" check:"required"`
}

type rawSource struct {
	node
	ID        string       `yaml:"id" check:"required,id"`
	Author    string       `yaml:"author" check:"line"`
	Title     string       `yaml:"title" check:"required,line"`
	Publisher string       `yaml:"publisher" check:"line"`
	Date      content.Date `yaml:"date"`
	Kind      string       `yaml:"kind" check:"required,enum=source"`
	URL       string       `yaml:"url" check:"line"`
	Seen      bool         `yaml:"seen"`
}

type rawPeople struct {
	People []*rawPerson `yaml:"people" check:"required"`
}

type rawPerson struct {
	node
	ID       string       `yaml:"id" check:"required,id"`
	Name     string       `yaml:"name" check:"required,line"`
	Names    []string     `yaml:"names" check:"line"`
	Group    string       `yaml:"group" check:"required,enum=group"`
	Born     content.Date `yaml:"born"`
	Died     content.Date `yaml:"died"`
	Sources  []string     `yaml:"sources"`
	Verified string       `yaml:"verified" check:"required,enum=verified"`
}

type rawOrganisations struct {
	Organisations []*rawOrganisation `yaml:"organisations" check:"required"`
}

type rawOrganisation struct {
	node
	ID      string   `yaml:"id" check:"required,id"`
	Name    string   `yaml:"name" check:"required,line"`
	Names   []string `yaml:"names" check:"line"`
	Acronym string   `yaml:"acronym" check:"line"`
	Kind    string   `yaml:"kind" check:"enum=body"`
	Sources []string `yaml:"sources"`
}

type rawPlaces struct {
	Places []*rawPlace `yaml:"places" check:"required"`
}

type rawPlace struct {
	node
	ID          string   `yaml:"id" check:"required,id"`
	Name        string   `yaml:"name" check:"required,line"`
	Names       []string `yaml:"names" check:"line"`
	Country     string   `yaml:"country" check:"required,line"`
	Lat         float64  `yaml:"lat" check:"required"`
	Lon         float64  `yaml:"lon" check:"required"`
	Approximate bool     `yaml:"approximate"`
	Sources     []string `yaml:"sources"`
}

type rawGlossary struct {
	Terms []*rawTerm `yaml:"terms" check:"required"`
}

type rawTerm struct {
	node
	ID       string   `yaml:"id" check:"required,id"`
	Names    []string `yaml:"names" check:"line"`
	Avoided  []string `yaml:"avoided" check:"line"`
	See      []string `yaml:"see"`
	Sources  []string `yaml:"sources"`
	Verified string   `yaml:"verified" check:"enum=verified"`
}

type rawTopics struct {
	Topics []*rawTopic `yaml:"topics" check:"required"`
}

type rawTopic struct {
	node
	ID      string   `yaml:"id" check:"required,id"`
	Asked   []string `yaml:"asked" check:"required,line"`
	Answers []string `yaml:"answers" check:"required,line"`
}

type rawKeyboard struct {
	node
	Pages []*rawKeyPage `yaml:"pages" check:"required"`
}

type rawKeyPage struct {
	node
	Rows     []string          `yaml:"rows" check:"required,line"`
	Variants map[string]string `yaml:"variants" check:"line"`
}

type rawQuotations struct {
	Quotations []*rawQuotation `yaml:"quotations" check:"required"`
}

// A quotation's speaker, date, source and status are asked for by a rule, which
// can say why.
type rawQuotation struct {
	node
	ID      string       `yaml:"id" check:"required,id"`
	Speaker string       `yaml:"speaker"`
	Date    content.Date `yaml:"date"`
	Source  string       `yaml:"source"`
	Status  string       `yaml:"status" check:"enum=status"`
	Speech  string       `yaml:"speech"`
}

type rawCase struct {
	node
	Order     int           `yaml:"order" check:"required"`
	Span      content.Date  `yaml:"span" check:"required"`
	Figures   []*rawFigure  `yaml:"figures"`
	Findings  []*rawFinding `yaml:"findings"`
	Questions []string      `yaml:"questions" check:"id"`
	Media     []string      `yaml:"media"`
	Map       *rawBounds    `yaml:"map"`
	Countries []string      `yaml:"countries" check:"line"`
	Caution   string        `yaml:"caution" check:"enum=caution"`
	Review    string        `yaml:"review" check:"enum=review"`
	Reviewer  string        `yaml:"reviewer" check:"line"`
	Reviewed  content.Date  `yaml:"reviewed"`
}

type rawBounds struct {
	node
	West   float64 `yaml:"west" check:"required"`
	South  float64 `yaml:"south" check:"required"`
	East   float64 `yaml:"east" check:"required"`
	North  float64 `yaml:"north" check:"required"`
	Beyond bool    `yaml:"beyond"`
}

type rawFigure struct {
	node
	ID       string       `yaml:"id" check:"required,id"`
	Low      float64      `yaml:"low" check:"required"`
	High     float64      `yaml:"high"`
	Unit     string       `yaml:"unit" check:"required,enum=unit"`
	Year     content.Date `yaml:"year"`
	Counts   string       `yaml:"counts" check:"id"`
	AtLeast  bool         `yaml:"at_least"`
	Sources  []string     `yaml:"sources"`
	Verified string       `yaml:"verified" check:"required,enum=verified"`
}

// A finding's body, date, outcomes and citation are asked for by a rule, which
// can say why.
type rawFinding struct {
	node
	ID       string        `yaml:"id" check:"required,id"`
	Body     string        `yaml:"body"`
	Date     content.Date  `yaml:"date"`
	Undated  bool          `yaml:"undated"`
	Follows  string        `yaml:"follows"`
	AppealOf string        `yaml:"appeal_of"`
	Citation string        `yaml:"citation" check:"line"`
	About    []string      `yaml:"about"`
	Outcomes []*rawOutcome `yaml:"outcomes"`
	Charges  []string      `yaml:"charges" check:"gone"` // stood here before outcomes did
	People   []string      `yaml:"people" check:"gone"`
	Sources  []string      `yaml:"sources"`
	Verified string        `yaml:"verified" check:"required,enum=verified"`
}

// Whom an outcome is about and what became of the charge are asked for by a
// rule, which can say why.
type rawOutcome struct {
	node
	ID           string   `yaml:"id" check:"id"`
	Person       string   `yaml:"person"`
	Organisation string   `yaml:"organisation"`
	State        string   `yaml:"state" check:"line"`
	Name         string   `yaml:"name" check:"line"`
	Outcome      string   `yaml:"outcome" check:"enum=outcome"`
	Charges      []string `yaml:"charges" check:"enum=charge"`
}

type rawTimeline struct {
	Events []*rawEvent `yaml:"events" check:"required"`
}

type rawEvent struct {
	node
	ID         string       `yaml:"id" check:"required,id"`
	Date       content.Date `yaml:"date" check:"required"`
	Place      string       `yaml:"place"`
	Kind       string       `yaml:"kind" check:"required,enum=event"`
	Importance int          `yaml:"importance" check:"required"`
	People     []string     `yaml:"people"`
	Cases      []string     `yaml:"cases"`
	Media      []string     `yaml:"media"`
	Sources    []string     `yaml:"sources"`
	Verified   string       `yaml:"verified" check:"required,enum=verified"`
}

type rawSpeech struct {
	node
	Speaker    string          `yaml:"speaker" check:"required"`
	Date       content.Date    `yaml:"date" check:"required"`
	Place      string          `yaml:"place"`
	Language   content.Lang    `yaml:"language" check:"required"`
	Rights     string          `yaml:"rights" check:"required,enum=rights"`
	Sources    []string        `yaml:"sources"`
	Verified   string          `yaml:"verified" check:"required,enum=verified"`
	FullText   string          `yaml:"full_text"`
	Cases      []string        `yaml:"cases"`
	About      []string        `yaml:"about"`
	Byline     string          `yaml:"byline"`
	Preface    string          `yaml:"preface"`
	PrefaceBy  string          `yaml:"preface_by"`
	SHA256     string          `yaml:"sha256"`
	Review     string          `yaml:"review" check:"enum=review"`
	Reviewer   string          `yaml:"reviewer" check:"line"`
	Reviewed   content.Date    `yaml:"reviewed"`
	Outline    []*rawOutline   `yaml:"outline"`
	Paragraphs []*rawParagraph `yaml:"paragraphs"`
}

type rawOutline struct {
	node
	ID         string   `yaml:"id" check:"required,id"`
	Paragraphs []string `yaml:"paragraphs" check:"required"`
}

type rawParagraph struct {
	node
	ID     string   `yaml:"id" check:"required,id"`
	Joins  bool     `yaml:"joins"`
	Events []string `yaml:"events"`
	Cases  []string `yaml:"cases"`
	People []string `yaml:"people"`
	Places []string `yaml:"places"`
	Terms  []string `yaml:"terms"`
}

type rawLesson struct {
	node
	Ages     string            `yaml:"ages" check:"required,line"`
	Minutes  int               `yaml:"minutes" check:"required"`
	Short    int               `yaml:"short"`
	Cases    []string          `yaml:"cases"`
	MadeOn   string            `yaml:"made_on" check:"line"`
	Review   string            `yaml:"review" check:"enum=review"`
	Reviewer string            `yaml:"reviewer" check:"line"`
	Reviewed content.Date      `yaml:"reviewed"`
	Stops    []*rawStop        `yaml:"stops" check:"required"`
	Seen     map[string]string `yaml:"seen" check:"line"`
}

type rawStop struct {
	node
	ID        string   `yaml:"id" check:"required,id"`
	Minutes   int      `yaml:"minutes" check:"required"`
	Short     int      `yaml:"short"`
	From      int      `yaml:"from"`
	Routes    []string `yaml:"routes"`
	Questions []string `yaml:"questions" check:"id"`
}

// rawMedium is the sidecar of a picture.
type rawMedium struct {
	node
	File    string       `yaml:"file" check:"required,line"`
	Credit  string       `yaml:"credit" check:"required,line"`
	Rights  string       `yaml:"rights" check:"required,line"`
	Show    string       `yaml:"show" check:"enum=show"`
	Date    content.Date `yaml:"date"`
	Place   string       `yaml:"place"`
	People  []string     `yaml:"people"`
	Sources []string     `yaml:"sources"`
}

// rawHead is what stands above words, an essay or a translated speech.
type rawHead struct {
	node
	Translator string       `yaml:"translator" check:"line"`
	Review     string       `yaml:"review" check:"enum=review"`
	Reviewer   string       `yaml:"reviewer" check:"line"`
	Reviewed   content.Date `yaml:"reviewed"`
	Of         string       `yaml:"of" check:"line"`
}

type rawWords struct {
	node
	Translator string              `yaml:"translator" check:"line"`
	Review     string              `yaml:"review" check:"enum=review"`
	Reviewer   string              `yaml:"reviewer" check:"line"`
	Reviewed   content.Date        `yaml:"reviewed"`
	Words      map[string]*rawWord `yaml:"words" check:"required"`
}

// rawWord is one wording. What it says of its translator and its review stands for it
// instead of what the file's head says.
type rawWord struct {
	node
	Title      string       `yaml:"title" check:"line"`
	Role       string       `yaml:"role" check:"line"`
	Text       Passage      `yaml:"text"`
	Note       Passage      `yaml:"note"`
	Of         string       `yaml:"of" check:"line"`
	Translator string       `yaml:"translator" check:"line"`
	Review     string       `yaml:"review" check:"enum=review"`
	Reviewer   string       `yaml:"reviewer" check:"line"`
	Reviewed   content.Date `yaml:"reviewed"`

	read content.Words // what the record says, once its prose is parsed
	used bool          // by a record with the facts
}
