package integrations

import (
	"fmt"
	"slices"
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/collate"
	"envagin/api/platform/problem"
)

// Client is a system that acts for a body. The row owns its rules.
type Client struct {
	ID        string
	Name      string
	BodyID    string
	Scopes    []string `gorm:"serializer:json"`
	Email     string   // of those who look after the system: a function, not a person
	Lang      string   // in which they are written to
	Active    bool
	Note      string
	SortKey   string
	Version   int
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all clients.
func (Client) TableName() string { return "api_clients" }

// languages in which a contact is written to; the first is the default.
var languages = []string{"sv", "en"}

// settle gives what follows from the content.
func (k *Client) settle() {
	if k.Lang == "" {
		k.Lang = languages[0]
	}
	slices.Sort(k.Scopes)
	k.SortKey = collate.Key(k.Name)
}

// Check holds the rules of a client by itself.
func (k Client) Check() error {
	var c problem.Checks
	c.Line("name", k.Name, 200)
	c.Required("bodyId", k.BodyID)
	c.If(len(k.Scopes) == 0, "scopes", "required", "A client without a scope can do nothing.")
	for i, s := range k.Scopes {
		name := fmt.Sprintf("scopes[%d]", i)
		problem.OneOf(&c, name, s, scopeNames()...)
		c.If(slices.Contains(k.Scopes[:i], s), name, "duplicate", "The same scope stands there twice.")
	}
	c.Required("email", k.Email)
	c.Email("email", k.Email)
	problem.OneOf(&c, "lang", k.Lang, languages...)
	c.MaxLength("note", k.Note, 2000)
	return c.Err()
}

func scopeNames() []string {
	names := make([]string, len(auth.Scopes))
	for i, s := range auth.Scopes {
		names[i] = s.Name
	}
	return names
}

// KeptBy tells who keeps the clients and their keys.
func KeptBy(u auth.User) bool { return u.May(auth.KeepClients) }

// user is the client as other rooms see it.
func (k Client) user() auth.User {
	return auth.User{ID: k.ID, Roles: []auth.Role{{Name: auth.Client, BodyID: k.BodyID}}, Scopes: k.Scopes}
}
