package accounts

import (
	"testing"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
)

func TestARoleFollowsWhatIsHeldElsewhere(t *testing.T) {
	t.Parallel()
	const today = "2026-11-23"
	body := "b"
	role := func(s Span) Role { return Role{Name: auth.Member, ValidFrom: s.From, ValidTo: s.To} }
	span := func(from, to string) *Span { return &Span{From: day.Day(from), To: day.Day(to)} }
	none := &Span{}
	for name, c := range map[string]struct {
		had      *Span // nil: no such role
		was, now *Span
		want     *Span
	}{
		"who has none gets it for those days":                   {nil, none, span("2025-01-01", "2026-12-31"), span("2025-01-01", "2026-12-31")},
		"who holds nothing gets nothing":                        {nil, none, none, nil},
		"it becomes longer":                                     {span("2025-01-01", "2026-12-31"), span("2025-01-01", "2026-12-31"), span("2025-01-01", ""), span("2025-01-01", "")},
		"it becomes shorter":                                    {span("2025-01-01", ""), span("2025-01-01", ""), span("2025-01-01", "2026-12-31"), span("2025-01-01", "2026-12-31")},
		"it goes with the last that was held":                   {span("2027-01-01", ""), span("2027-01-01", ""), none, nil},
		"what was given without days stays":                     {span("", ""), none, span("2025-01-01", "2026-12-31"), span("", "")},
		"and stays when nothing is held any more":               {span("", ""), span("2025-01-01", "2026-12-31"), none, span("", "")},
		"what was given for less is made longer":                {span("2025-06-01", "2026-12-01"), none, span("2025-01-01", "2026-12-31"), span("2025-01-01", "2026-12-31")},
		"what was given for more is not made shorter":           {span("2020-01-01", "2030-12-31"), none, span("2025-01-01", "2026-12-31"), span("2020-01-01", "2030-12-31")},
		"what is over does not fill the time until the next":    {span("2020-01-01", "2024-12-31"), none, span("2027-01-01", ""), span("2027-01-01", "")},
		"what was given for less is made longer without an end": {span("2025-06-01", "2026-12-01"), none, span("2025-06-01", ""), span("2025-06-01", "")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before := []Role{{Name: auth.Officer, BodyID: &body}}
			if c.had != nil {
				before = append(before, role(*c.had))
			}

			after := withHeld(before, auth.Member, *c.was, *c.now, today)

			want := before[:1:1]
			if c.want != nil {
				want = append(want, role(*c.want))
			}
			if len(after) != len(want) || after[0].Name != auth.Officer || len(after) == 2 && after[1] != want[1] {
				t.Errorf("%+v, wanted %+v", after, want)
			}
		})
	}
}
