package references

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/activities"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// SeenCalling is a calling with who is called, and to what.
type SeenCalling struct {
	Calling
	Member   Member
	Name     string
	Activity activities.Activity
}

// CallingsOf gives a page of what a member was, is and will be called in to, the latest first.
func (s *Service) CallingsOf(ctx context.Context, user auth.User, memberID string, offset, limit int) (page []SeenCalling, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := findMember(tx, memberID); err != nil {
			return err
		}
		page, total, err = callings(tx, user, "member_id", memberID, offset, limit)
		return err
	})
	return page, total, err
}

// CallingsTo gives a page of who was, is and will be called in to an activity, the latest first.
func (s *Service) CallingsTo(ctx context.Context, user auth.User, activityID string, offset, limit int) (page []SeenCalling, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := activities.FindVisible(tx, user, activityID); err != nil {
			return err
		}
		page, total, err = callings(tx, user, "activity_id", activityID, offset, limit)
		return err
	})
	return page, total, err
}

func callings(tx *gorm.DB, user auth.User, column, value string, offset, limit int) ([]SeenCalling, int, error) {
	rows, total, err := listCallings(tx, column, value, user.May(auth.ReadDrafts), offset, limit)
	if err != nil {
		return nil, 0, err
	}
	page, err := seenCallings(tx, user, rows...)
	return page, total, err
}

// seenCallings reads who is called and to what, in three questions however many there are.
func seenCallings(tx *gorm.DB, user auth.User, rows ...Calling) ([]SeenCalling, error) {
	memberIDs, activityIDs := make([]string, len(rows)), make([]string, len(rows))
	for i, k := range rows {
		memberIDs[i], activityIDs[i] = k.MemberID, k.ActivityID
	}
	members, err := membersByID(tx, memberIDs)
	if err != nil {
		return nil, err
	}
	var persons []string
	for _, m := range members {
		if m.UserID != nil {
			persons = append(persons, *m.UserID)
		}
	}
	known, err := accounts.KnownOf(tx, persons...)
	if err != nil {
		return nil, err
	}
	named, err := activities.Named(tx, activityIDs...)
	out := make([]SeenCalling, len(rows))
	for i, k := range rows {
		m := members[k.MemberID]
		out[i] = SeenCalling{k, m, m.name(user, known), named[k.ActivityID]}
	}
	return out, err
}

// Calling gives one calling, to those for whom its activity exists.
func (s *Service) Calling(ctx context.Context, user auth.User, callingID string) (out SeenCalling, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		k, err := visible(tx, user, callingID)
		if err != nil {
			return err
		}
		out, err = oneCalling(tx, user, k)
		return err
	})
	return out, err
}

func oneCalling(tx *gorm.DB, user auth.User, k Calling) (SeenCalling, error) {
	page, err := seenCallings(tx, user, k)
	if err != nil {
		return SeenCalling{}, err
	}
	return page[0], nil
}

// visible gives a calling unless its activity stands in a draft that the user does not see.
func visible(tx *gorm.DB, user auth.User, callingID string) (Calling, error) {
	k, err := findCalling(tx, callingID)
	if err != nil {
		return k, err
	}
	if _, err := activities.FindVisible(tx, user, k.ActivityID); problem.Missing(err) {
		return Calling{}, problem.NotFound(callingType)
	} else if err != nil {
		return Calling{}, err
	}
	return k, nil
}

// MayKeepCalling answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayKeepCalling(ctx context.Context, user auth.User, callingID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := editableCalling(tx, user, callingID)
		return err
	})
}

func editableCalling(tx *gorm.DB, user auth.User, callingID string) (Calling, error) {
	k, err := visible(tx, user, callingID)
	if err != nil {
		return k, err
	}
	return k, mayKeep(user)
}

// CreateCalling calls a member in.
func (s *Service) CreateCalling(ctx context.Context, user auth.User, k Calling) (out SeenCalling, err error) {
	if err := mayKeep(user); err != nil {
		return SeenCalling{}, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		k.ID, k.Version, k.CreatedAt, k.UpdatedAt = id.New(), 1, s.clock.Now(), s.clock.Now()
		if err := place(tx, user, k); err != nil {
			return err
		}
		if err := insertCalling(tx, &k); err != nil {
			return err
		}
		if err := s.traceCalling(tx, user, "create", k, nil, k.input()); err != nil {
			return err
		}
		out, err = oneCalling(tx, user, k)
		return err
	})
	return out, err
}

// ReplaceCalling puts new content on a calling, if nobody else did since version.
func (s *Service) ReplaceCalling(ctx context.Context, user auth.User, callingID string, version int, k Calling) (out SeenCalling, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editableCalling(tx, user, callingID)
		if err != nil {
			return err
		}
		k.ID, k.CreatedAt, k.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		if err := k.Check(); err != nil {
			return err
		}
		if k.MemberID != old.MemberID || k.ActivityID != old.ActivityID {
			return problem.Invalid(problem.Field{Name: "memberId", Code: "notAllowed", Detail: "A calling stays with its member and its activity; make another."})
		}
		if err := audit.Fresh(tx, callingType, old.ID, old.Version, version); err != nil {
			return err
		}
		k.Version = old.Version + 1
		if err := place(tx, user, k); err != nil {
			return err
		}
		if err := updateCalling(tx, &k); err != nil {
			return err
		}
		if err := s.traceCalling(tx, user, "replace", k, old.input(), k.input()); err != nil {
			return err
		}
		out, err = oneCalling(tx, user, k)
		return err
	})
	return out, err
}

// DeleteCalling takes back a calling that has not begun.
func (s *Service) DeleteCalling(ctx context.Context, user auth.User, callingID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editableCalling(tx, user, callingID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, callingType, old.ID, old.Version, version); err != nil {
			return err
		}
		if old.stateOn(s.clock.Today()) != Coming {
			return problem.Conflict("begun", "The calling has begun; give it a last day instead, so that it can be read who was called to what.")
		}
		if err := removeCalling(tx, old); err != nil {
			return err
		}
		old.Version++
		return s.traceCalling(tx, user, "delete", old, old.input(), nil)
	})
}

// place checks a calling against its member, its activity and the others.
func place(tx *gorm.DB, user auth.User, k Calling) error {
	if err := k.Check(); err != nil {
		return err
	}
	m, err := findMember(tx, k.MemberID)
	if problem.Missing(err) {
		return problem.Invalid(problem.Field{Name: "memberId", Code: "unknownReference", Detail: "There is no such member."})
	} else if err != nil {
		return err
	}
	if _, err := activities.FindVisible(tx, user, k.ActivityID); problem.Missing(err) {
		return problem.Invalid(problem.Field{Name: "activityId", Code: "unknownReference", Detail: "There is no such activity."})
	} else if err != nil {
		return err
	}
	if err := lockMember(tx, m.ID); err != nil { // two who call in the same at once
		return err
	}
	others, err := callingsOf(tx, k.MemberID, k.ActivityID)
	if err != nil {
		return err
	}
	return k.fits(m, others)
}

// traceCalling leaves the trace in the activity's history.
func (s *Service) traceCalling(tx *gorm.DB, user auth.User, action string, k Calling, before, after any) error {
	database.Touch(tx, Family, callingType, k.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: callingType, ObjectID: k.ID,
		Version: k.Version, Before: before, After: after, About: &audit.Object{Type: "activity", ID: k.ActivityID}})
}
