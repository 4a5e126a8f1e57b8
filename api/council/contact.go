package council

import (
	"slices"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/day"
)

// Manned is a unit on a day: who its contact persons are, or that there is none.
type Manned struct {
	Unit     boards.Body
	Contacts []accounts.Holding
	State    State
	// EndsOn is the last day on which there is a contact person, as far as it is
	// decided, or was.
	EndsOn day.Day
}

// mannedOn finds the contact persons of a unit on a day, among all it has had. A
// closed account is nobody to turn to.
func mannedOn(unit boards.Body, holdings []accounts.Holding, today day.Day) Manned {
	m := Manned{Unit: unit, State: Vacant}
	open := false
	var before day.Day
	for _, h := range holdings {
		switch {
		case !h.Open || h.Span.To != "" && h.Span.To < today:
			before = max(before, h.Span.To)
			m.State = Expired
		case h.Span.From <= today:
			m.Contacts = append(m.Contacts, h)
			m.EndsOn = max(m.EndsOn, h.Span.To)
			open = open || h.Span.To == ""
		}
	}
	switch {
	case len(m.Contacts) == 0:
		m.EndsOn = before
	case open:
		m.State, m.EndsOn = Filled, ""
	case m.EndsOn <= today.AddDays(soon) && !relieved(m.EndsOn, holdings):
		m.State = EndsSoon
	default:
		m.State = Filled
	}
	return m
}

// relieved tells whether somebody is a contact person on the day after.
func relieved(last day.Day, holdings []accounts.Holding) bool {
	next := last.AddDays(1)
	return slices.ContainsFunc(holdings, func(h accounts.Holding) bool {
		return h.Open && h.Span.From <= next && (h.Span.To == "" || next <= h.Span.To)
	})
}

// since is how it stands with one contact person on a day.
func since(h accounts.Holding, today day.Day) MandateState {
	m := Member{ValidFrom: h.Span.From, ValidTo: h.Span.To}
	if s := m.stateOn(today); h.Open || s == Coming {
		return s
	}
	return Finished
}
