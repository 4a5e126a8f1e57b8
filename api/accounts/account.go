package accounts

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

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
	Roles        []Role    `gorm:"-"` // rows of their own, in the writer's order
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

func (a Account) check(c *problem.Checks) {
	c.Required("email", a.Email)
	c.OptionalLine("email", a.Email, maxEmail)
	c.Email("email", a.Email)
	c.Line("name", a.Name, 200)
	problem.OneOf(c, "lang", a.Lang, languages...)
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

// checkPassword is NIST's rule: long enough, and nothing about what it is made of.
func (a Account) checkPassword(c *problem.Checks, password string) {
	n := utf8.RuneCountInString(password)
	c.If(n < minPassword, "password", "tooShort", fmt.Sprintf("At least %d characters.", minPassword))
	c.If(n > maxPassword, "password", "tooLong", fmt.Sprintf("At most %d characters.", maxPassword))
	c.If(n >= minPassword && collate.Fold(password) == collate.Fold(a.Email),
		"password", "notAllowed", "The password is the mail address.")
}

// KeptBy tells who keeps the accounts.
func KeptBy(u auth.User) bool { return u.May(auth.KeepUsers) }

// EditableBy tells whether the user may give the account this content: nobody
// but administrators may touch, or make, an administrator.
func (a Account) EditableBy(u auth.User) bool {
	return u.May(auth.KeepAdmins) || u.May(auth.KeepUsers) && !a.has(auth.Admin)
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
func traced(before, after Account) (b, a Input) {
	b, a = before.input(), after.input()
	for _, pair := range [][2]*string{{&b.Email, &a.Email}, {&b.Name, &a.Name}} {
		if *pair[0] != *pair[1] {
			*pair[1] = "(changed)"
		} else {
			*pair[1] = ""
		}
		*pair[0] = ""
	}
	return b, a
}

// trimmed takes away the space that comes along when an address is pasted.
func (a Account) trimmed() Account {
	a.Email, a.Name = strings.TrimSpace(a.Email), strings.TrimSpace(a.Name)
	return a
}
