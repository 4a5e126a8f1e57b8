package accounts

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

func account(change func(*Account)) Account {
	a := Account{ID: id.New(), Email: "person@example.se", Name: "En person", Active: true}
	change(&a)
	a.settle()
	return a
}

// told is what a check said, as "name: code" of each field.
func told(err error) string {
	p := problem.As(err)
	if p == nil {
		return ""
	}
	var said []string
	for _, f := range p.Errors {
		said = append(said, f.Name+": "+f.Code)
	}
	return strings.Join(said, ", ")
}

func TestCheckAccount(t *testing.T) {
	body, unknown := id.New(), "not-an-id\x00"
	for name, c := range map[string]struct {
		change func(*Account)
		want   string
	}{
		"accepts a person with no roles":    {func(*Account) {}, ""},
		"wants an address":                  {func(a *Account) { a.Email = "" }, "email: required"},
		"refuses what is no address":        {func(a *Account) { a.Email = "person" }, "email: invalidFormat"},
		"refuses a name beside the address": {func(a *Account) { a.Email = "P <p@example.se>" }, "email: invalidFormat"},
		"wants a name":                      {func(a *Account) { a.Name = " " }, "name: required"},
		"refuses a control character":       {func(a *Account) { a.Name = "a\x00b" }, "name: invalidCharacter"},
		"knows its languages":               {func(a *Account) { a.Lang = "de" }, "lang: notAllowed"},
		"knows its roles":                   {func(a *Account) { a.Roles = []Role{{Name: "king"}} }, "roles[0].role: notAllowed"},
		"wants the body of an officer":      {func(a *Account) { a.Roles = []Role{{Name: auth.Officer}} }, "roles[0].bodyId: required"},
		"wants no body of a coordinator":    {func(a *Account) { a.Roles = []Role{{Name: auth.Coordinator, BodyID: &body}} }, "roles[0].bodyId: notAllowed"},
		"refuses a body that cannot be one": {func(a *Account) { a.Roles = []Role{{Name: auth.Officer, BodyID: &unknown}} }, "roles[0].bodyId: unknownReference"},
		"refuses a role that ends too early": {func(a *Account) {
			a.Roles = []Role{{Name: auth.Member, ValidFrom: "2026-02-01", ValidTo: "2026-01-31"}}
		}, "roles[0].validTo: endBeforeStart"},
		"refuses a day that is none":             {func(a *Account) { a.Roles = []Role{{Name: auth.Member, ValidFrom: "0000-01-01"}} }, "roles[0].validFrom: invalidFormat"},
		"refuses a role twice":                   {func(a *Account) { a.Roles = []Role{{Name: auth.Member}, {Name: auth.Member}} }, "roles[1]: duplicate"},
		"refuses more roles than anyone has":     {func(a *Account) { a.Roles = many(21) }, "roles: tooMany"},
		"accepts one role for several bodies":    {func(a *Account) { a.Roles = many(20) }, ""},
		"names everything that is wrong at once": {func(a *Account) { a.Email, a.Name = "x", "" }, "email: invalidFormat, name: required"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := told(account(c.change).Check()); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func many(n int) []Role {
	roles := make([]Role, n)
	for i := range roles {
		body := id.New()
		roles[i] = Role{Name: auth.Officer, BodyID: &body}
	}
	return roles
}

func TestEditableBy(t *testing.T) {
	admin := account(func(a *Account) { a.Roles = []Role{{Name: auth.Admin, ValidTo: "2000-01-01"}} })
	reader := account(func(a *Account) { a.Roles = []Role{{Name: auth.Reader}} })
	for _, c := range []struct {
		who             auth.RoleName
		reader, isAdmin bool
	}{{auth.Admin, true, true}, {auth.Coordinator, true, false}, {auth.Manager, false, false}, {auth.Reader, false, false}} {
		t.Run(string(c.who), func(t *testing.T) {
			u := auth.User{ID: id.New(), Roles: []auth.Role{{Name: c.who}}}
			if got := reader.EditableBy(u); got != c.reader {
				t.Errorf("a reader's account: %v", got)
			}
			if got := admin.EditableBy(u); got != c.isAdmin {
				t.Errorf("an administrator's account: %v", got)
			}
		})
	}
}

func TestRolesOnADay(t *testing.T) {
	body := id.New()
	a := account(func(a *Account) {
		a.Roles = []Role{{Name: auth.Officer, BodyID: &body, ValidFrom: "2026-01-01", ValidTo: "2026-06-30"}, {Name: auth.Reader}}
	})
	for d, want := range map[day.Day]string{
		"2025-12-31": "[{reader }]",
		"2026-01-01": "[{officer " + body + "} {reader }]",
		"2026-06-30": "[{officer " + body + "} {reader }]",
		"2026-07-01": "[{reader }]",
	} {
		if got := fmt.Sprint(a.user(d).Roles); got != want {
			t.Errorf("on %s: %s, want %s", d, got, want)
		}
	}
}

func TestLastingAdmin(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Account)
		want   bool
	}{
		"an active administrator":     {func(a *Account) { a.Roles = []Role{{Name: auth.Admin}} }, true},
		"not one who may not sign in": {func(a *Account) { a.Active, a.Roles = false, []Role{{Name: auth.Admin}} }, false},
		"not one who begins later":    {func(a *Account) { a.Roles = []Role{{Name: auth.Admin, ValidFrom: "2026-12-01"}} }, false},
		"not one who will end":        {func(a *Account) { a.Roles = []Role{{Name: auth.Admin, ValidTo: "2030-01-01"}} }, false},
		"not a coordinator":           {func(a *Account) { a.Roles = []Role{{Name: auth.Coordinator}} }, false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := account(c.change).lastingAdmin("2026-11-22"); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestTracedKeepsNoPerson(t *testing.T) {
	before := account(func(a *Account) {})
	after := account(func(a *Account) { a.Email, a.Active = "other@example.se", false })

	b, a := traced(before, after)

	if text := fmt.Sprint(b, a); strings.Contains(text, "@") || strings.Contains(text, "person") {
		t.Errorf("the trace names a person: %s", text)
	}
	if b.Email == a.Email || b.Name != a.Name || b.Active == a.Active {
		t.Errorf("the trace does not tell what changed: %v %v", b, a)
	}
}

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

func TestThrottle(t *testing.T) {
	now := noon
	a := attempts{LastAt: now, BlockedUntil: now}
	try := func() time.Duration {
		a = a.charge(perAccount, now)
		return a.wait(now)
	}

	t.Run("lets the first five through", func(t *testing.T) {
		for i := range 5 {
			if w := try(); w != 0 {
				t.Errorf("attempt %d must wait %v", i+1, w)
			}
		}
	})
	t.Run("then doubles the wait, up to its longest", func(t *testing.T) {
		for _, want := range []time.Duration{1, 2, 4, 8, 16, 30, 30} {
			if w := try(); w != want*time.Second {
				t.Errorf("must wait %v, want %ds", w, want)
			}
			now = now.Add(a.wait(now))
		}
	})
	t.Run("forgets a night's attack before the morning", func(t *testing.T) {
		for range 1000 {
			try()
		}
		now = now.Add(2 * time.Hour)
		if w := try(); w != 0 {
			t.Errorf("must still wait %v", w)
		}
	})
	t.Run("gives an attempt back", func(t *testing.T) {
		a := attempts{LastAt: now, BlockedUntil: now}
		for range 100 {
			if a = a.charge(perAddress, now); a.wait(now) > 0 {
				t.Fatal("somebody who always knows the password must wait")
			}
			a = a.refund(perAddress, now)
		}
	})
	t.Run("is not fooled by a clock that goes back", func(t *testing.T) {
		if b := a.charge(perAccount, now.Add(-time.Hour)); b.Score < a.Score {
			t.Errorf("%d became %d", a.Score, b.Score)
		}
	})
}

func TestAddressKey(t *testing.T) {
	secret := []byte("secret")
	for name, c := range map[string]struct {
		a, b string
		same bool
	}{
		"one IPv6 network is one":     {"2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true},
		"another network is another":  {"2001:db8:1:2::1", "2001:db8:1:3::1", false},
		"IPv4 in IPv6 is IPv4":        {"::ffff:192.0.2.1", "192.0.2.1", true},
		"one IPv4 is not its sibling": {"192.0.2.1", "192.0.2.2", false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := addressKey(secret, c.a) == addressKey(secret, c.b); got != c.same {
				t.Errorf("same: %v", got)
			}
		})
	}
	if strings.Contains(addressKey(secret, "192.0.2.1"), "192") {
		t.Error("the key shows the address")
	}
}
