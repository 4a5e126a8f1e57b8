package competences

import (
	"time"

	"envagin/api/platform/collate"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// Kind is what sort of entry it is.
type Kind string // @name CompetenceKind

// The kinds.
const (
	Knowledge Kind = "competence"      // somebody who knows, and whom professionals ask
	Support   Kind = "supportFunction" // somebody who helps those concerned
)

// Entry is one function in the register.
type Entry struct {
	ID            string
	Key           string
	Kind          Kind
	NameSv        string
	NameEn        string
	SortKey       string
	DescriptionSv string
	DescriptionEn string
	HowUsedSv     string
	HowUsedEn     string
	BodyID        *string
	Email         string
	Phone         string
	URL           string
	AreaIDs       []string      `gorm:"serializer:json"`
	GroupIDs      []string      `gorm:"serializer:json"`
	CheckedOn     day.Day       // with its precision a day.Dated
	Precision     day.Precision `gorm:"column:checked_precision"`
	ReadIn        string
	Source        source.Source
	Version       int
	CreatedAt     time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt     time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of the register.
func (Entry) TableName() string { return "competences" }

func (e Entry) checked() day.Dated { return day.Dated{Day: e.CheckedOn, Precision: e.Precision} }

// freshMonths is for how long a check holds.
const freshMonths = 12

// isOld tells whether what stands here has to be looked at again: checked too long ago, or never.
func (e Entry) isOld(today day.Day) bool {
	return !e.checked().Known() || e.checked().Latest().AddMonths(freshMonths) < today
}

// settle makes what follows from the content.
func (e *Entry) settle() {
	e.SortKey = collate.Key(e.NameSv)
	if e.AreaIDs == nil {
		e.AreaIDs = []string{} // stored as lists, never as null
	}
	if e.GroupIDs == nil {
		e.GroupIDs = []string{}
	}
}

// Check holds the rules of an entry by itself.
func (e Entry) Check(today day.Day) error {
	var c problem.Checks
	c.Slug("key", e.Key)
	problem.OneOf(&c, "kind", e.Kind, Knowledge, Support)
	c.Line("nameSv", e.NameSv, 200)
	c.Line("nameEn", e.NameEn, 200)
	for name, text := range map[string]string{"descriptionSv": e.DescriptionSv, "descriptionEn": e.DescriptionEn,
		"howUsedSv": e.HowUsedSv, "howUsedEn": e.HowUsedEn} {
		c.MaxLength(name, text, 5000)
	}
	c.If(e.BodyID != nil && id.Invalid(*e.BodyID), "bodyId", "unknownReference", "There is no such body.")
	c.Email("contact.email", e.Email)
	c.OptionalLine("contact.phone", e.Phone, 40)
	c.Web("contact.url", e.URL)
	checkSet(&c, "violenceAreaIds", e.AreaIDs)
	checkSet(&c, "targetGroupIds", e.GroupIDs)
	e.checked().Check(&c, "checkedOn")
	c.If(e.checked().Day.Valid() && e.checked().Earliest() > today, "checkedOn", "inTheFuture", "Nobody has checked it that day yet.")
	c.OptionalLine("readIn", e.ReadIn, 500)
	e.Source.Check(&c, "source")
	return c.Err()
}

func checkSet(c *problem.Checks, name string, values []string) {
	seen := map[string]bool{}
	for _, v := range values {
		c.If(seen[v], name, "duplicate", "The same value stands twice.")
		seen[v] = true
	}
	c.If(len(values) > 50, name, "tooMany", "At most 50.")
}
