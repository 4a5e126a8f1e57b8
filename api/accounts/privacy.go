package accounts

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
)

// roleWords say in both languages what somebody is.
var roleWords = map[auth.RoleName]Words{
	auth.Admin:       {"Administratör", "Administrator"},
	auth.Coordinator: {"Samordnare", "Coordinator"},
	auth.Steering:    {"Styrgruppen", "Steering group"},
	auth.Officer:     {"Handläggare", "Officer"},
	auth.Manager:     {"Chef", "Manager"},
	auth.Contact:     {"Kontaktperson", "Contact person"},
	auth.Member:      {"Rådsledamot", "Council member"},
	auth.Secretary:   {"Rådets sekreterare", "Secretary of the council"},
	auth.Expert:      {"Sakkunnig", "Expert"},
	auth.Editor:      {"Redaktör", "Editor"},
	auth.Reviewer:    {"Granskare", "Reviewer"},
	auth.Partner:     {"Samverkanspart", "Partner"},
	auth.Reader:      {"Läsare", "Reader"},
}

// noRole is what somebody without any is called.
var noRole = Words{"Användare", "User"}

// words say what the account is by its weightiest role, where that holds: names
// are the bodies' by id. Roles in force come before those that were.
func (a Account) words(names map[string]Words, today day.Day) Words {
	w := noRole
	if r, ok := a.foremost(today); ok {
		w = r.words(names)
	}
	if a.ErasedAt != nil {
		w = Words{"Tidigare " + lowerFirst(w.Sv), "Former " + lowerFirst(w.En)}
	}
	return w
}

func (r Role) words(names map[string]Words) Words {
	w := roleWords[r.Name]
	if name, ok := names[r.body()]; ok {
		w = Words{w.Sv + ", " + name.Sv, w.En + ", " + name.En}
	}
	return w
}

func (a Account) foremost(today day.Day) (best Role, found bool) {
	for _, inForce := range []bool{true, false} {
		for _, name := range auth.RoleNames {
			for _, r := range a.Roles {
				if r.Name == name && (!inForce || r.inForce(today)) {
					return r, true
				}
			}
		}
	}
	return Role{}, false
}

func lowerFirst(text string) string {
	head, tail, _ := strings.Cut(text, ",")
	if tail != "" {
		tail = "," + tail
	}
	return strings.ToLower(head[:1]) + head[1:] + tail
}

// seenBy hides what the viewer may not know. A protected person and an erased
// one are their role; a person always sees themselves.
func (a Account) seenBy(viewer auth.User) Account {
	if a.ErasedAt != nil || a.Protected && viewer.ID != a.ID {
		a.Name, a.Email, a.Phone, a.Title = a.Words.Sv, "", "", ""
	}
	return a
}

// keepHidden puts back what a writer could not see and sent as it was shown.
func (a *Account) keepHidden(old Account) {
	if a.Email == "" {
		a.Email = old.Email
	}
	if a.Name == old.Words.Sv {
		a.Name = old.Name
	}
}

// private are the fields of which traces of a person may hold values.
var private = []string{"name", "email", "phone", "title"}

// Shown is what others may know of somebody: the name when it may be known, and
// what they are.
type Shown struct {
	Name string
	Role Words
}

// publicKey is the place of somebody among contacts: one who shows no name
// stands last, in no order that would tell of it.
func (a Account) publicKey() string {
	if !a.PublicName {
		return "\uffff" + a.ID
	}
	return a.SortKey
}

// holds gives the role of this name for the body, if it is in force.
func (a Account) holds(name auth.RoleName, bodyID string, today day.Day) (Role, bool) {
	for _, r := range a.Roles {
		if r.Name == name && r.body() == bodyID && r.inForce(today) {
			return r, true
		}
	}
	return Role{}, false
}

// contact is the account as the public may see it in a role.
func (a Account) contact(r Role, words Words) Contact {
	c := Contact{Role: string(r.Name), RoleWords: words}
	if a.Protected {
		return c
	}
	if a.PublicName {
		c.Name, c.Title = a.Name, a.Title
	}
	if a.PublicEmail {
		c.Email = a.Email
	}
	if a.PublicPhone {
		c.Phone = a.Phone
	}
	return c
}

// known is what others may know of the person, and how to reach them.
func (a Account) known() (k Known) {
	if a.Protected || a.ErasedAt != nil {
		return k
	}
	k.Colleagues = Card{a.Name, a.Title, a.Email, a.Phone}
	if !a.Active {
		return k
	}
	if a.PublicName {
		k.Everyone.Name, k.Everyone.Title = a.Name, a.Title
	}
	if a.PublicEmail {
		k.Everyone.Email = a.Email
	}
	if a.PublicPhone {
		k.Everyone.Phone = a.Phone
	}
	return k
}

// ReadableBy tells who may take out all that is held on the person.
func (a Account) ReadableBy(u auth.User) bool {
	return u.May(auth.ExportPersons) || u.MayOwn(auth.KeepOwnAccount, a.ID)
}

// ErasableBy tells who may have the person forgotten.
func (a Account) ErasableBy(u auth.User) bool {
	return a.ErasedAt == nil && u.May(auth.ErasePersons)
}

// erased is what is left of an account: its roles, which end today.
func (a Account) erased(now time.Time, today day.Day) Account {
	out := Account{ID: a.ID, EmailKey: "erased " + a.ID, Lang: languages[0], Version: a.Version + 1,
		CreatedAt: a.CreatedAt, UpdatedAt: now, ErasedAt: &now, Roles: slices.Clone(a.Roles)}
	for i, r := range out.Roles {
		if r.ValidTo == "" || r.ValidTo > today {
			out.Roles[i].ValidTo = today
		}
	}
	return out
}

// around are the words that stand about a person, of which no password is made.
func (a Account) around() []string {
	local, host, _ := strings.Cut(a.Email, "@")
	return append(strings.FieldsFunc(local+" "+host+" "+a.Name, func(r rune) bool { return !unicode.IsLetter(r) }), local)
}
