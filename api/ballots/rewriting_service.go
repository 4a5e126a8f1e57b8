package ballots

import (
	"context"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
)

// rewriteKind is the job that writes everything anew when a round has closed.
const rewriteKind = "ballots.rewrite"

// nightHour is when the night's rewriting may begin, in UTC: after the night's erasing,
// so that what was erased leaves nothing behind.
const nightHour = 2

// Nightly rewrites once a night; call it every few minutes. What failed is tried again
// the next time, and of several replicas two may do it, which does no harm.
func (s *Service) Nightly(ctx context.Context) error {
	today, done := s.clock.Today(), false
	if s.clock.Now().Hour() < nightHour {
		return nil
	}
	err := s.db.Read(ctx, func(tx *gorm.DB) (err error) {
		done, err = nightDone(tx, today)
		return err
	})
	if err != nil || done {
		return err
	}
	if err := s.Rewrite(ctx); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error { return takeNight(tx, today) })
}

// rewriteLimit is how long a rewriting may take; a million answers take less.
const rewriteLimit = 2 * time.Minute

// Rewrite writes codes and answers anew in random order, so that neither the rows' order
// nor what a table keeps of removed and changed rows tells in which order people came.
// Where no round has been opened it does nothing.
func (s *Service) Rewrite(ctx context.Context) error {
	ctx = database.WithLimit(ctx, rewriteLimit)
	opened := false
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		if opened, err = anyRound(tx); err != nil || !opened {
			return err
		}
		return shuffle(tx)
	})
	if err != nil || !opened {
		return err
	}
	return s.db.Vacuum(ctx)
}
