package plans

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
)

// Terms gives a page of a vocabulary, and how many match in all.
func (s *Service) Terms(ctx context.Context, v Vocabulary, key string, offset, limit int) (terms []Term, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		terms, total, err = listTerms(tx, v, key, offset, limit)
		return err
	})
	return terms, total, err
}

// Term gives one term; 404 when there is none, 410 when it was deleted.
func (s *Service) Term(ctx context.Context, v Vocabulary, termID string) (t Term, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		t, err = findTerm(tx, v, termID)
		return err
	})
	return t, err
}

// MayChangeTerm answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayChangeTerm(ctx context.Context, user auth.User, v Vocabulary, termID string) error {
	if _, err := s.Term(ctx, v, termID); err != nil {
		return err
	}
	return mayEdit(user)
}

// CreateTerm makes a term. A plan package may bring its own id; else it gets one.
func (s *Service) CreateTerm(ctx context.Context, user auth.User, v Vocabulary, t Term) (Term, error) {
	if err := mayEdit(user); err != nil {
		return Term{}, err
	}
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if t.ID == "" {
			t.ID = id.New()
		}
		t.Version, t.CreatedAt, t.UpdatedAt = 1, s.clock.Now(), s.clock.Now()
		if err := t.Check(); err != nil {
			return err
		}
		if err := insert(tx.Table(v.table), &t); err != nil {
			return termKeyTaken(err)
		}
		return s.trace(tx, user, "create", v.objectType, "", t.ID, t.Version, nil, t.input())
	})
	return t, err
}

// ReplaceTerm puts new content on a term, if nobody else did since version.
func (s *Service) ReplaceTerm(ctx context.Context, user auth.User, v Vocabulary, termID string, version int, content Term) (Term, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editableTerm(tx, user, v, termID)
		if err != nil {
			return err
		}
		content.ID, content.CreatedAt, content.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		if err := content.Check(); err != nil {
			return err
		}
		if err := audit.Fresh(tx, v.objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		content.Version = old.Version + 1
		if err := update(tx.Table(v.table), &content, content.ID, old.Version); err != nil {
			return termKeyTaken(err)
		}
		return s.trace(tx, user, "replace", v.objectType, "", content.ID, content.Version, old.input(), content.input())
	})
	return content, err
}

func editableTerm(tx *gorm.DB, user auth.User, v Vocabulary, termID string) (Term, error) {
	t, err := findTerm(tx, v, termID)
	if err != nil {
		return t, err
	}
	return t, mayEdit(user)
}

// DeleteTerm removes a term that no activity points at and leaves a tombstone.
func (s *Service) DeleteTerm(ctx context.Context, user auth.User, v Vocabulary, termID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editableTerm(tx, user, v, termID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, v.objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := remove[Term](tx.Table(v.table), old.ID, old.Version); err != nil {
			return inUse(err, "Activities point at this.")
		}
		return s.trace(tx, user, "delete", v.objectType, "", old.ID, old.Version+1, old.input(), nil)
	})
}
