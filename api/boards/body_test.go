package boards

import (
	"slices"
	"strings"
	"testing"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// right is a body with nothing wrong.
func right() Body {
	return Body{ID: "1", Key: "ifn", Kind: Board, NameSv: "Individ- och familjenämnden", NameEn: "Individual and Family Committee", Source: "plan"}
}

func TestCheckBody(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		alter func(*Body)
		field string // "" when nothing is wrong
		code  string
	}{
		"takes a body with only what is required": {func(*Body) {}, "", ""},
		"takes a body of one day":                 {func(b *Body) { b.ValidFrom, b.ValidTo = "2020-01-01", "2020-01-01" }, "", ""},
		"refuses an empty key":                    {func(b *Body) { b.Key = "" }, "key", "invalidFormat"},
		"refuses capitals in a key":               {func(b *Body) { b.Key = "IFN" }, "key", "invalidFormat"},
		"refuses å in a key":                      {func(b *Body) { b.Key = "nämnd" }, "key", "invalidFormat"},
		"refuses a hyphen at the end of a key":    {func(b *Body) { b.Key = "ifn-" }, "key", "invalidFormat"},
		"refuses an unknown kind":                 {func(b *Body) { b.Kind = "committee" }, "kind", "notAllowed"},
		"refuses a name of spaces":                {func(b *Body) { b.NameSv = "  " }, "nameSv", "required"},
		"refuses a name on two lines":             {func(b *Body) { b.NameEn = "a\nb" }, "nameEn", "invalidFormat"},
		"counts a name in letters, not bytes":     {func(b *Body) { b.NameSv = strings.Repeat("å", 200) }, "", ""},
		"refuses a long name":                     {func(b *Body) { b.NameSv = strings.Repeat("å", 201) }, "nameSv", "tooLong"},
		"refuses NUL":                             {func(b *Body) { b.Description = "a\x00b" }, "description", "invalidCharacter"},
		"refuses the year 0":                      {func(b *Body) { b.ValidFrom = "0000-01-01" }, "validFrom", "invalidFormat"},
		"refuses the 30th of February":            {func(b *Body) { b.ValidTo = "2021-02-30" }, "validTo", "invalidFormat"},
		"refuses an end before the beginning":     {func(b *Body) { b.ValidFrom, b.ValidTo = "2020-01-02", "2020-01-01" }, "validTo", "endBeforeStart"},
		"refuses a script for a website":          {func(b *Body) { b.Website = "javascript:alert(1)" }, "website", "invalidFormat"},
		"refuses a name in a mail address":        {func(b *Body) { b.Email = "Eva <eva@example.org>" }, "email", "invalidFormat"},
		"refuses an unknown source":               {func(b *Body) { b.Source = "rumour" }, "source", "notAllowed"},
		"refuses an external id without a scheme": {func(b *Body) { b.ExternalIDs = []ExternalID{{Value: "1"}} }, "externalIds", "required"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			b := right()
			c.alter(&b)

			wantField(t, b.Check(), c.field, c.code)
		})
	}
}

func wantField(t *testing.T, err error, field, code string) {
	t.Helper()
	if field == "" {
		if err != nil {
			t.Fatalf("nothing is wrong, but: %v", err)
		}
		return
	}
	p := problem.As(err)
	if p == nil || !slices.ContainsFunc(p.Errors, func(f problem.Field) bool { return f.Name == field && f.Code == code }) {
		t.Fatalf("got %v, wanted %s: %s", err, field, code)
	}
}

func TestABodyIsInForceFromItsFirstDayToItsLast(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from, to day.Day
		on       day.Day
		want     bool
	}{
		{"", "", "1950-01-01", true},
		{"2020-01-01", "", "2019-12-31", false},
		{"2020-01-01", "", "2020-01-01", true},
		{"", "2020-12-31", "2020-12-31", true},
		{"", "2020-12-31", "2021-01-01", false},
		{"2020-01-01", "2020-12-31", "2020-06-01", true},
	} {
		if got := (Body{ValidFrom: c.from, ValidTo: c.to}).InForce(c.on); got != c.want {
			t.Errorf("from %q to %q on %s: %t", c.from, c.to, c.on, got)
		}
	}
}

func TestOnlyTheCoordinatorAndAdministratorsKeepTheRegister(t *testing.T) {
	t.Parallel()
	for _, role := range auth.RoleNames {
		want := role == auth.Admin || role == auth.Coordinator
		if got := EditableBy(auth.User{ID: "1", Roles: []auth.Role{{Name: role}}}); got != want {
			t.Errorf("%s: %t", role, got)
		}
	}
	if EditableBy(auth.User{}) {
		t.Error("the public")
	}
}

// tree is made of lines "id parent kind [from [to]]", in order.
func tree(lines ...string) Tree {
	var bodies []Body
	for _, line := range lines {
		f := append(strings.Fields(line), "", "")
		b := Body{ID: f[0], Kind: Kind(f[2]), RootID: "kf"}
		if f[1] != "-" {
			b.ParentID = &f[1]
		}
		if f[3] != "-" {
			b.ValidFrom = day.Day(f[3])
		}
		b.ValidTo = day.Day(f[4])
		bodies = append(bodies, b)
	}
	return newTree(bodies)
}

var umea = tree(
	"kf - council",
	"ks kf executiveBoard",
	"ifn kf board 2015-01-01",
	"sn kf board - 2014-12-31",
	"forvaltning ifn administration",
	"enhet forvaltning unit",
	"bolag kf municipalCompany",
	"annan - board",
)

func TestAllBoardsAreTheBoardsInForceThatDay(t *testing.T) {
	t.Parallel()
	for on, want := range map[day.Day][]string{
		"2014-12-31": {"sn"},
		"2015-01-01": {"ifn"},
		"2026-11-23": {"ifn"},
	} {
		var got []string
		for _, b := range umea.BoardsOn("kf", on) {
			got = append(got, b.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, wanted %v", on, got, want)
		}
	}
}

func TestATreeKnowsWhatLiesOverAndUnder(t *testing.T) {
	t.Parallel()

	over, under := umea.Ancestors("enhet"), umea.Under("ifn")

	if !slices.Equal(over, []string{"enhet", "forvaltning", "ifn", "kf"}) {
		t.Error(over)
	}
	if !slices.Equal(under, []string{"ifn", "forvaltning", "enhet"}) {
		t.Error(under)
	}
	if got := umea.Ancestors("nobody"); len(got) != 0 {
		t.Error(got)
	}
}

func TestATreeWithACircleIsWalkedToItsEnd(t *testing.T) {
	t.Parallel()

	circle := tree("a b unit", "b a unit")

	if got := circle.Ancestors("a"); len(got) > maxDepth+1 {
		t.Error(got)
	}
}

func TestPlaceABody(t *testing.T) {
	t.Parallel()
	deep := make([]Body, maxDepth)
	for i := range deep {
		deep[i] = Body{ID: "x", RootID: "kf"}
	}
	for name, c := range map[string]struct {
		parents []Body
		root    string
		code    string
	}{
		"at the top it is its own root":    {nil, "1", ""},
		"under another it takes its root":  {[]Body{{ID: "2", RootID: "kf"}}, "kf", ""},
		"never under itself":               {[]Body{{ID: "2"}, {ID: "1"}}, "", "cycle"},
		"never deeper than ten levels":     {deep, "", "outOfRange"},
		"on the tenth level it is allowed": {deep[1:], "kf", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			b := right()
			err := b.place(c.parents)

			if c.code != "" {
				wantField(t, err, "parentId", c.code)
			} else if err != nil || b.RootID != c.root {
				t.Errorf("%v, root %s", err, b.RootID)
			}
		})
	}
}
