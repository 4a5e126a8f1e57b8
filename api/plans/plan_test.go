package plans

import (
	"strings"
	"testing"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
)

const someID = "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"

func goodPlan() Plan {
	return Input{Key: "umea-2020", Name: "Planen", Status: Draft, RootBodyID: someID,
		PeriodFrom: "2020-01-01", PeriodTo: "2022-12-31", Parts: []Part{{1, "Alla"}, {2, "Var och en"}}}.plan()
}

func TestPlanCheck(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*Plan)
		field  string
		code   string
	}{
		{"takes a plan", func(*Plan) {}, "", ""},
		{"takes a period of one day", func(p *Plan) { p.PeriodFrom = p.PeriodTo }, "", ""},
		{"refuses a period that ends before it begins", func(p *Plan) { p.PeriodTo = "2019-12-31" }, "periodTo", "endBeforeStart"},
		{"refuses the year 0", func(p *Plan) { p.PeriodFrom = "0000-01-01" }, "periodFrom", "invalidFormat"},
		{"refuses a day that is not in the calendar", func(p *Plan) { p.PeriodTo = "2022-02-30" }, "periodTo", "invalidFormat"},
		{"refuses a key with capitals", func(p *Plan) { p.Key = "Umea" }, "key", "invalidFormat"},
		{"refuses a plan without a name", func(p *Plan) { p.Name = "  " }, "name", "required"},
		{"refuses a long name", func(p *Plan) { p.Name = strings.Repeat("å", 201) }, "name", "tooLong"},
		{"refuses NUL", func(p *Plan) { p.Notice = "a\x00b" }, "notice", "invalidCharacter"},
		{"refuses an unknown status", func(p *Plan) { p.Status = "secret" }, "status", "notAllowed"},
		{"refuses a plan without a root", func(p *Plan) { p.RootBodyID = "" }, "rootBodyId", "unknownReference"},
		{"refuses an id that is none", func(p *Plan) { p.OwnerID = ref("ks") }, "ownerId", "unknownReference"},
		{"refuses two parts with one number", func(p *Plan) { p.Parts[1].Number = 1 }, "parts[1].number", "duplicate"},
		{"refuses part 21", func(p *Plan) { p.Parts[1].Number = 21 }, "parts[1].number", "outOfRange"},
		{"refuses a part without a title", func(p *Plan) { p.Parts[0].Title = "" }, "parts[0].title", "required"},
		{"refuses an interval of three years", func(p *Plan) { p.ReportingIntervalDays = 1001 }, "reportingIntervalDays", "outOfRange"},
		{"refuses a negative interval", func(p *Plan) { p.ReportingIntervalDays = -1 }, "reportingIntervalDays", "outOfRange"},
		{"refuses a revision without a day", func(p *Plan) { p.RevisionDates = []day.Dated{{}} }, "revisionDates[0].day", "required"},
		{"refuses a link with a script", func(p *Plan) { p.AdoptedTextURL = "javascript:alert(1)" }, "adoptedTextUrl", "invalidFormat"},
		{"refuses a language nobody writes here", func(p *Plan) { p.Lang = "tlh" }, "lang", "notAllowed"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p := goodPlan()
			tc.change(&p)

			wantCode(t, p.Check(), tc.field, tc.code)
		})
	}
}

func TestPlanDefaults(t *testing.T) {
	p := goodPlan()
	if p.ReportingIntervalDays != 120 || p.Lang != "sv" || p.Source != "municipality" {
		t.Errorf("got %d days, %s, %s", p.ReportingIntervalDays, p.Lang, p.Source)
	}
}

func TestPlanVisibleTo(t *testing.T) {
	coordinator := auth.User{ID: "c", Roles: []auth.Role{{Name: auth.Coordinator}}}
	officer := auth.User{ID: "o", Roles: []auth.Role{{Name: auth.Officer, BodyID: someID}}}
	for _, tc := range []struct {
		name   string
		status Status
		user   auth.User
		want   bool
	}{
		{"shows a published plan to everyone", Published, auth.User{}, true},
		{"hides a draft from the public", Draft, auth.User{}, false},
		{"hides a draft from an officer", Draft, officer, false},
		{"shows a draft to the coordinator", Draft, coordinator, true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := VisibleTo(Plan{Status: tc.status}, tc.user); got != tc.want {
				t.Errorf("got %t", got)
			}
		})
	}
}

func TestPlanInForce(t *testing.T) {
	p := goodPlan()
	for d, want := range map[day.Day]bool{"2019-12-31": false, "2020-01-01": true, "2022-12-31": true, "2023-01-01": false} {
		if p.InForce(d) != want {
			t.Errorf("%s: got %t", d, !want)
		}
	}
	p.PeriodTo = ""
	if !p.InForce("2099-01-01") {
		t.Error("a period without a known end is open")
	}
}
