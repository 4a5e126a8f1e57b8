package retention

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/erasure"
	"envagin/api/platform/problem"
)

// What traces call a rule and a record.
const (
	objectType = "retentionRule"
	recordType = "erasureRecord"
)

// Service is the use cases of retention.
type Service struct {
	db    *database.DB
	clock *day.Clock
	rules []erasure.Rule
}

// New makes the service for the rules of the whole program, in the order to show them.
func New(db *database.DB, clock *day.Clock, rules []erasure.Rule) *Service {
	return &Service{db: db, clock: clock, rules: rules}
}

// List gives every rule, as many as the program has, with what is due today.
func (s *Service) List(ctx context.Context, user auth.User) (rules []Rule, err error) {
	if err := mayRead(user); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		rules, err = s.due(tx, s.rules)
		return err
	})
	return rules, err
}

// Get gives one rule with what is due today.
func (s *Service) Get(ctx context.Context, user auth.User, key string) (rule Rule, err error) {
	if err := mayRead(user); err != nil {
		return rule, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		rule, err = s.get(tx, key)
		return err
	})
	return rule, err
}

func (s *Service) get(tx *gorm.DB, key string) (Rule, error) {
	rules, err := s.named(key)
	if err != nil || key == all {
		return Rule{}, problem.NotFound(objectType)
	}
	found, err := s.due(tx, rules)
	if err != nil {
		return Rule{}, err
	}
	return found[0], nil
}

// all names every rule.
const all = "all"

// named gives one rule, or all.
func (s *Service) named(key string) ([]erasure.Rule, error) {
	if key == all {
		return s.rules, nil
	}
	at := slices.IndexFunc(s.rules, func(r erasure.Rule) bool { return r.Key == key })
	if at < 0 {
		return nil, problem.NotFound(objectType)
	}
	return s.rules[at : at+1], nil
}

// due puts the decisions on rules and counts what is due. Each rule is a query of
// its own, since each counts in its own way; the program has a dozen.
func (s *Service) due(tx *gorm.DB, rules []erasure.Rule) ([]Rule, error) {
	decided, err := settings(tx)
	if err != nil {
		return nil, err
	}
	out := make([]Rule, len(rules))
	for i, r := range rules {
		rule := inForce(r, decided[r.Key], s.clock.Today())
		if rule.Due, err = r.Count(tx, rule.Before.Begins()); err != nil {
			return nil, err
		}
		out[i] = rule
	}
	return out, nil
}

// MayChange answers 403 or 404 before anyone looks at what is to be written.
func (s *Service) MayChange(user auth.User, key string) error {
	if err := mayKeep(user); err != nil {
		return err
	}
	if _, err := s.named(key); err != nil || key == all {
		return problem.NotFound(objectType)
	}
	return nil
}

// Decide puts the municipality's decision on a rule, if nobody else did since version.
func (s *Service) Decide(ctx context.Context, user auth.User, version int, in Setting) (rule Rule, err error) {
	if err := s.MayChange(user, in.Rule); err != nil {
		return rule, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := s.get(tx, in.Rule)
		if err != nil {
			return err
		}
		if err := in.check(old.Rule); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, in.Rule, old.Setting.Version, version); err != nil {
			return err
		}
		now := s.clock.Now()
		next := in
		next.Version, next.CreatedAt, next.UpdatedAt = version+1, old.Setting.CreatedAt, now
		if version == 0 {
			next.CreatedAt = now
		}
		if err := save(tx, next); err != nil {
			return err
		}
		err = audit.Record(tx, audit.Entry{User: user, At: now, Action: "replace", ObjectType: objectType, ObjectID: in.Rule,
			Version: next.Version, Before: old.Setting.input(), After: next.input()})
		if err != nil {
			return err
		}
		rule, err = s.get(tx, in.Rule)
		return err
	})
	return rule, err
}
