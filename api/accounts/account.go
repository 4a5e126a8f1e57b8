package accounts

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/collate"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Account is a person who may sign in. The row owns its rules.
type Account struct {
	ID           string
	Email        string
	EmailKey     string // the address as it is compared: without regard to case
	Name         string
	Lang         string
	Active       bool
	PasswordHash string
	SortKey      string
	Version      int
	CreatedAt    time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt    time.Time `gorm:"autoUpdateTime:false"`
	Phone        string
	Title        string
	PublicName   bool
	PublicEmail  bool
	PublicPhone  bool
	Protected    bool // shown to nobody else, see privacy.go
	ErasedAt     *time.Time
	Roles        []Role `gorm:"-"` // rows of their own, in the writer's order

	// What is read with it for those who look at it.
	Words      Words `gorm:"-"`
	Invitation *Link `gorm:"-"`
}

// TableName is the table of all accounts.
func (Account) TableName() string { return "users" }

// Role is what the person is, between two days, both included.
type Role struct {
	UserID    string
	Position  int
	Name      auth.RoleName `gorm:"column:role"`
	BodyID    *string       // for roles that hold for a body
	ValidFrom day.Day
	ValidTo   day.Day
	// Provided tells that the system by which the person signs in gave it, and
	// takes it back.
	Provided bool
}

// TableName is the table of all roles.
func (Role) TableName() string { return "user_roles" }

func (r Role) body() string {
	if r.BodyID == nil {
		return ""
	}
	return *r.BodyID
}

func (r Role) inForce(d day.Day) bool {
	return (r.ValidFrom == "" || r.ValidFrom <= d) && (r.ValidTo == "" || d <= r.ValidTo)
}

// Bounds of what is stated of a user.
const (
	maxRoles    = 20
	minPassword = 12
	maxPassword = 200
	maxEmail    = 254
)

// languages of the interface; the first is the default.
var languages = []string{"sv", "en"}

// settle gives what follows from the content.
func (a *Account) settle() {
	if a.Lang == "" {
		a.Lang = languages[0]
	}
	a.EmailKey, a.SortKey = collate.Fold(a.Email), collate.Key(a.Name)
	if a.Protected {
		a.SortKey = "" // its place in a list would tell of the name
	}
	for i := range a.Roles {
		a.Roles[i].UserID, a.Roles[i].Position = a.ID, i
	}
}

// Check holds the rules of an account by itself.
func (a Account) Check() error {
	var c problem.Checks
	a.check(&c)
	return c.Err()
}

// with is the account with what a keeper of accounts states of it; the rest,
// which is the person's own, stays.
func (a Account) with(content Account, self bool) Account {
	out := a
	out.Email, out.Name, out.Lang, out.Active, out.Roles = content.Email, content.Name, content.Lang, content.Active, content.Roles
	if a.Protected && !self {
		out.keepHidden(a)
	}
	if content.Protected {
		out.PublicName, out.PublicEmail, out.PublicPhone = false, false, false
	}
	out.Protected = content.Protected
	return out
}

func (a Account) check(c *problem.Checks) {
	c.Required("email", a.Email)
	c.OptionalLine("email", a.Email, maxEmail)
	c.Email("email", a.Email)
	c.Line("name", a.Name, 200)
	problem.OneOf(c, "lang", a.Lang, languages...)
	c.OptionalLine("title", a.Title, 100)
	c.OptionalLine("phone", a.Phone, 40)
	c.If(strings.Trim(a.Phone, "0123456789 +-()") != "", "phone", "invalidFormat", "A phone number such as +46 90 16 00 00.")
	c.If(a.PublicPhone && a.Phone == "", "phone", "required", "A phone that is shown must be given.")
	for name, public := range map[string]bool{"publicName": a.PublicName, "publicEmail": a.PublicEmail, "publicPhone": a.PublicPhone} {
		c.If(public && a.Protected, name, "notAllowed", "Nothing is shown of a protected person.")
	}
	c.If(len(a.Roles) > maxRoles, "roles", "tooMany", fmt.Sprintf("At most %d roles.", maxRoles))
	for i, r := range a.Roles {
		r.check(c, roleField(i))
		twice := slices.ContainsFunc(a.Roles[:i], func(o Role) bool { return o.Name == r.Name && o.body() == r.body() })
		c.If(twice, roleField(i), "duplicate", "The same role stands there twice.")
	}
}

// roleField names a role, or a field of it, as the client sent it.
func roleField(i int, field ...string) string {
	return strings.Join(append([]string{fmt.Sprintf("roles[%d]", i)}, field...), ".")
}

func (r Role) check(c *problem.Checks, name string) {
	problem.OneOf(c, name+".role", r.Name, auth.RoleNames...)
	switch body := r.body(); {
	case r.Name.NeedsBody() && body == "":
		c.Add(name+".bodyId", "required", "This role holds for a body.")
	case body != "" && !r.Name.NeedsBody():
		c.Add(name+".bodyId", "notAllowed", "This role holds for no body.")
	case body != "" && !id.Valid(body):
		c.Add(name+".bodyId", "unknownReference", "There is no such body.")
	}
	r.ValidFrom.Check(c, name+".validFrom")
	r.ValidTo.Check(c, name+".validTo")
	c.If(r.ValidFrom.Valid() && r.ValidTo.Valid() && r.ValidTo < r.ValidFrom,
		name+".validTo", "endBeforeStart", "The role ends before it begins.")
}

// KeptBy tells who keeps the accounts.
func KeptBy(u auth.User) bool { return u.May(auth.KeepUsers) }

// EditableBy tells whether the user may give the account this content: nobody
// but administrators may touch, or make, an administrator.
func (a Account) EditableBy(u auth.User) bool {
	return a.ErasedAt == nil && (u.May(auth.KeepAdmins) || u.May(auth.KeepUsers) && !a.has(auth.Admin))
}

func (a Account) has(name auth.RoleName) bool {
	return slices.ContainsFunc(a.Roles, func(r Role) bool { return r.Name == name })
}

// lastingAdmin tells whether the account administers today and with no last
// day: one whose role runs out would leave nobody on the day after.
func (a Account) lastingAdmin(today day.Day) bool {
	return a.Active && slices.ContainsFunc(a.Roles, func(r Role) bool {
		return r.Name == auth.Admin && r.inForce(today) && r.ValidTo == ""
	})
}

// user is the account as other rooms see it, with the roles in force that day.
func (a Account) user(today day.Day) auth.User {
	u := auth.User{ID: a.ID}
	for _, r := range a.Roles {
		if r.inForce(today) {
			u.Roles = append(u.Roles, auth.Role{Name: r.Name, BodyID: r.body()})
		}
	}
	return u
}

// traced is what the audit keeps of two contents: persons appear in it by id
// only, so a changed name or address is noted without what it was and became.
func traced(before, after Account) (b, a tracedAccount) {
	b, a = before.traced(), after.traced()
	for _, pair := range [][2]*string{{&b.Email, &a.Email}, {&b.Name, &a.Name}, {&b.Phone, &a.Phone}, {&b.Title, &a.Title}} {
		if *pair[0] != *pair[1] {
			*pair[1] = "(changed)"
		} else {
			*pair[1] = ""
		}
		*pair[0] = ""
	}
	return b, a
}

// tracedAccount is all that is stated of an account.
type tracedAccount struct {
	Input
	Phone       string `json:"phone"`
	Title       string `json:"title"`
	PublicName  bool   `json:"publicName"`
	PublicEmail bool   `json:"publicEmail"`
	PublicPhone bool   `json:"publicPhone"`
}

func (a Account) traced() tracedAccount {
	return tracedAccount{a.input(), a.Phone, a.Title, a.PublicName, a.PublicEmail, a.PublicPhone}
}

// trimmed takes away the space that comes along when an address is pasted.
func (a Account) trimmed() Account {
	a.Email, a.Name = strings.TrimSpace(a.Email), strings.TrimSpace(a.Name)
	a.Phone, a.Title = strings.TrimSpace(a.Phone), strings.TrimSpace(a.Title)
	return a
}
