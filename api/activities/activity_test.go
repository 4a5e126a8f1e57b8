package activities

import (
	"slices"
	"strings"
	"testing"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

func exact(d day.Day) day.Dated   { return day.Dated{Day: d, Precision: day.ToDay} }
func inYear(d day.Day) day.Dated  { return day.Dated{Day: d, Precision: day.ToYear} }
func monthOf(d day.Day) day.Dated { return day.Dated{Day: d, Precision: day.ToMonth} }

func ref(text string) *string { return &text }

// right is an activity with nothing wrong.
func right() Activity {
	return Activity{ID: "a", PlanID: "p", Key: "utveckla-centrum-mot-vald", Code: "2.2", Part: 2, Position: 2, Title: "Utveckla Centrum mot våld",
		Lang: "sv", DatesSource: "plan", ClassificationSource: "plan", Source: "plan", Funding: Funding{State: NoFunding}}
}

func TestCheckActivity(t *testing.T) {
	t.Parallel()
	amount := func(n int64) *int64 { return &n }
	for name, c := range map[string]struct {
		alter       func(*Activity)
		field, code string
	}{
		"takes one with only what is required":      {func(*Activity) {}, "", ""},
		"takes the code of a sub-activity":          {func(a *Activity) { a.Code = "2.4.1" }, "", ""},
		"refuses a code with a space":               {func(a *Activity) { a.Code = "2. 4" }, "code", "invalidFormat"},
		"refuses a code that ends in a dot":         {func(a *Activity) { a.Code = "2." }, "code", "invalidFormat"},
		"refuses a negative part":                   {func(a *Activity) { a.Part = -1 }, "part", "outOfRange"},
		"refuses a title of spaces":                 {func(a *Activity) { a.Title = " \t" }, "title", "required"},
		"refuses a long title":                      {func(a *Activity) { a.Title = strings.Repeat("ö", 201) }, "title", "tooLong"},
		"refuses NUL in the description":            {func(a *Activity) { a.Description = "a\x00" }, "description", "invalidCharacter"},
		"refuses a long description":                {func(a *Activity) { a.Description = strings.Repeat("a", 20_001) }, "description", "tooLong"},
		"refuses a language nobody writes in":       {func(a *Activity) { a.Lang = "tlh" }, "lang", "notAllowed"},
		"refuses the year 0":                        {func(a *Activity) { a.Start = exact("0000-01-01") }, "start.day", "invalidFormat"},
		"refuses the year 9999":                     {func(a *Activity) { a.End = exact("9999-12-31") }, "end.day", "invalidFormat"},
		"refuses a precision of a week":             {func(a *Activity) { a.Start = day.Dated{Day: "2020-01-01", Precision: "week"} }, "start.precision", "notAllowed"},
		"refuses an end before the start":           {func(a *Activity) { a.Start, a.End = exact("2020-02-01"), exact("2020-01-31") }, "end", "endBeforeStart"},
		"takes an end within the year of the start": {func(a *Activity) { a.Start, a.End = exact("2020-02-01"), inYear("2020-01-01") }, "", ""},
		"refuses a fifth level":                     {func(a *Activity) { a.Levels = []Level{"universe"} }, "levels", "notAllowed"},
		"refuses the same level twice":              {func(a *Activity) { a.Levels = []Level{Society, Society} }, "levels", "duplicate"},
		"refuses the same area twice":               {func(a *Activity) { a.AreaIDs = []string{"x", "x"} }, "violenceAreaIds", "duplicate"},
		"refuses negative money":                    {func(a *Activity) { a.Funding.AmountSEK = amount(-1) }, "funding.amountSek", "outOfRange"},
		"refuses more money than there is":          {func(a *Activity) { a.Funding.AmountSEK = amount(1 << 60) }, "funding.amountSek", "outOfRange"},
		"refuses a link to a script":                {func(a *Activity) { a.Links = []WebLink{{"x", "javascript:alert(1)"}} }, "links.url", "invalidFormat"},
		"refuses a link without an address":         {func(a *Activity) { a.Links = []WebLink{{Title: "x"}} }, "links.url", "required"},
		"refuses itself as parent":                  {func(a *Activity) { a.ParentID = ref("a") }, "parentId", "cycle"},
		"refuses a source that is none":             {func(a *Activity) { a.DatesSource = "rumour" }, "datesSource", "notAllowed"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			a := right()
			c.alter(&a)

			wantField(t, a.Check(), c.field, c.code)
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

func TestCheckReport(t *testing.T) {
	t.Parallel()
	const today = day.Day("2026-11-23")
	for name, c := range map[string]struct {
		r           Report
		field, code string
	}{
		"takes one that is on track":                  {Report{BodyID: "b", State: PartOnTrack, AsOf: today}, "", ""},
		"refuses one without a body":                  {Report{State: PartOnTrack, AsOf: today}, "bodyId", "required"},
		"refuses the state that means no report":      {Report{BodyID: "b", State: PartNone, AsOf: today}, "state", "notAllowed"},
		"refuses a day to come":                       {Report{BodyID: "b", State: PartOnTrack, AsOf: "2026-11-24"}, "asOf", "inTheFuture"},
		"refuses a deviation that is not told":        {Report{BodyID: "b", State: PartDeviation, AsOf: today, Deviation: " "}, "deviation", "required"},
		"refuses done without what was done":          {Report{BodyID: "b", State: PartDone, AsOf: today}, "done", "required"},
		"takes a deviation that is told":              {Report{BodyID: "b", State: PartDeviation, AsOf: today, Deviation: "Vakans."}, "", ""},
		"refuses a text of more than 5000 characters": {Report{BodyID: "b", State: PartOnTrack, AsOf: today, Next: strings.Repeat("x", 5001)}, "next", "tooLong"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			wantField(t, c.r.Check(today), c.field, c.code)
		})
	}
}

func TestAReportIsCorrectedByWhoWroteItOrTheCoordinator(t *testing.T) {
	t.Parallel()
	r := Report{ByUserID: "eva"}
	for name, c := range map[string]struct {
		user auth.User
		want bool
	}{
		"who wrote it":    {auth.User{ID: "eva", Roles: []auth.Role{{Name: auth.Officer}}}, true},
		"another officer": {auth.User{ID: "adam", Roles: []auth.Role{{Name: auth.Officer}}}, false},
		"the coordinator": {auth.User{ID: "adam", Roles: []auth.Role{{Name: auth.Coordinator}}}, true},
		"the public":      {auth.User{}, false},
	} {
		if got := r.EditableBy(c.user); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
	if (Report{}).EditableBy(auth.User{}) {
		t.Error("a report without a writer was open to the public")
	}
}

func TestCirclesAreFound(t *testing.T) {
	t.Parallel()
	edges := map[string][]string{"a": {"b"}, "b": {"c", "d"}, "d": {"b"}}
	for _, c := range []struct {
		from, to string
		want     bool
	}{
		{"a", "c", true}, {"c", "a", false}, {"a", "a", true}, {"x", "a", false}, {"d", "c", true},
	} {
		if got := reaches(edges, c.from, c.to); got != c.want {
			t.Errorf("%s to %s: %t", c.from, c.to, got)
		}
	}
}

func TestAnEditOfTheContentKeepsTheStates(t *testing.T) {
	t.Parallel()
	old := right()
	old.Version, old.MergedIntoID, old.CancelledOn, old.Done = 4, ref("b"), "2026-01-01", exact("2026-02-01")
	old.Override, old.Status = Override{Late, "skäl", ""}, Merged

	content := right()
	content.ID, content.Title = "", "Ny rubrik"
	content.keepState(old)

	want := old
	want.Title, want.Version = "Ny rubrik", 5
	if content.ID != want.ID || content.Version != 5 || *content.MergedIntoID != "b" || content.Done != want.Done ||
		content.Override != want.Override || content.Status != Merged || content.CancelledOn != want.CancelledOn || content.Title != want.Title {
		t.Errorf("%+v", content)
	}
}
