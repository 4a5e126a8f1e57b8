package meetings

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/council"
	"envagin/api/decisions"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Outcomes gives a page of what came out of an item, and how many there are.
//
// Errors: problem.NotFound, Gone.
func (s *Service) Outcomes(ctx context.Context, user auth.User, meetingID, itemID string, offset, limit int) (Meeting, []Outcome, int, error) {
	found, err := s.Item(ctx, user, meetingID, itemID)
	if err != nil {
		return Meeting{}, nil, 0, err
	}
	total := len(found.Outcomes)
	return found.Meeting, found.Outcomes[min(offset, total):min(offset+limit, total)], total, nil
}

// Outcome gives one.
//
// Errors: problem.NotFound, Gone.
func (s *Service) Outcome(ctx context.Context, user auth.User, meetingID, itemID, outcomeID string) (Meeting, Outcome, error) {
	found, err := s.Item(ctx, user, meetingID, itemID)
	if err != nil {
		return Meeting{}, Outcome{}, err
	}
	for _, o := range found.Outcomes {
		if o.ID == outcomeID {
			return found.Meeting, o, nil
		}
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error { // deleted, not for this reader, or never there
		if _, err := findOutcome(tx, itemID, outcomeID); err != nil {
			return err
		}
		return problem.NotFound(outcomeType)
	})
	return Meeting{}, Outcome{}, err
}

// MayWriteOutcome answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayWriteOutcome(ctx context.Context, user auth.User, meetingID, itemID, outcomeID string) error {
	if err := s.MayWrite(ctx, user, meetingID, itemID); err != nil {
		return err
	}
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := findOutcome(tx, itemID, outcomeID)
		return err
	})
}

// CreateOutcome writes what came out of an item. The council decides only with a quorum.
//
// Errors: problem.NotFound, Gone, Forbidden, Invalid, Conflict (wrongState, locked, cancelled, noQuorum, tooMany).
func (s *Service) CreateOutcome(ctx context.Context, user auth.User, meetingID, itemID string, o Outcome) (Outcome, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, i, err := writableItem(tx, user, meetingID, itemID)
		if err != nil {
			return err
		}
		o.ID, o.ItemID, o.MeetingID, o.Version = id.New(), itemID, meetingID, 1
		o.CreatedAt, o.UpdatedAt = s.clock.Now(), s.clock.Now()
		if err := checkOutcome(tx, o); err != nil {
			return err
		}
		if err := m.in("an outcome", Open, Held, InAdjustment); err != nil {
			return err
		}
		if err := mayDecide(tx, m, o); err != nil {
			return err
		}
		there, err := outcomesOf(tx, meetingID)
		if err != nil {
			return err
		}
		if len(there) >= maxOutcomes {
			return problem.Conflict("tooMany", "The meeting has as many outcomes as it may have.")
		}
		if err := insertOutcome(tx, &o); err != nil {
			return err
		}
		if err := s.contentChanged(tx, m); err != nil {
			return err
		}
		return s.traceIn(tx, user, "create", outcomeType, o.ID, 1, i, nil, o.input())
	})
	return o, err
}

// mayDecide refuses a decision of a council that has no quorum.
func mayDecide(tx *gorm.DB, m Meeting, o Outcome) error {
	if o.Kind != Decision {
		return nil
	}
	_, _, q, err := roomOf(tx, m)
	if err != nil {
		return err
	}
	return q.refuse()
}

// checkOutcome checks the content, and what it points at.
func checkOutcome(tx *gorm.DB, o Outcome) error {
	if err := o.Check(); err != nil {
		return err
	}
	for field, seatID := range map[string]*string{"bySeatId": o.BySeatID, "responsibleSeatId": o.ResponsibleSeatID} {
		if seatID != nil {
			if err := council.SeatsExist(tx, field, *seatID); err != nil {
				return err
			}
		}
	}
	if o.ResponsibleBodyID != nil {
		if err := boards.Exists(tx, "responsibleBodyId", *o.ResponsibleBodyID); err != nil {
			return err
		}
	}
	if o.DecisionID != "" {
		return decisions.Exists(tx, "decisionId", o.DecisionID)
	}
	return nil
}

// ReplaceOutcome puts new content on an outcome, if nobody else did since version.
// Of a task in locked minutes it may still be said that it is done.
//
// Errors: those of CreateOutcome; problem.PreconditionFailed.
func (s *Service) ReplaceOutcome(ctx context.Context, user auth.User, meetingID, itemID, outcomeID string, version int, o Outcome) (Outcome, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, i, old, err := writableOutcome(tx, user, meetingID, itemID, outcomeID)
		if err != nil {
			return err
		}
		o.ID, o.ItemID, o.MeetingID, o.CreatedAt, o.UpdatedAt = old.ID, old.ItemID, old.MeetingID, old.CreatedAt, s.clock.Now()
		if err := checkOutcome(tx, o); err != nil {
			return err
		}
		if err := audit.Fresh(tx, outcomeType, old.ID, old.Version, version); err != nil {
			return err
		}
		later := m.Locked() && old.onlyDone(o)
		if !later {
			if err := m.writable(); err != nil {
				return err
			}
		}
		if o.Kind != old.Kind {
			if err := mayDecide(tx, m, o); err != nil {
				return err
			}
		}
		o.Version = old.Version + 1
		if err := updateOutcome(tx, &o); err != nil {
			return err
		}
		if !old.onlyDone(o) {
			if err := s.contentChanged(tx, m); err != nil {
				return err
			}
		}
		return s.traceIn(tx, user, "replace", outcomeType, o.ID, o.Version, i, old.input(), o.input())
	})
	return o, err
}

func writableOutcome(tx *gorm.DB, user auth.User, meetingID, itemID, outcomeID string) (Meeting, Item, Outcome, error) {
	m, i, err := writableItem(tx, user, meetingID, itemID)
	if err != nil {
		return m, i, Outcome{}, err
	}
	o, err := findOutcome(tx, itemID, outcomeID)
	return m, i, o, err
}

// DeleteOutcome takes an outcome away, and leaves a tombstone.
//
// Errors: those of ReplaceOutcome.
func (s *Service) DeleteOutcome(ctx context.Context, user auth.User, meetingID, itemID, outcomeID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, i, old, err := writableOutcome(tx, user, meetingID, itemID, outcomeID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, outcomeType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := m.writable(); err != nil {
			return err
		}
		if err := removeOutcome(tx, old); err != nil {
			return err
		}
		if err := s.contentChanged(tx, m); err != nil {
			return err
		}
		return s.traceIn(tx, user, "delete", outcomeType, old.ID, old.Version+1, i, old.input(), nil)
	})
}
