package retention

import (
	"context"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/erasure"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// runLimit is how long one run may take.
const runLimit = 10 * time.Second

// Records gives a page of the erasure records, newest first.
func (s *Service) Records(ctx context.Context, user auth.User, offset, limit int) (records []Record, total int, err error) {
	if err := mayRead(user); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		records, total, err = listRecords(tx, offset, limit)
		return err
	})
	return records, total, err
}

// Record gives one erasure record.
func (s *Service) Record(ctx context.Context, user auth.User, recordID string) (r Record, err error) {
	if err := mayRead(user); err != nil {
		return r, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		r, err = findRecord(tx, recordID)
		return err
	})
	return r, err
}

// Run carries out one rule, or all, and leaves a record of it, also when nothing
// was due. A dry run tells the same and changes nothing.
func (s *Service) Run(ctx context.Context, user auth.User, key string, dry bool) (r Record, err error) {
	if err := mayKeep(user); err != nil {
		return r, err
	}
	if _, err := s.named(key); key == "" || err != nil {
		return r, problem.Invalid(problem.Field{Name: "ruleId", Code: "unknown", Detail: "There is no rule with this id; all is every rule."})
	}
	if dry {
		return s.dry(ctx, user, key, Person)
	}
	err = s.db.Tx(database.WithLimit(ctx, runLimit), func(tx *gorm.DB) error {
		r, err = s.run(tx, user, key, Person)
		return err
	})
	return r, err
}

// DryRun tells a person at a terminal what a run would erase.
func (s *Service) DryRun(ctx context.Context) (Record, error) {
	return s.dry(ctx, auth.User{}, all, Command)
}

func (s *Service) dry(ctx context.Context, user auth.User, key string, by OrderedBy) (r Record, err error) {
	err = s.db.Read(database.WithLimit(ctx, runLimit), func(tx *gorm.DB) error {
		rules, err := s.named(key)
		if err != nil {
			return err
		}
		due, err := s.due(tx, rules)
		if err != nil {
			return err
		}
		r = s.begin(user, by)
		for _, rule := range due {
			r.add(rule, min(rule.Due, most))
		}
		return nil
	})
	return r, err
}

// RunAll carries out every rule until nothing is due, for a person at a terminal.
func (s *Service) RunAll(ctx context.Context) ([]Record, error) { return s.untilDone(ctx, Command) }

// nightHour is when the night's erasing may begin, in UTC: two or three in Stockholm.
const nightHour = 1

// Nightly carries out every rule once a night, whoever of several replicas asks
// first; call it every hour or so.
func (s *Service) Nightly(ctx context.Context) error {
	if s.clock.Now().Hour() < nightHour {
		return nil
	}
	mine := false
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		mine, err = takeNight(tx, s.clock.Today())
		return err
	})
	if err != nil || !mine {
		return err
	}
	_, err = s.untilDone(ctx, Night)
	return err
}

// tooMany ends a night that would never end: a million rows of each rule.
const tooMany = 1000

// untilDone runs in pieces, so that others come in between, each with its record.
func (s *Service) untilDone(ctx context.Context, by OrderedBy) (records []Record, err error) {
	for range tooMany {
		var r Record
		err := s.db.Tx(database.WithLimit(ctx, runLimit), func(tx *gorm.DB) error {
			r, err = s.run(tx, auth.User{}, all, by)
			return err
		})
		if err != nil {
			return records, err
		}
		if r.ID != "" {
			records = append(records, r)
		}
		if r.Total == 0 || r.remaining() == 0 {
			break
		}
	}
	return records, nil
}

// run carries out rules inside a transaction. What the clock or a command finds
// nothing to do about leaves no record.
func (s *Service) run(tx *gorm.DB, user auth.User, key string, by OrderedBy) (Record, error) {
	rules, err := s.named(key)
	if err != nil {
		return Record{}, err
	}
	due, err := s.due(tx, rules)
	if err != nil {
		return Record{}, err
	}
	r, actor := s.begin(user, by), user
	if by != Person { // what erases asks who may; nobody did but the rules
		actor.Roles = []auth.Role{{Name: auth.Admin}}
	}
	for _, rule := range due {
		count := 0
		if rule.Due > 0 {
			if count, err = rule.Erase(tx, erasure.Run{User: actor, Before: rule.Before.Begins(), Most: most}); err != nil {
				return Record{}, err
			}
		}
		r.add(rule, count)
	}
	if r.Total == 0 && by != Person {
		return r, nil
	}
	r.ID = id.New()
	if err := insertRecord(tx, r); err != nil {
		return Record{}, err
	}
	return r, audit.Record(tx, audit.Entry{User: user, At: r.At, Action: "create", ObjectType: recordType, ObjectID: r.ID, Version: 1,
		After: map[string]any{"total": r.Total, "orderedBy": r.OrderedBy}})
}

func (s *Service) begin(user auth.User, by OrderedBy) Record {
	r := Record{At: s.clock.Now(), OrderedBy: by, Entries: []Entry{}}
	if by == Person {
		r.Role = string(user.First())
	}
	return r
}
