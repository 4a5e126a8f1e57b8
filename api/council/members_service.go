package council

import (
	"context"
	"fmt"
	"slices"

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

// MemberFilter narrows the list of mandates; zero values do not.
type MemberFilter struct {
	Seat, Body, Person string
	On                 day.Day
	Ending             bool
	Offset, Limit      int
}

// Mandate is a mandate with what its reader may know besides.
type Mandate struct {
	Member
	Seat     Seat
	Decision DecisionFacts
	title    string // the decision's
	known    accounts.Known
	reach    Reach
}

// Members gives a page of mandates, the latest first, and how many match in all.
func (s *Service) Members(ctx context.Context, user auth.User, f MemberFilter) (page []Mandate, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if f.Seat != "" {
			if _, err := FindVisible(tx, user, f.Seat); err != nil {
				return err
			}
		}
		rows, n, err := listMembers(tx, f, user.May(auth.ReadDrafts), s.clock.Today())
		if err != nil {
			return err
		}
		total = n
		page, err = mandates(tx, user, rows)
		return err
	})
	return page, total, err
}

// Member gives one mandate; 404 when it or its seat does not exist for the user.
func (s *Service) Member(ctx context.Context, user auth.User, memberID string) (m Mandate, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		m, err = visibleMember(tx, user, memberID)
		return err
	})
	return m, err
}

func visibleMember(tx *gorm.DB, user auth.User, memberID string) (Mandate, error) {
	m, err := findMember(tx, memberID)
	if err != nil {
		return Mandate{}, err
	}
	if _, err := FindVisible(tx, user, m.SeatID); problem.Missing(err) {
		return Mandate{}, problem.NotFound(memberType)
	} else if err != nil {
		return Mandate{}, err
	}
	all, err := mandates(tx, user, []Member{m})
	if err != nil {
		return Mandate{}, err
	}
	return all[0], nil
}

// mandates adds to rows what their reader may know, in a fixed number of questions.
func mandates(tx *gorm.DB, user auth.User, rows []Member) ([]Mandate, error) {
	seatIDs, persons := make([]string, len(rows)), make([]string, len(rows))
	for i, m := range rows {
		seatIDs[i], persons[i] = m.SeatID, m.UserID
	}
	seats, err := seatsByID(tx, seatIDs)
	if err != nil {
		return nil, err
	}
	known, err := accounts.KnownOf(tx, persons...)
	if err != nil {
		return nil, err
	}
	by, err := decidedBy(tx, rows)
	if err != nil {
		return nil, err
	}
	reach, err := reachOf(tx, user)
	out := make([]Mandate, len(rows))
	for i, m := range rows {
		out[i] = Mandate{m, seats[m.SeatID], by[i].facts, by[i].title, known[m.UserID], reach}
	}
	return out, err
}

// MayAppoint answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayAppoint(ctx context.Context, user auth.User, memberID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := appointable(tx, user, memberID)
		return err
	})
}

func appointable(tx *gorm.DB, user auth.User, memberID string) (Mandate, error) {
	m, err := visibleMember(tx, user, memberID)
	if err == nil && !m.reach.appoints(m.Seat) {
		err = notYours()
	}
	return m, err
}

// mayAppointSomewhere refuses those who appoint to no seat at all.
func mayAppointSomewhere(user auth.User) error {
	if user.May(auth.AppointMembers) || len(user.Within(auth.AppointMembers)) > 0 {
		return nil
	}
	return notYours()
}

func notYours() error {
	return problem.Forbidden("Only officers of the body that appoints to this seat, the coordinator and administrators do this.")
}

// Appoint gives somebody a seat, or the place of who stands in, for a time.
func (s *Service) Appoint(ctx context.Context, user auth.User, a Appointment) (out Mandate, err error) {
	if err := mayAppointSomewhere(user); err != nil {
		return Mandate{}, err
	}
	m := Member{ID: id.New(), SeatID: a.SeatID, IsSubstitute: a.IsSubstitute, ValidFrom: a.From, ValidTo: a.To,
		Version: 1, CreatedAt: s.clock.Now(), UpdatedAt: s.clock.Now()}
	if err := a.check(m); err != nil {
		return Mandate{}, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		seat, err := seatToFill(tx, user, a.SeatID)
		if err != nil {
			return err
		}
		if err := decide(tx, seat, a, &m); err != nil {
			return err
		}
		account, err := s.Accounts.Appointed(tx, user, a.Email, a.Name)
		if err != nil {
			return err
		}
		m.UserID = account.ID
		if err := s.put(tx, user, seat, m, insertMember); err != nil {
			return err
		}
		if err := s.traceMember(tx, user, "appoint", m, nil, m.traced()); err != nil {
			return err
		}
		out, err = visibleMember(tx, user, m.ID)
		return err
	})
	return out, err
}

// seatToFill gives a seat to who may appoint to it. Others who appoint to it wait
// for this transaction.
func seatToFill(tx *gorm.DB, user auth.User, seatID string) (Seat, error) {
	seat, err := FindVisible(tx, user, seatID)
	if problem.Missing(err) {
		return Seat{}, problem.Invalid(problem.Field{Name: "seatId", Code: "unknownReference", Detail: "There is no such seat."})
	} else if err != nil {
		return Seat{}, err
	}
	reach, err := reachOf(tx, user)
	if err != nil {
		return Seat{}, err
	}
	if !reach.appoints(seat) {
		return Seat{}, notYours()
	}
	return seat, lockSeat(tx, seat.ID)
}

// put writes a mandate that fits among the seat's others, and lets the person's
// role follow what they hold.
func (s *Service) put(tx *gorm.DB, user auth.User, seat Seat, m Member, write func(*gorm.DB, *Member) error) error {
	others, err := mandatesOn(tx, seat.ID)
	if err != nil {
		return err
	}
	if err := seat.takes(m, others); err != nil {
		return err
	}
	before, err := allOf(tx, m.UserID)
	if err != nil {
		return err
	}
	if err := write(tx, &m); err != nil {
		return err
	}
	return s.follow(tx, user, m.UserID, before)
}

// follow lets the role member have the days of the mandates that a person holds.
func (s *Service) follow(tx *gorm.DB, user auth.User, userID string, before []Member) error {
	now, err := allOf(tx, userID)
	if err != nil {
		return err
	}
	today := s.clock.Today()
	return s.Accounts.HoldRole(tx, user, userID, auth.Member, living(before, today), living(now, today))
}

// ReplaceMember puts new content on a mandate, if nobody else did since version.
func (s *Service) ReplaceMember(ctx context.Context, user auth.User, memberID string, version int, in MemberInput) (out Mandate, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := appointable(tx, user, memberID)
		if err != nil {
			return err
		}
		m := old.Member
		m.IsSubstitute, m.ValidFrom, m.ValidTo, m.DecisionID, m.UpdatedAt = in.IsSubstitute, in.From, in.To, in.DecisionID, s.clock.Now()
		var c problem.Checks
		m.check(&c)
		c.If(m.DecisionID == nil && !m.Ruling.Date.Known(), "decisionId", "required", "Say by which decision.")
		if err := c.Err(); err != nil {
			return err
		}
		if err := audit.Fresh(tx, memberType, m.ID, old.Version, version); err != nil {
			return err
		}
		if err := lockSeat(tx, m.SeatID); err != nil {
			return err
		}
		if m.DecisionID != nil && (old.DecisionID == nil || *m.DecisionID != *old.DecisionID) {
			if err := rightDecision(tx, old.Seat, *m.DecisionID); err != nil {
				return err
			}
		}
		m.Version = old.Version + 1
		if err := s.put(tx, user, old.Seat, m, updateMember); err != nil {
			return err
		}
		if err := s.traceMember(tx, user, "replace", m, old.traced(), m.traced()); err != nil {
			return err
		}
		out, err = visibleMember(tx, user, m.ID)
		return err
	})
	return out, err
}

// DeleteMember takes back a mandate that has not begun, and leaves a tombstone.
func (s *Service) DeleteMember(ctx context.Context, user auth.User, memberID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := appointable(tx, user, memberID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, memberType, old.ID, old.Version, version); err != nil {
			return err
		}
		if old.ValidFrom <= s.clock.Today() {
			return problem.Conflict("mandateBegun", "This mandate has begun, so it stays in the seat's history; give it a last day instead.")
		}
		before, err := allOf(tx, old.UserID)
		if err != nil {
			return err
		}
		if err := removeMember(tx, old.Member); err != nil {
			return err
		}
		if err := s.follow(tx, user, old.UserID, before); err != nil {
			return err
		}
		m := old.Member
		m.Version++
		return s.traceMember(tx, user, "delete", m, old.traced(), nil)
	})
}

// rightBody refuses a decision by another body than the one that appoints to the
// seat, or one above it.
func rightBody(tx *gorm.DB, seat Seat, field, bodyID string) error {
	if seat.AppointingBodyID == nil {
		return nil
	}
	tree, err := boards.LoadTree(tx, *seat.AppointingBodyID)
	if err != nil || slices.Contains(tree.Ancestors(*seat.AppointingBodyID), bodyID) {
		return err
	}
	appointing, _ := tree.Body(*seat.AppointingBodyID)
	return problem.Invalid(problem.Field{Name: field, Code: "wrongBody",
		Detail: fmt.Sprintf("%s appoints to this seat; the decision is by another body.", appointing.NameEn)})
}

// traceMember leaves who did what in the seat's history, and raises the revision.
func (s *Service) traceMember(tx *gorm.DB, user auth.User, action string, m Member, before, after any) error {
	database.Touch(tx, Family, memberType, m.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: memberType, ObjectID: m.ID,
		Version: m.Version, Before: before, After: after, About: &audit.Object{Type: seatType, ID: m.SeatID}})
}
