package references

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Family is the revision that changes here raise: the council's, whose pages show them.
const Family = "council"

// What traces and tombstones call them.
const (
	memberType  = "referenceMember"
	callingType = "referenceCalling"
)

// Service is the use cases of the reference group.
type Service struct {
	db    *database.DB
	clock *day.Clock
}

// New makes the service.
func New(db *database.DB, clock *day.Clock) *Service { return &Service{db: db, clock: clock} }

// Filter narrows the list of members; zero values do not.
type Filter struct {
	Group  Group
	Body   string
	On     day.Day
	Offset int
	Limit  int
}

// Seen is a member with what its reader may know besides.
type Seen struct {
	Member
	Name      string
	CalledNow int
}

// Members gives a page of the members, by group and role, and how many match in all.
func (s *Service) Members(ctx context.Context, user auth.User, f Filter) (page []Seen, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		members, n, err := listMembers(tx, f)
		if err != nil {
			return err
		}
		total = n
		page, err = s.seen(tx, user, members...)
		return err
	})
	return page, total, err
}

// Member gives one member.
func (s *Service) Member(ctx context.Context, user auth.User, memberID string) (out Seen, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		m, err := findMember(tx, memberID)
		if err != nil {
			return err
		}
		out, err = s.one(tx, user, m)
		return err
	})
	return out, err
}

func (s *Service) one(tx *gorm.DB, user auth.User, m Member) (Seen, error) {
	page, err := s.seen(tx, user, m)
	if err != nil {
		return Seen{}, err
	}
	return page[0], nil
}

// seen adds names and callings, in two questions however many there are.
func (s *Service) seen(tx *gorm.DB, user auth.User, members ...Member) ([]Seen, error) {
	known, err := knownOf(tx, members)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(members))
	for i, m := range members {
		ids[i] = m.ID
	}
	counts, err := countCurrent(tx, ids, user.May(auth.ReadDrafts), s.clock.Today())
	if err != nil {
		return nil, err
	}
	out := make([]Seen, len(members))
	for i, m := range members {
		out[i] = Seen{m, m.name(user, known), counts[m.ID]}
		if !seesNames(user) {
			out[i].UserID = nil
		}
	}
	return out, nil
}

func knownOf(tx *gorm.DB, members []Member) (map[string]accounts.Known, error) {
	var persons []string
	for _, m := range members {
		if m.UserID != nil {
			persons = append(persons, *m.UserID)
		}
	}
	return accounts.KnownOf(tx, persons...)
}

// MayKeep answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayKeep(ctx context.Context, user auth.User, memberID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := editable(tx, user, memberID)
		return err
	})
}

func editable(tx *gorm.DB, user auth.User, memberID string) (Member, error) {
	m, err := findMember(tx, memberID)
	if err != nil {
		return m, err
	}
	return m, mayKeep(user)
}

func mayKeep(user auth.User) error {
	if !user.May(auth.KeepReferences) {
		return problem.Forbidden("Only the coordinator and administrators keep the reference group.")
	}
	return nil
}

// CreateMember takes somebody into a group.
func (s *Service) CreateMember(ctx context.Context, user auth.User, m Member) (out Seen, err error) {
	if err := mayKeep(user); err != nil {
		return Seen{}, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		m.ID, m.Version, m.CreatedAt, m.UpdatedAt = id.New(), 1, s.clock.Now(), s.clock.Now()
		if err := s.check(tx, m); err != nil {
			return err
		}
		if err := insertMember(tx, &m); err != nil {
			return err
		}
		if err := s.traceMember(tx, user, "create", m, nil, m.traced()); err != nil {
			return err
		}
		out, err = s.one(tx, user, m)
		return err
	})
	return out, err
}

// ReplaceMember puts new content on a member, if nobody else did since version.
func (s *Service) ReplaceMember(ctx context.Context, user auth.User, memberID string, version int, m Member) (out Seen, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editable(tx, user, memberID)
		if err != nil {
			return err
		}
		m.ID, m.CreatedAt, m.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		if err := s.check(tx, m); err != nil {
			return err
		}
		if err := audit.Fresh(tx, memberType, old.ID, old.Version, version); err != nil {
			return err
		}
		if m.ValidTo != "" {
			if err := lockMember(tx, m.ID); err != nil { // a calling that is made meanwhile
				return err
			}
			if longer, err := calledAfter(tx, m.ID, m.ValidTo); err != nil {
				return err
			} else if longer {
				return problem.Conflict("calledLonger", "The member is called in to something after that day. Let those callings end first.",
					problem.Field{Name: "validTo", Code: "calledLonger", Detail: "A calling goes on after this day."})
			}
		}
		m.Version = old.Version + 1
		if err := updateMember(tx, &m); err != nil {
			return err
		}
		if err := s.traceMember(tx, user, "replace", m, old.traced(), m.traced()); err != nil {
			return err
		}
		out, err = s.one(tx, user, m)
		return err
	})
	return out, err
}

// DeleteMember removes one who was never called in.
func (s *Service) DeleteMember(ctx context.Context, user auth.User, memberID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editable(tx, user, memberID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, memberType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := removeMember(tx, old); err != nil {
			return err
		}
		old.Version++
		return s.traceMember(tx, user, "delete", old, old.traced(), nil)
	})
}

func (s *Service) check(tx *gorm.DB, m Member) error {
	if err := m.Check(s.clock.Today()); err != nil {
		return err
	}
	if m.BodyID != nil {
		if err := boards.Exists(tx, "bodyId", *m.BodyID); err != nil {
			return err
		}
	}
	if m.UserID == nil {
		return nil
	}
	known, err := accounts.KnownOf(tx, *m.UserID)
	if _, there := known[*m.UserID]; err == nil && !there {
		err = problem.Invalid(problem.Field{Name: "userId", Code: "unknownReference", Detail: "There is no such account."})
	}
	return err
}

func (s *Service) traceMember(tx *gorm.DB, user auth.User, action string, m Member, before, after any) error {
	database.Touch(tx, Family, memberType, m.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: memberType,
		ObjectID: m.ID, Version: m.Version, Before: before, After: after})
}
