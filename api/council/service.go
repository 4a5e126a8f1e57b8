package council

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/plans"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
)

// Family is the revision that every change of a seat or a mandate raises.
const Family = "council"

// What traces and tombstones call them.
const (
	seatType   = "councilSeat"
	memberType = "councilMember"
)

// Service is the use cases of the council's seats and mandates.
type Service struct {
	db      *database.DB
	clock   *day.Clock
	mail    *mail.Mailer
	baseURL string

	// Accounts makes and finds the accounts of those who are appointed; the program
	// sets it where there are any.
	Accounts *accounts.Service
}

// New makes the service. Letters lead to pages under baseURL.
func New(db *database.DB, clock *day.Clock, mailer *mail.Mailer, baseURL string) *Service {
	s := &Service{db: db, clock: clock, mail: mailer, baseURL: baseURL}
	mailer.Register(letterKind, s.letter)
	return s
}

// Filter narrows the list of seats; zero values do not.
type Filter struct {
	Plan   string
	Body   string // whom a seat speaks for, or who appoints to it
	Vacant string // "true" or "false"
	On     day.Day
	Offset int
	Limit  int
}

// Seen is a seat with what its reader may know besides.
type Seen struct {
	Place
	known map[string]accounts.Known
	reach Reach
}

// Seats gives a page of the seats in force on a day, in their order, and how
// many match in all. Seats of a draft are given to those who read it and ask for it.
func (s *Service) Seats(ctx context.Context, user auth.User, f Filter) (page []Seen, total int, err error) {
	if f.On == "" {
		f.On = s.clock.Today()
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		seats, err := listSeats(tx, f, user.May(auth.ReadDrafts))
		if err != nil {
			return err
		}
		all, err := places(tx, seats, f.On)
		if err != nil {
			return err
		}
		matching := []Place{}
		for _, p := range all {
			if f.Vacant == "" || (p.Holder == nil) == (f.Vacant == "true") {
				matching = append(matching, p)
			}
		}
		total = len(matching)
		page, err = seen(tx, user, matching[min(f.Offset, total):min(f.Offset+f.Limit, total)])
		return err
	})
	return page, total, err
}

// Seat gives one seat as it stands today; 404 when it or its plan does not exist for the user.
func (s *Service) Seat(ctx context.Context, user auth.User, seatID string) (out Seen, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		out, err = s.seat(tx, user, seatID)
		return err
	})
	return out, err
}

func (s *Service) seat(tx *gorm.DB, user auth.User, seatID string) (Seen, error) {
	seat, err := FindVisible(tx, user, seatID)
	if err != nil {
		return Seen{}, err
	}
	on, err := places(tx, []Seat{seat}, s.clock.Today())
	if err != nil {
		return Seen{}, err
	}
	out, err := seen(tx, user, on)
	if err != nil {
		return Seen{}, err
	}
	return out[0], nil
}

// seen adds to places what the reader may know of those who sit there, in a fixed
// number of questions.
func seen(tx *gorm.DB, user auth.User, page []Place) ([]Seen, error) {
	reach, err := reachOf(tx, user)
	if err != nil {
		return nil, err
	}
	var persons []string
	for _, p := range page {
		for _, m := range []*Member{p.Holder, p.Substitute, p.Next} {
			if m != nil {
				persons = append(persons, m.UserID)
			}
		}
	}
	known, err := accounts.KnownOf(tx, persons...)
	out := make([]Seen, len(page))
	for i, p := range page {
		out[i] = Seen{p, known, reach}
	}
	return out, err
}

// reachOf reads the bodies for which a user may appoint, where that is not everywhere.
func reachOf(tx *gorm.DB, user auth.User) (Reach, error) {
	r := Reach{user: user}
	within := user.Within(auth.AppointMembers)
	if len(within) == 0 {
		return r, nil
	}
	tree, err := boards.LoadTree(tx, within...)
	r.tree = tree
	return r, err
}

// MayKeep answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayKeep(ctx context.Context, user auth.User, seatID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := editable(tx, user, seatID)
		return err
	})
}

func editable(tx *gorm.DB, user auth.User, seatID string) (Seat, error) {
	seat, err := FindVisible(tx, user, seatID)
	if err != nil {
		return seat, err
	}
	return seat, mayKeep(user)
}

func mayKeep(user auth.User) error {
	if !user.May(auth.KeepCouncil) {
		return problem.Forbidden("Only the coordinator and administrators keep the council's seats.")
	}
	return nil
}

// CreateSeat makes a seat. A plan package may bring its own id; else it gets one.
func (s *Service) CreateSeat(ctx context.Context, user auth.User, seat Seat) (out Seen, err error) {
	if err := mayKeep(user); err != nil {
		return Seen{}, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if seat.ID == "" {
			seat.ID = id.New()
		}
		seat.Version, seat.CreatedAt, seat.UpdatedAt = 1, s.clock.Now(), s.clock.Now()
		if err := checkSeat(tx, user, seat); err != nil {
			return err
		}
		if err := insertSeat(tx, &seat); err != nil {
			return err
		}
		if err := s.traceSeat(tx, user, "create", seat, nil, seat.input()); err != nil {
			return err
		}
		out, err = s.seat(tx, user, seat.ID)
		return err
	})
	return out, err
}

// ReplaceSeat puts new content on a seat, if nobody else did since version.
func (s *Service) ReplaceSeat(ctx context.Context, user auth.User, seatID string, version int, seat Seat) (out Seen, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editable(tx, user, seatID)
		if err != nil {
			return err
		}
		seat.ID, seat.CreatedAt, seat.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		if err := seat.Check(); err != nil {
			return err
		}
		if seat.PlanID != old.PlanID {
			return problem.Invalid(problem.Field{Name: "planId", Code: "notAllowed", Detail: "A seat stays in its plan."})
		}
		if err := audit.Fresh(tx, seatType, old.ID, old.Version, version); err != nil {
			return err
		}
		seat.Version = old.Version + 1
		if err := checkSeat(tx, user, seat); err != nil {
			return err
		}
		if err := updateSeat(tx, &seat); err != nil {
			return err
		}
		if err := s.traceSeat(tx, user, "replace", seat, old.input(), seat.input()); err != nil {
			return err
		}
		out, err = s.seat(tx, user, seat.ID)
		return err
	})
	return out, err
}

// DeleteSeat removes a seat on which nobody has sat, and leaves a tombstone.
func (s *Service) DeleteSeat(ctx context.Context, user auth.User, seatID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editable(tx, user, seatID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, seatType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := removeSeat(tx, old); err != nil {
			return err
		}
		old.Version++
		return s.traceSeat(tx, user, "delete", old, old.input(), nil)
	})
}

// checkSeat checks the content, and what it points at.
func checkSeat(tx *gorm.DB, user auth.User, seat Seat) error {
	if err := seat.Check(); err != nil {
		return err
	}
	if _, err := plans.FindVisible(tx, user, seat.PlanID); problem.Missing(err) {
		return problem.Invalid(problem.Field{Name: "planId", Code: "unknownReference", Detail: "There is no such plan."})
	} else if err != nil {
		return err
	}
	for name, ref := range map[string]*string{"bodyId": seat.BodyID, "appointingBodyId": seat.AppointingBodyID} {
		if ref == nil {
			continue
		}
		if err := boards.Exists(tx, name, *ref); err != nil {
			return err
		}
	}
	return nil
}

// traceSeat leaves who did what, and raises the revision.
func (s *Service) traceSeat(tx *gorm.DB, user auth.User, action string, seat Seat, before, after any) error {
	database.Touch(tx, Family, seatType, seat.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action,
		ObjectType: seatType, ObjectID: seat.ID, Version: seat.Version, Before: before, After: after})
}
