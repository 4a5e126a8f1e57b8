package council

import (
	"testing"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/day"
)

func TestHowItStandsWithAUnitsContactPersons(t *testing.T) {
	t.Parallel()
	held := func(from, to day.Day, open bool) accounts.Holding {
		return accounts.Holding{UserID: "u", BodyID: "b", Span: accounts.Span{From: from, To: to}, Open: open}
	}
	for name, c := range map[string]struct {
		holdings []accounts.Holding
		state    State
		endsOn   day.Day
		n        int
	}{
		"there has been none":                     {nil, Vacant, "", 0},
		"there is one without days":               {[]accounts.Holding{held("", "", true)}, Filled, "", 1},
		"a closed account is nobody to turn to":   {[]accounts.Holding{held("", "", false)}, Expired, "", 0},
		"there was one":                           {[]accounts.Holding{held("", "2026-11-22", true)}, Expired, "2026-11-22", 0},
		"one is to come":                          {[]accounts.Holding{held("2026-11-24", "", true)}, Vacant, "", 0},
		"one ends soon":                           {[]accounts.Holding{held("", "2026-12-31", true)}, EndsSoon, "2026-12-31", 1},
		"one ends soon and another stays":         {[]accounts.Holding{held("", "2026-12-31", true), held("", "", true)}, Filled, "", 2},
		"one ends soon and another takes over":    {[]accounts.Holding{held("", "2026-12-31", true), held("2027-01-01", "", true)}, Filled, "2026-12-31", 1},
		"two end soon, and the later of them so":  {[]accounts.Holding{held("", "2026-12-31", true), held("", "2027-01-31", true)}, EndsSoon, "2027-01-31", 2},
		"one ends soon and another takes it late": {[]accounts.Holding{held("", "2026-12-31", true), held("2027-01-02", "", true)}, EndsSoon, "2026-12-31", 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			m := mannedOn(boards.Body{}, c.holdings, today)

			if m.State != c.state || m.EndsOn != c.endsOn || len(m.Contacts) != c.n {
				t.Errorf("%s until %q, %d contacts", m.State, m.EndsOn, len(m.Contacts))
			}
		})
	}
}
