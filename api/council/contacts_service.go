package council

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// ContactFilter narrows the list of units; zero values do not.
type ContactFilter struct {
	Unit, Board   string
	Missing       string // "true" or "false"
	Offset, Limit int
}

// Contacts are units with their contact persons, and what may be known of these.
type Contacts struct {
	Units []Manned
	known map[string]accounts.Known
}

// Contacts gives a page of the units in force today, by name, and how many match in all.
func (s *Service) Contacts(ctx context.Context, f ContactFilter) (page Contacts, total int, err error) {
	today := s.clock.Today()
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		units, err := boards.InForceOf(tx, boards.Unit, today)
		if err != nil {
			return err
		}
		if f.Board != "" {
			tree, err := boards.LoadTree(tx, f.Board)
			if err != nil {
				return err
			}
			under := tree.Under(f.Board)
			units = slices.DeleteFunc(units, func(b boards.Body) bool { return !slices.Contains(under, b.ID) })
		}
		if f.Unit != "" {
			units = slices.DeleteFunc(units, func(b boards.Body) bool { return b.ID != f.Unit })
		}
		holdings, err := accounts.HoldingsOf(tx, auth.Contact)
		if err != nil {
			return err
		}
		byUnit := map[string][]accounts.Holding{}
		for _, h := range holdings {
			byUnit[h.BodyID] = append(byUnit[h.BodyID], h)
		}
		page.Units = []Manned{}
		for _, u := range units {
			m := mannedOn(u, byUnit[u.ID], today)
			if f.Missing == "" || (len(m.Contacts) == 0) == (f.Missing == "true") {
				page.Units = append(page.Units, m)
			}
		}
		total = len(page.Units)
		page.Units = page.Units[min(f.Offset, total):min(f.Offset+f.Limit, total)]
		var persons []string
		for _, m := range page.Units {
			for _, h := range m.Contacts {
				persons = append(persons, h.UserID)
			}
		}
		page.known, err = accounts.KnownOf(tx, persons...)
		return err
	})
	return page, total, err
}

// ContactHistory gives a unit's contact persons through the years, the latest first.
func (s *Service) ContactHistory(ctx context.Context, unitID string) (holdings []accounts.Holding, known map[string]accounts.Known, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		unit, err := boards.Find(tx, unitID)
		if err != nil {
			return err
		}
		if unit.Kind != boards.Unit {
			return problem.NotFound("unit")
		}
		if holdings, err = accounts.HoldingsOf(tx, auth.Contact, unitID); err != nil {
			return err
		}
		slices.Reverse(holdings)
		persons := make([]string, len(holdings))
		for i, h := range holdings {
			persons[i] = h.UserID
		}
		known, err = accounts.KnownOf(tx, persons...)
		return err
	})
	return holdings, known, err
}
