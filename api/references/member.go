package references

import (
	"cmp"
	"strings"
	"time"

	"envagin/api/accounts"
	"envagin/api/plans"
	"envagin/api/platform/auth"
	"envagin/api/platform/collate"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Group tells which of the two reference groups a member is of.
type Group string // @name ReferenceGroup

// The groups.
const (
	Called   Group = "called"   // those who are called in while the plan runs
	Drafting Group = "drafting" // those who drafted the plan
)

// Member is somebody with competences that an activity can call for.
type Member struct {
	ID          string
	Group       Group `gorm:"column:grp"`
	BodyID      *string
	UserID      *string
	Role        string
	SortKey     string
	Name        string // of somebody without an account, who agreed to it
	ConsentOn   day.Day
	Competences []string `gorm:"serializer:json"`
	Lang        string
	ValidFrom   day.Day
	ValidTo     day.Day
	Note        string
	Version     int
	CreatedAt   time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt   time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of both groups.
func (Member) TableName() string { return "reference_members" }

const maxCompetences = 20

// settle makes what follows from the content.
func (m *Member) settle() {
	m.Group, m.Lang = cmp.Or(m.Group, Called), cmp.Or(m.Lang, "sv")
	m.Role, m.Name = strings.TrimSpace(m.Role), strings.TrimSpace(m.Name)
	m.SortKey = collate.Key(m.Role)
	if m.Competences == nil {
		m.Competences = []string{} // stored as a list, never as null
	}
}

// Check holds the rules of a member by itself.
func (m Member) Check(today day.Day) error {
	var c problem.Checks
	problem.OneOf(&c, "group", m.Group, Called, Drafting)
	c.Line("role", m.Role, 200)
	if m.Name != "" || m.ConsentOn != "" {
		c.Line("namedAs.name", m.Name, 200)
		c.If(m.ConsentOn == "", "namedAs.consentOn", "consentNeeded", "Say on which day the person agreed to be named here; without that only the role is shown.")
		m.ConsentOn.Check(&c, "namedAs.consentOn")
		c.If(m.ConsentOn > today, "namedAs.consentOn", "inTheFuture", "The person has not agreed yet.")
		c.If(m.UserID != nil, "namedAs", "notAllowed", "Who has an account decides there on being named.")
	}
	c.If(m.BodyID != nil && id.Invalid(*m.BodyID), "bodyId", "unknownReference", "There is no such body.")
	c.If(m.UserID != nil && id.Invalid(*m.UserID), "userId", "unknownReference", "There is no such account.")
	c.If(len(m.Competences) > maxCompetences, "competences", "tooMany", "At most 20 competences.")
	seen := map[string]bool{}
	for _, text := range m.Competences {
		c.Line("competences", text, 200)
		c.If(seen[collate.Fold(text)], "competences", "duplicate", "The same competence stands twice.")
		seen[collate.Fold(text)] = true
	}
	plans.CheckLang(&c, "lang", m.Lang)
	m.ValidFrom.Check(&c, "validFrom")
	m.ValidTo.Check(&c, "validTo")
	c.If(m.ValidFrom.Valid() && m.ValidTo.Valid() && m.ValidTo < m.ValidFrom, "validTo", "endBeforeStart", "The member leaves before coming.")
	c.MaxLength("note", m.Note, 2000)
	return c.Err()
}

// InForce tells whether somebody is a member on day d.
func (m Member) InForce(d day.Day) bool {
	return (m.ValidFrom == "" || m.ValidFrom <= d) && (m.ValidTo == "" || d <= m.ValidTo)
}

// traced is what traces keep of a member: a person by id, never by name.
type traced struct {
	Input
	NamedAs   *struct{} `json:"namedAs,omitempty"` // IsNamed and ConsentOn say it
	IsNamed   bool      `json:"isNamed"`
	ConsentOn day.Day   `json:"consentOn"`
}

func (m Member) traced() traced {
	return traced{Input: m.input(), IsNamed: m.Name != "", ConsentOn: m.ConsentOn}
}

// forgotten is what is left when the person is: the role and what was brought.
func (m Member) forgotten(now time.Time) Member {
	m.UserID, m.Name, m.ConsentOn = nil, "", ""
	m.Version, m.UpdatedAt = m.Version+1, now
	return m
}

// seesNames tells who sees colleagues' names and which account a member is.
func seesNames(u auth.User) bool { return u.May(auth.ReadCouncil) || u.May(auth.KeepReferences) }

// name is what the reader may call the member, "" when only the role.
func (m Member) name(u auth.User, known map[string]accounts.Known) string {
	if m.UserID == nil {
		return m.Name
	}
	if seesNames(u) {
		return known[*m.UserID].Colleagues.Name
	}
	return known[*m.UserID].Everyone.Name
}
