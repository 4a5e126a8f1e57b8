package council

import (
	"slices"
	"strings"
	"testing"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// right is a seat with nothing wrong.
func right() Seat {
	return Seat{ID: "s", PlanID: "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01", Key: "aldreomsorg", Number: 9, NameSv: "Äldreomsorg", NameEn: "Elderly care",
		Position: 9, Source: "plan", CreatedAt: time.Date(2026, 1, 10, 8, 0, 0, 0, time.UTC)}
}

func TestCheckSeat(t *testing.T) {
	t.Parallel()
	nobody := "nobody"
	for name, c := range map[string]struct {
		alter       func(*Seat)
		field, code string // "" when nothing is wrong
	}{
		"takes a seat for which nobody appoints":   {func(*Seat) {}, "", ""},
		"refuses a plan that is no id":             {func(s *Seat) { s.PlanID = "1" }, "planId", "unknownReference"},
		"refuses capitals in a key":                {func(s *Seat) { s.Key = "Äldre" }, "key", "invalidFormat"},
		"refuses the number 0":                     {func(s *Seat) { s.Number = 0 }, "number", "outOfRange"},
		"refuses a seat without a name":            {func(s *Seat) { s.NameSv = " " }, "nameSv", "required"},
		"refuses a seat without an English name":   {func(s *Seat) { s.NameEn = "" }, "nameEn", "required"},
		"refuses a body that is no id":             {func(s *Seat) { s.BodyID = &nobody }, "bodyId", "unknownReference"},
		"refuses an appointing body that is no id": {func(s *Seat) { s.AppointingBodyID = &nobody }, "appointingBodyId", "unknownReference"},
		"refuses an end before the beginning":      {func(s *Seat) { s.ValidFrom, s.ValidTo = "2020-01-02", "2020-01-01" }, "validTo", "endBeforeStart"},
		"refuses the 30th of February":             {func(s *Seat) { s.ValidFrom = "2021-02-30" }, "validFrom", "invalidFormat"},
		"refuses an unknown source":                {func(s *Seat) { s.Source = "rumour" }, "source", "notAllowed"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := right()
			c.alter(&s)

			err := s.Check()

			wantField(t, err, c.field, c.code)
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

// sat makes mandates of lines "id from to [substitute]"; a day "-" is open.
func sat(lines ...string) (mandates []Member) {
	for _, line := range lines {
		f := append(strings.Fields(line), "")
		m := Member{ID: f[0], SeatID: "s", UserID: "user-" + f[0], ValidFrom: day.Day(f[1]), IsSubstitute: f[3] != ""}
		if f[2] != "-" {
			m.ValidTo = day.Day(f[2])
		}
		mandates = append(mandates, m)
	}
	return mandates
}

const today day.Day = "2026-11-23"

func TestHowItStandsWithASeat(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		mandates   []Member
		state      State
		endsOn     day.Day
		who        string // holder, substitute, next
		occasioned string
	}{
		"nobody has sat there":                          {nil, Vacant, "", "", "empty 2026-01-10 10"},
		"somebody sits there without an end":            {sat("a 2025-01-01 -"), Filled, "", "a", ""},
		"somebody sits there for long":                  {sat("a 2025-01-01 2028-12-31"), Filled, "2028-12-31", "a", ""},
		"on its last day a mandate still holds":         {sat("a 2025-01-01 2026-11-23"), EndsSoon, "2026-11-23", "a", "ends 2026-11-23 7"},
		"on the day after it is empty":                  {sat("a 2025-01-01 2026-11-22"), Expired, "2026-11-22", "", "empty 2026-11-22 0"},
		"91 days are long":                              {sat("a 2025-01-01 2027-02-22"), Filled, "2027-02-22", "a", ""},
		"90 days are soon":                              {sat("a 2025-01-01 2027-02-21"), EndsSoon, "2027-02-21", "a", "ends 2027-02-21 90"},
		"30 days are told of again":                     {sat("a 2025-01-01 2026-12-23"), EndsSoon, "2026-12-23", "a", "ends 2026-12-23 30"},
		"who is followed at once is nothing to tell of": {sat("a 2025-01-01 2026-12-31", "b 2027-01-01 -"), Filled, "2026-12-31", "a next:b", ""},
		"who is followed a day late is":                 {sat("a 2025-01-01 2026-12-31", "b 2027-01-02 -"), EndsSoon, "2026-12-31", "a next:b", "ends 2026-12-31 90"},
		"the last of several that have ended counts":    {sat("b 2022-01-01 2024-12-31", "a 2018-01-01 2021-12-31"), Expired, "2024-12-31", "", "empty 2024-12-31 22"},
		"a substitute alone does not fill it":           {sat("b 2025-01-01 - substitute"), Vacant, "", "substitute:b", "empty 2026-01-10 10"},
		"a substitute's end is not the seat's":          {sat("a 2025-01-01 -", "b 2025-01-01 2026-12-01 substitute"), Filled, "", "a substitute:b", ""},
		"somebody on the way is nothing to tell of":     {sat("a 2027-01-01 -"), Vacant, "", "next:a", ""},
		"the nearest of those to come is next":          {sat("b 2029-01-01 -", "a 2027-01-01 2028-12-31"), Vacant, "", "next:a", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := placeOn(right(), c.mandates, today)

			var who []string
			for prefix, m := range map[string]*Member{"": p.Holder, "substitute:": p.Substitute, "next:": p.Next} {
				if m != nil {
					who = append(who, prefix+m.ID)
				}
			}
			slices.Sort(who)
			if p.State != c.state || p.EndsOn != c.endsOn || strings.Join(who, " ") != c.who {
				t.Errorf("%s until %q, %v", p.State, p.EndsOn, who)
			}
			if got := p.occasion(); got != c.occasioned {
				t.Errorf("told of %q, wanted %q", got, c.occasioned)
			}
		})
	}
}

func TestALetterNamesSeatsAndNobody(t *testing.T) {
	t.Parallel()
	soon := placeOn(right(), sat("a 2025-01-01 2026-12-31"), today)
	empty := placeOn(right(), nil, today)
	for lang, want := range map[string][]string{
		"sv": {"Äldreomsorg: mandatet går ut 2026-12-31", "Äldreomsorg: ingen har utsetts ännu", "https://x.example/samverkansrad/mandat"},
		"en": {"Elderly care: the mandate ends on 2026-12-31", "Elderly care: nobody has been appointed yet"},
	} {
		subject, text := letterText(lang, "https://x.example", []Place{soon, empty})
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%q is not in %s", w, text)
			}
		}
		if strings.Contains(strings.ToLower(subject), "våld") || strings.Contains(text, "user-") {
			t.Error(subject, text)
		}
	}
}
