package invitations

import (
	"context"
	"maps"
	"slices"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
	"envagin/api/responses"
	"envagin/api/surveys"
)

// maxUnits is how many units may be named in a request.
const maxUnits = 5000

// Invite writes to those who answer for units: these, or all when all is true.
//
// Errors: problem.Forbidden, NotFound, Conflict notOpen, notUnits or mailNotConfigured, Invalid.
func (s *Service) Invite(ctx context.Context, user auth.User, surveyID string, unitIDs []string, all bool) (Sending, error) {
	var c problem.Checks
	c.If(!all && len(unitIDs) == 0, "unitIds", "required", "Name the units, or send allUnits.")
	c.If(all && len(unitIDs) > 0, "unitIds", "invalid", "Name units or send allUnits, not both.")
	c.If(len(unitIDs) > maxUnits, "unitIds", "tooMany", "Too many units.")
	if err := c.Err(); err != nil {
		return Sending{}, err
	}
	return s.write(ctx, user, surveyID, Invitation, unitIDs)
}

// Remind writes to those who answer for the units that have not signed.
//
// Errors: as Invite.
func (s *Service) Remind(ctx context.Context, user auth.User, surveyID string) (Sending, error) {
	return s.write(ctx, user, surveyID, Reminder, nil)
}

func (s *Service) write(ctx context.Context, user auth.User, surveyID string, kind Kind, unitIDs []string) (out Sending, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		out = Sending{Kind: kind}
		round, err := s.writable(tx, user, surveyID)
		if err != nil {
			return err
		}
		today := s.clock.Today()
		states, err := responses.StatesOf(tx, surveyID)
		if err != nil {
			return err
		}
		asked, err := askedOf(tx, states, unitIDs, today)
		if err != nil {
			return err
		}
		readers, err := readersOf(tx, today)
		if err != nil {
			return err
		}
		var letters []Letter
		for _, unitID := range asked {
			switch {
			case states[unitID] == responses.Signed:
				out.Answers++
			case len(readers[unitID]) == 0:
				out.Unreached = append(out.Unreached, unitID)
			default:
				letters = append(letters, Letter{id.New(), surveyID, unitID, kind, today, s.clock.Now()})
			}
		}
		mine, err := claim(tx, surveyID, today, letters)
		if err != nil {
			return err
		}
		out.Sent, out.WrittenTo = len(mine), len(letters)-len(mine)
		for _, l := range mine {
			for _, userID := range readers[l.UnitID] {
				if err := s.mail.Queue(tx, unitLetter, forReader(l.ID, userID)); err != nil {
					return err
				}
			}
		}
		return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: string(kind), ObjectType: "survey", ObjectID: surveyID,
			Version: round.Version, After: map[string]any{"units": out.Sent}})
	})
	return out, err
}

// writable is a round about whose units one may be written to now.
func (s *Service) writable(tx *gorm.DB, user auth.User, surveyID string) (surveys.Survey, error) {
	round, err := inviting(tx, user, surveyID)
	switch {
	case err != nil:
		return round, err
	case round.Answering != surveys.UnitAnswers:
		return round, problem.Conflict("notUnits", "Employees are not written to: they get codes on paper.")
	case !round.TakesAnswers(s.clock.Today()):
		return round, problem.Conflict("notOpen", "Units are written to while the round is open.")
	}
	return round, s.mail.Ready()
}

// askedOf are the units that may be asked, without doubles: today's, and those that have begun. No unitIDs are all.
func askedOf(tx *gorm.DB, states map[string]responses.State, unitIDs []string, today day.Day) (asked []string, err error) {
	units, err := boards.InForceOf(tx, boards.Unit, today)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for unitID := range states {
		known[unitID] = true
	}
	for _, u := range units {
		known[u.ID] = true
	}
	if len(unitIDs) == 0 {
		return slices.Sorted(maps.Keys(known)), nil
	}
	taken := map[string]bool{}
	for _, unitID := range unitIDs {
		if !known[unitID] {
			return nil, problem.Invalid(problem.Field{Name: "unitIds", Code: "unknownReference", Detail: "There is no such unit."})
		}
		if !taken[unitID] {
			taken[unitID] = true
			asked = append(asked, unitID)
		}
	}
	return asked, nil
}

// readersOf are the contact persons and managers of each body today, each person once.
func readersOf(tx *gorm.DB, today day.Day) (map[string][]string, error) {
	byBody, seen := map[string][]string{}, map[string]bool{}
	for _, role := range []auth.RoleName{auth.Contact, auth.Manager} {
		holdings, err := accounts.HoldingsOf(tx, role)
		if err != nil {
			return nil, err
		}
		for _, h := range holdings {
			now := h.Open && h.Span.From <= today && (h.Span.To == "" || today <= h.Span.To)
			if key := forReader(h.BodyID, h.UserID); now && !seen[key] {
				seen[key] = true
				byBody[h.BodyID] = append(byBody[h.BodyID], h.UserID)
			}
		}
	}
	return byBody, nil
}

// letter makes a letter as things stand when it is sent: a unit that has signed meanwhile gets none.
func (s *Service) letter(ctx context.Context, jobID string) (m mail.Message, err error) {
	letterID, userID := readerOf(jobID)
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		l, known, err := findLetter(tx, letterID)
		if err != nil {
			return err
		}
		if !known {
			return mail.ErrNothing
		}
		round, err := surveys.FindVisible(tx, auth.User{}, l.SurveyID)
		if err != nil {
			return err
		}
		states, err := responses.StatesOf(tx, l.SurveyID)
		if err != nil {
			return err
		}
		if !round.TakesAnswers(s.clock.Today()) || states[l.UnitID] == responses.Signed {
			return mail.ErrNothing
		}
		unit, err := boards.Find(tx, l.UnitID)
		if err != nil {
			return err
		}
		to, err := s.Accounts.Person(tx, userID)
		if problem.Missing(err) || err == nil && !to.Active {
			return mail.ErrNothing
		} else if err != nil {
			return err
		}
		subject, text := l.Kind.text(to.Lang, s.baseURL, round, unit)
		m = mail.Message{To: to.Email, Subject: subject, Text: text}
		return nil
	})
	return m, err
}

// Letters gives a page of the letters of a round, the newest first, and how many there are.
//
// Errors: problem.Forbidden, NotFound.
func (s *Service) Letters(ctx context.Context, user auth.User, surveyID string, offset, limit int) (page []SentLetter, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := inviting(tx, user, surveyID); err != nil {
			return err
		}
		rows, n, err := lettersOf(tx, surveyID, offset, limit)
		if err != nil {
			return err
		}
		ids := make([]string, len(rows))
		for i, l := range rows {
			ids[i] = l.UnitID
		}
		units, err := boards.Named(tx, ids...)
		named := map[string]boards.Body{}
		for _, u := range units {
			named[u.ID] = u
		}
		page, total = make([]SentLetter, len(rows)), n
		for i, l := range rows {
			page[i] = SentLetter{l, named[l.UnitID]}
		}
		return err
	})
	return page, total, err
}
