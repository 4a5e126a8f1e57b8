package meetings

import (
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// ItemKind is what an item on the agenda is for.
type ItemKind string // @name CouncilAgendaItemKind

// The kinds of items.
const (
	ForInformation ItemKind = "information"
	ForDiscussion  ItemKind = "discussion"
	ForDecision    ItemKind = "decision"
)

// maxItems is how many items an agenda may have.
const maxItems = 100

// From is the fact that an item was proposed from.
type From struct {
	// Kind is why: a late activity, a task not done.
	Kind string `json:"kind" example:"task"`
	// Type is what sort of thing ID names.
	Type string `json:"type" example:"councilOutcome"`
	ID   string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
} // @name CouncilAgendaOrigin

// Item is one matter on an agenda.
type Item struct {
	ID              string
	MeetingID       string
	Position        int
	Title           string
	Background      string
	Minutes         int
	Kind            ItemKind
	IsSecret        bool
	PresenterSeatID *string
	From            From `gorm:"embedded;embeddedPrefix:from_"`
	Version         int
	CreatedAt       time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt       time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all items.
func (Item) TableName() string { return "council_agenda_items" }

// withheldFrom tells whose eyes the item is not for.
func (i Item) withheldFrom(u auth.User) bool { return i.IsSecret && !u.May(auth.ReadSecretMinutes) }

// withheld is all that others than those who read what is secret know of an item.
func (i Item) withheld() Item {
	return Item{ID: i.ID, MeetingID: i.MeetingID, Position: i.Position, IsSecret: true, Version: i.Version, CreatedAt: i.CreatedAt, UpdatedAt: i.UpdatedAt}
}

// Check holds the rules of an item by itself.
func (i Item) Check() error {
	var c problem.Checks
	c.Line("title", i.Title, 200)
	c.MaxLength("background", i.Background, 20_000)
	c.Range("minutes", i.Minutes, 0, 600)
	problem.OneOf(&c, "kind", i.Kind, ForInformation, ForDiscussion, ForDecision)
	c.Range("position", i.Position, 0, maxItems)
	c.If(i.PresenterSeatID != nil && id.Invalid(*i.PresenterSeatID), "presenterSeatId", "unknownReference", "There is no such seat.")
	if i.From != (From{}) {
		c.Line("from.kind", i.From.Kind, 40)
		c.Line("from.type", i.From.Type, 40)
		c.If(id.Invalid(i.From.ID), "from.id", "unknownReference", "An id is needed.")
	}
	return c.Err()
}

// Text is what the minutes say under one item, with a version of its own.
type Text struct {
	ItemID    string `gorm:"primaryKey"`
	Text      string
	WrittenBy string // the role of who wrote last
	Version   int
	UpdatedAt time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all texts.
func (Text) TableName() string { return "council_item_texts" }

// Check holds the rules of a text.
func (t Text) Check() error {
	var c problem.Checks
	c.MaxLength("text", t.Text, 100_000)
	return c.Err()
}

// stale tells a writer who was late what stands there now: the whole text, since
// the client merges it with what was written there.
func (t Text) stale() error {
	return problem.PreconditionFailed(t.Version, []problem.Change{{Field: "text", After: t.Text, Version: t.Version,
		At: t.UpdatedAt.UTC().Format(time.RFC3339), ByRole: t.WrittenBy}})
}

// sitting is how long after the last write, or the last reading of what is secret,
// the next one still belongs to the same sitting.
const sitting = time.Hour

// Sitting is one who writes a text, or reads what is secret.
type Sitting struct {
	ObjectID string `gorm:"primaryKey"`
	UserID   string `gorm:"primaryKey"`
	What     string `gorm:"primaryKey"`
	LastAt   time.Time
}

// What a sitting is about.
const (
	writing = "write"
	reading = "read"
)

// TableName is the table of all sittings.
func (Sitting) TableName() string { return "council_sittings" }
