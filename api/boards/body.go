package boards

import (
	"slices"
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/collate"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// Kind is what sort of body it is.
type Kind string // @name BodyKind

// The kinds, from the council outwards.
const (
	Council          Kind = "council"
	ExecutiveBoard   Kind = "executiveBoard"
	Board            Kind = "board"
	Administration   Kind = "administration"
	Unit             Kind = "unit"
	MunicipalCompany Kind = "municipalCompany"
	OutsideBody      Kind = "outsideBody"
)

var kinds = []Kind{Council, ExecutiveBoard, Board, Administration, Unit, MunicipalCompany, OutsideBody}

// ExternalID is what somebody else calls the body.
type ExternalID struct {
	// Scheme names the register, such as orgNumber or municipalityCode.
	Scheme string `json:"scheme" example:"orgNumber"`
	// Value is the id in that register.
	Value string `json:"value" example:"212000-2627"`
} // @name ExternalID

// Body is somebody who can be answerable. The row owns its rules.
type Body struct {
	ID          string
	Key         string
	Kind        Kind
	NameSv      string
	NameEn      string
	ShortName   string
	ParentID    *string
	RootID      string // the top of the tree the body stands in; itself for a root
	ValidFrom   day.Day
	ValidTo     day.Day
	ExternalIDs []ExternalID `gorm:"serializer:json"`
	Website     string
	Email       string
	Description string
	Source      source.Source
	SortKey     string
	Version     int
	CreatedAt   time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt   time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all bodies; "boards" would say too little.
func (Body) TableName() string { return "bodies" }

// EditableBy tells who keeps the register of bodies.
func EditableBy(u auth.User) bool { return u.May(auth.EditBoards) }

// InForce tells whether the body exists on day d.
func (b Body) InForce(d day.Day) bool {
	return (b.ValidFrom == "" || b.ValidFrom <= d) && (b.ValidTo == "" || d <= b.ValidTo)
}

// maxDepth bounds the tree; Swedish municipalities use five levels at most.
const maxDepth = 10

// Check holds the rules of a body by itself.
func (b Body) Check() error {
	var c problem.Checks
	c.Slug("key", b.Key)
	problem.OneOf(&c, "kind", b.Kind, kinds...)
	c.Line("nameSv", b.NameSv, 200)
	c.Line("nameEn", b.NameEn, 200)
	c.OptionalLine("shortName", b.ShortName, 30)
	b.ValidFrom.Check(&c, "validFrom")
	b.ValidTo.Check(&c, "validTo")
	c.If(b.ValidFrom.Valid() && b.ValidTo.Valid() && b.ValidTo < b.ValidFrom,
		"validTo", "endBeforeStart", "The body ends before it begins.")
	c.If(len(b.ExternalIDs) > 20, "externalIds", "tooMany", "At most 20 external ids.")
	for _, x := range b.ExternalIDs {
		c.Line("externalIds", x.Scheme, 60)
		c.Line("externalIds", x.Value, 200)
	}
	c.Web("website", b.Website)
	c.Email("email", b.Email)
	c.MaxLength("description", b.Description, 5000)
	b.Source.Check(&c, "source")
	return c.Err()
}

// place puts the body under its parent, or at the top, and refuses a circle.
// parents are the ancestors of the new parent, itself first.
func (b *Body) place(parents []Body) error {
	b.RootID = b.ID
	b.SortKey = collate.Key(b.NameSv)
	if len(parents) == 0 {
		return nil
	}
	if slices.ContainsFunc(parents, func(p Body) bool { return p.ID == b.ID }) {
		return problem.Invalid(problem.Field{Name: "parentId", Code: "cycle", Detail: "The body would lie under itself."})
	}
	if len(parents) >= maxDepth {
		return problem.Invalid(problem.Field{Name: "parentId", Code: "outOfRange", Detail: "The tree is at most ten levels deep."})
	}
	b.RootID = parents[0].RootID
	return nil
}
