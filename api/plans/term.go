package plans

import (
	"time"

	"envagin/api/platform/problem"
)

// Vocabulary is one of the lists of words that activities are sorted by.
type Vocabulary struct {
	table      string
	objectType string
	folder     string
}

// The vocabularies.
var (
	Areas  = Vocabulary{"violence_areas", "violenceArea", "/violence-areas/"}
	Groups = Vocabulary{"target_groups", "targetGroup", "/target-groups/"}
)

func (v Vocabulary) path(id string) string { return v.folder + id }

// Term is a word of a vocabulary: a violence area or a target group.
type Term struct {
	ID            string
	Key           string
	NameSv        string
	NameEn        string
	DescriptionSv string
	DescriptionEn string
	Position      int
	Version       int
	CreatedAt     time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt     time.Time `gorm:"autoUpdateTime:false"`
}

// Check holds the rules of a term by itself.
func (t Term) Check() error {
	var c problem.Checks
	c.Slug("key", t.Key)
	c.Line("nameSv", t.NameSv, 200)
	c.Line("nameEn", t.NameEn, 200)
	c.MaxLength("descriptionSv", t.DescriptionSv, 5000)
	c.MaxLength("descriptionEn", t.DescriptionEn, 5000)
	c.Range("position", t.Position, 0, 10_000)
	return c.Err()
}
