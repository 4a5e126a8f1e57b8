package meetings

import (
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// Paper is something to read before an item of the agenda: a link, or a file.
type Paper struct {
	ID        string
	ItemID    string
	Title     string
	URL       string    `gorm:"column:url"` // "" for a file
	FileID    *string   // nil for a link
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
}

// TableName is the table of all papers.
func (Paper) TableName() string { return "agenda_papers" }

const (
	maxPaperTitle = 200
	// maxPapers is how many an item may have; far above any real one.
	maxPapers = 30
)

// Check holds the rules of a paper by itself.
func (p Paper) Check() error {
	var c problem.Checks
	c.Line("title", p.Title, maxPaperTitle)
	if p.FileID == nil {
		c.Required("url", p.URL)
		c.Web("url", p.URL)
	}
	return c.Err()
}

// papersReadableBy tells who reads the papers of an item: who works with the council,
// and of a secret item those who read what is secret.
func papersReadableBy(u auth.User, secret bool) bool {
	if secret {
		return u.May(auth.ReadSecretMinutes)
	}
	return u.May(auth.ReadCouncil) || u.May(auth.WriteMinutes)
}
