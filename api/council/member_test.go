package council

import (
	"testing"

	"envagin/api/accounts"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

func TestASeatTakesWhatFitsAmongItsMandates(t *testing.T) {
	t.Parallel()
	one := func(line string) Member { return sat(line)[0] }
	for name, c := range map[string]struct {
		others []Member
		m      Member
		code   string
	}{
		"the first":                                         {nil, one("n 2025-01-01 -"), ""},
		"one that begins on the day after":                  {sat("a 2025-01-01 2026-12-31"), one("n 2027-01-01 -"), ""},
		"not one that begins on the last day":               {sat("a 2025-01-01 2026-12-31"), one("n 2026-12-31 -"), "mandatesOverlap"},
		"one that ends on the day before":                   {sat("a 2025-01-01 -"), one("n 2020-01-01 2024-12-31"), ""},
		"not one that ends on the first day":                {sat("a 2025-01-01 -"), one("n 2020-01-01 2025-01-01"), "mandatesOverlap"},
		"not one around another":                            {sat("a 2025-01-01 2025-12-31"), one("n 2020-01-01 2030-01-01"), "mandatesOverlap"},
		"not one inside another":                            {sat("a 2020-01-01 2030-01-01"), one("n 2025-01-01 2025-12-31"), "mandatesOverlap"},
		"not a second without an end":                       {sat("a 2025-01-01 -"), one("n 2040-01-01 -"), "mandatesOverlap"},
		"a substitute beside who holds it":                  {sat("a 2025-01-01 -"), one("n 2025-01-01 - substitute"), ""},
		"not two substitutes":                               {sat("a 2025-01-01 - substitute"), one("n 2026-01-01 - substitute"), "mandatesOverlap"},
		"itself, in other words":                            {sat("n 2025-01-01 2026-12-31"), one("n 2025-01-01 2027-12-31"), ""},
		"not who would stand in for themselves":             {sat("a 2025-01-01 -"), of("user-a", one("n 2025-01-01 - substitute")), "ownSubstitute"},
		"who held it before and stands in now":              {sat("a 2020-01-01 2024-12-31"), of("user-a", one("n 2025-01-01 - substitute")), ""},
		"not a mandate that begins before the seat is made": {nil, one("n 2009-12-31 -"), "invalid"},
		"not a mandate that begins after it is gone":        {nil, one("n 2041-01-01 -"), "invalid"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			seat := right()
			seat.ValidFrom, seat.ValidTo = "2010-01-01", "2040-12-31"

			err := seat.takes(c.m, c.others)

			if p := problem.As(err); c.code == "" && err != nil || c.code != "" && (p == nil || p.Code != c.code) {
				t.Errorf("got %v, wanted %q", err, c.code)
			}
		})
	}
}

func of(userID string, m Member) Member {
	m.UserID = userID
	return m
}

func TestTheRoleFollowsTheMandatesThatAreNotOver(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		mandates []Member
		from, to day.Day
	}{
		"none":                               {nil, "", ""},
		"one that is over":                   {sat("a 2020-01-01 2024-12-31"), "", ""},
		"one that holds":                     {sat("a 2025-01-01 2026-12-31"), "2025-01-01", "2026-12-31"},
		"one to its last day":                {sat("a 2025-01-01 2026-11-23"), "2025-01-01", "2026-11-23"},
		"one that is over and one to come":   {sat("a 2020-01-01 2024-12-31", "b 2027-01-01 2028-12-31"), "2027-01-01", "2028-12-31"},
		"two, from the first to the last":    {sat("a 2026-01-01 2027-12-31", "b 2025-01-01 2026-12-31"), "2025-01-01", "2027-12-31"},
		"two of which one is without an end": {sat("a 2025-01-01 -", "b 2026-01-01 2027-12-31"), "2025-01-01", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			got := living(c.mandates, today)

			if got != (accounts.Span{From: c.from, To: c.to}) {
				t.Errorf("%+v", got)
			}
		})
	}
}
