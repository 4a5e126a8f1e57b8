package meetings

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// SeenSeries is a series with how it has been kept.
type SeenSeries struct {
	Series
	Kept []Kept
}

// SeriesList gives a page of series, and how many there are.
func (s *Service) SeriesList(ctx context.Context, user auth.User, offset, limit int) (page []SeenSeries, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		rows, n, err := listSeries(tx, !inside(user), offset, limit)
		total = n
		if err != nil {
			return err
		}
		page, err = s.kept(tx, rows...)
		return err
	})
	return page, total, err
}

// kept says how series were kept, in one question for all.
func (s *Service) kept(tx *gorm.DB, rows ...Series) ([]SeenSeries, error) {
	today := s.clock.Today()
	all, err := tallies(tx, today.Year()-mostYears+1)
	out := make([]SeenSeries, len(rows))
	for n, row := range rows {
		out[n] = SeenSeries{row, keptOf(row, all, today)}
	}
	return out, err
}

// visibleSeries gives a series to those for whom it exists, and 404 to others.
func visibleSeries(tx *gorm.DB, user auth.User, seriesID string) (Series, error) {
	found, err := findSeries(tx, seriesID)
	if err == nil && found.Kind == Steering && !inside(user) {
		return Series{}, noSeries()
	}
	return found, err
}

// OneSeries gives one series.
//
// Errors: problem.NotFound, Gone.
func (s *Service) OneSeries(ctx context.Context, user auth.User, seriesID string) (out SeenSeries, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		row, err := visibleSeries(tx, user, seriesID)
		if err != nil {
			return err
		}
		out, err = s.seenSeries(tx, row)
		return err
	})
	return out, err
}

func (s *Service) seenSeries(tx *gorm.DB, row Series) (SeenSeries, error) {
	seen, err := s.kept(tx, row)
	if err != nil {
		return SeenSeries{}, err
	}
	return seen[0], nil
}

// MayKeepSeries answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayKeepSeries(ctx context.Context, user auth.User, seriesID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := visibleSeries(tx, user, seriesID); err != nil {
			return err
		}
		return mayKeepMeetings(user)
	})
}

// CreateSeries makes a series.
//
// Errors: problem.Forbidden, Invalid, Conflict (duplicate).
func (s *Service) CreateSeries(ctx context.Context, user auth.User, row Series) (out SeenSeries, err error) {
	if err := mayKeepMeetings(user); err != nil {
		return out, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		row.ID, row.Version, row.CreatedAt, row.UpdatedAt = id.New(), 1, s.clock.Now(), s.clock.Now()
		if err := row.Check(); err != nil {
			return err
		}
		if err := insertSeries(tx, &row); err != nil {
			return err
		}
		if err := s.traceSeries(tx, user, "create", row, nil, row.input()); err != nil {
			return err
		}
		out, err = s.seenSeries(tx, row)
		return err
	})
	return out, err
}

// ReplaceSeries puts new content on a series, if nobody else did since version.
//
// Errors: problem.NotFound, Gone, Forbidden, Invalid, Conflict (duplicate), PreconditionFailed.
func (s *Service) ReplaceSeries(ctx context.Context, user auth.User, seriesID string, version int, row Series) (out SeenSeries, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := keepableSeries(tx, user, seriesID)
		if err != nil {
			return err
		}
		row.ID, row.Version, row.CreatedAt, row.UpdatedAt = old.ID, old.Version+1, old.CreatedAt, s.clock.Now()
		if err := row.Check(); err != nil {
			return err
		}
		if err := audit.Fresh(tx, seriesType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := updateSeries(tx, &row); err != nil {
			return err
		}
		if err := s.traceSeries(tx, user, "replace", row, old.input(), row.input()); err != nil {
			return err
		}
		out, err = s.seenSeries(tx, row)
		return err
	})
	return out, err
}

func keepableSeries(tx *gorm.DB, user auth.User, seriesID string) (Series, error) {
	old, err := visibleSeries(tx, user, seriesID)
	if err != nil {
		return old, err
	}
	return old, mayKeepMeetings(user)
}

// DeleteSeries removes a series in which no meeting stands, and leaves a tombstone.
//
// Errors: those of ReplaceSeries; problem.Conflict (inUse).
func (s *Service) DeleteSeries(ctx context.Context, user auth.User, seriesID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := keepableSeries(tx, user, seriesID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, seriesType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := removeSeries(tx, old); err != nil {
			return err
		}
		old.Version++
		return s.traceSeries(tx, user, "delete", old, old.input(), nil)
	})
}

func (s *Service) traceSeries(tx *gorm.DB, user auth.User, action string, row Series, before, after any) error {
	database.Touch(tx, Family, seriesType, row.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: seriesType, ObjectID: row.ID, Version: row.Version,
		Before: before, After: after})
}

func noSeries() error { return problem.NotFound(seriesType) }
