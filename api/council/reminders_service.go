package council

import (
	"context"
	"slices"
	"time"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
)

// remindLimit is the time that a round may take.
const remindLimit = 30 * time.Second

// Remind asks for the letters that are due today: one to each person, about all
// seats that they answer for. It may run as often as one likes, on several
// replicas at once: of each occasion a person is told once.
func (s *Service) Remind(ctx context.Context) error {
	if s.mail.Ready() != nil { // and none is asked for, so that they go out once there is a server
		return nil
	}
	return s.db.Tx(database.WithLimit(ctx, remindLimit), func(tx *gorm.DB) error {
		all, err := SeatsOn(tx, s.clock.Today())
		if err != nil {
			return err
		}
		due := slices.DeleteFunc(all, func(p Place) bool { return p.occasion() == "" })
		if len(due) == 0 {
			return nil
		}
		who, err := recipients(tx, due, s.clock.Today())
		if err != nil {
			return err
		}
		told, err := remembered(tx, due)
		if err != nil {
			return err
		}
		letters := map[string]string{} // by person
		for _, p := range due {
			for _, userID := range who[p.Seat.ID] {
				r := reminder{ID: id.New(), LetterID: letters[userID], SeatID: p.Seat.ID, Occasion: p.occasion(), UserID: userID, CreatedAt: s.clock.Now()}
				if told[r.key()] {
					continue
				}
				if r.LetterID == "" {
					r.LetterID = r.ID
				}
				first, err := claim(tx, r)
				if err != nil {
					return err
				}
				if first && letters[userID] == "" {
					letters[userID] = r.LetterID
					if err := s.mail.Queue(tx, letterKind, r.LetterID); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
}

// recipients are those who are told of each seat: the officers of the body that
// appoints, else those of the bodies above it, else the coordinators.
func recipients(tx *gorm.DB, due []Place, today day.Day) (map[string][]string, error) {
	var appointing []string
	for _, p := range due {
		if p.Seat.AppointingBodyID != nil {
			appointing = append(appointing, *p.Seat.AppointingBodyID)
		}
	}
	tree, err := boards.LoadTree(tx, appointing...)
	if err != nil {
		return nil, err
	}
	officers, err := holders(tx, auth.Officer, today)
	if err != nil {
		return nil, err
	}
	coordinators, err := holders(tx, auth.Coordinator, today)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, p := range due {
		out[p.Seat.ID] = coordinators[""]
		if p.Seat.AppointingBodyID == nil {
			continue
		}
		for _, bodyID := range tree.Ancestors(*p.Seat.AppointingBodyID) {
			if found := officers[bodyID]; len(found) > 0 {
				out[p.Seat.ID] = found
				break
			}
		}
	}
	return out, nil
}

// holders are the persons who have a role today, by body.
func holders(tx *gorm.DB, role auth.RoleName, today day.Day) (map[string][]string, error) {
	all, err := accounts.HoldingsOf(tx, role)
	byBody := map[string][]string{}
	for _, h := range all {
		if h.Open && h.Span.From <= today && (h.Span.To == "" || today <= h.Span.To) {
			byBody[h.BodyID] = append(byBody[h.BodyID], h.UserID)
		}
	}
	return byBody, err
}

// letter makes the letter of some reminders, as things stand when it is sent.
func (s *Service) letter(ctx context.Context, letterID string) (m mail.Message, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		reminders, err := inLetter(tx, letterID)
		if err != nil {
			return err
		}
		if len(reminders) == 0 {
			return mail.ErrNothing
		}
		to, err := s.Accounts.Person(tx, reminders[0].UserID)
		if problem.Missing(err) || err == nil && !to.Active {
			return mail.ErrNothing
		} else if err != nil {
			return err
		}
		all, err := SeatsOn(tx, s.clock.Today())
		if err != nil {
			return err
		}
		empty := slices.DeleteFunc(all, func(p Place) bool {
			asked := slices.ContainsFunc(reminders, func(r reminder) bool { return r.SeatID == p.Seat.ID })
			return !asked || p.occasion() == ""
		})
		if len(empty) == 0 {
			return mail.ErrNothing
		}
		subject, text := letterText(to.Lang, s.baseURL, empty)
		m = mail.Message{To: to.Email, Subject: subject, Text: text}
		return nil
	})
	return m, err
}
