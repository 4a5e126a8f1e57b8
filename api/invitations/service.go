package invitations

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/ballots"
	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/jobs"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
	"envagin/api/responses"
	"envagin/api/surveys"
)

// The night's counting is done between these hours, in UTC: after the night's rewriting, and before people
// come to work. A night that is missed is not made up for in the day.
const (
	nightBegins = 3
	nightEnds   = 5
)

// Service is the use cases of reaching those who answer.
type Service struct {
	db      *database.DB
	clock   *day.Clock
	ballots *ballots.Service
	mail    *mail.Mailer
	jobs    *jobs.Runner
	baseURL string

	// Accounts knows whom a letter is to.
	Accounts *accounts.Service
}

// New makes the service; baseURL is where employees answer.
func New(db *database.DB, clock *day.Clock, b *ballots.Service, mailer *mail.Mailer, runner *jobs.Runner, baseURL string) *Service {
	s := &Service{db: db, clock: clock, ballots: b, mail: mailer, jobs: runner, baseURL: baseURL}
	mailer.Register(unitLetter, s.letter)
	runner.Register(staffLetter, s.sendToStaff)
	return s
}

// Sheet is codes to print.
type Sheet struct {
	Round surveys.Survey
	Group surveys.Group
	Codes []string
	// Address is where they are used.
	Address string
}

// MayInvite answers 401, 404 or 403 before anyone looks at what is sent.
func (s *Service) MayInvite(ctx context.Context, user auth.User, surveyID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := inviting(tx, user, surveyID)
		return err
	})
}

func inviting(tx *gorm.DB, user auth.User, surveyID string) (surveys.Survey, error) {
	round, err := surveys.FindVisible(tx, user, surveyID)
	switch {
	case err != nil:
	case user.Public():
		err = unsigned()
	case !user.May(auth.KeepSurveys):
		err = problem.Forbidden("Only who keeps the mapping survey invites to it.")
	}
	return round, err
}

// MakeSheet makes codes for a group of an open round of staff. They are given once, and to nobody else. The trace
// says how many were made for which group, never which.
func (s *Service) MakeSheet(ctx context.Context, user auth.User, surveyID, groupID string, count int) (sheet Sheet, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if sheet.Round, err = inviting(tx, user, surveyID); err != nil {
			return err
		}
		groups, err := surveys.GroupsOf(tx, surveyID)
		if err != nil {
			return err
		}
		for _, g := range groups {
			if g.ID == groupID {
				sheet.Group = g
			}
		}
		if sheet.Codes, err = s.ballots.MakeCodes(tx, surveyID, groupID, count); err != nil {
			return err
		}
		return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: "makeCodes", ObjectType: "survey", ObjectID: surveyID,
			Version: sheet.Round.Version, After: map[string]any{"group": sheet.Group.Key, "count": count}})
	})
	sheet.Address = s.baseURL + "/svara"
	return sheet, err
}

// Coverage gives how far a round has come: units by name to those who read their answers, groups of staff to those who keep the round.
//
// Errors: problem.Unauthenticated, Forbidden, NotFound.
func (s *Service) Coverage(ctx context.Context, user auth.User, surveyID string) (c Coverage, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if c.Round, err = surveys.FindVisible(tx, user, surveyID); err != nil {
			return err
		}
		if user.Public() {
			return unsigned()
		}
		if c.Round.Answering == surveys.Staff {
			return s.ofGroups(tx, user, &c)
		}
		return s.ofUnits(tx, user, &c)
	})
	return c, err
}

func (s *Service) ofGroups(tx *gorm.DB, user auth.User, c *Coverage) error {
	if !user.May(auth.ReadResponses) {
		return notForYou()
	}
	groups, err := surveys.GroupsOf(tx, c.Round.ID)
	if err != nil {
		return err
	}
	known, err := countedOf(tx, c.Round.ID)
	if err != nil {
		return err
	}
	for _, g := range leaves(groups) {
		line := GroupCoverage{Group: g}
		if n, ok := known[g.ID]; ok {
			line.Answered = &n
		}
		c.Groups = append(c.Groups, line)
	}
	c.AsOf, err = nightOf(tx, c.Round.ID)
	return err
}

func (s *Service) ofUnits(tx *gorm.DB, user auth.User, c *Coverage) error {
	all, mine := user.May(auth.ReadResponses), user.Within(auth.ReadResponses)
	if !all && len(mine) == 0 {
		return notForYou()
	}
	units, err := boards.InForceOf(tx, boards.Unit, s.clock.Today())
	if err != nil {
		return err
	}
	states, err := responses.StatesOf(tx, c.Round.ID)
	if err != nil {
		return err
	}
	ids := make([]string, 0, len(units)+len(states))
	for _, u := range units {
		ids = append(ids, u.ID)
	}
	for unitID := range states {
		ids = append(ids, unitID)
	}
	tree, err := boards.LoadTree(tx, ids...)
	if err != nil {
		return err
	}
	if !all {
		under := map[string]bool{}
		for _, top := range mine {
			for _, id := range tree.Under(top) {
				under[id] = true
			}
		}
		units = only(units, under)
		for unitID := range states {
			if !under[unitID] {
				delete(states, unitID)
			}
		}
	}
	c.Bodies = covered(tree, units, states)
	return nil
}

func only(units []boards.Body, within map[string]bool) (out []boards.Body) {
	for _, u := range units {
		if within[u.ID] {
			out = append(out, u)
		}
	}
	return out
}

func unsigned() error {
	return problem.Unauthenticated("signInNeeded", "Send an access token in the Authorization header.")
}

func notForYou() error {
	return problem.Forbidden("Your role does not see how far others have come.")
}

// Nightly counts how many codes of each group have been used, for the rounds that are open.
func (s *Service) Nightly(ctx context.Context) error {
	today, hour := s.clock.Today(), s.clock.Now().UTC().Hour()
	if hour < nightBegins || hour >= nightEnds {
		return nil
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		open, err := surveys.OpenOn(tx, today)
		if err != nil {
			return err
		}
		for _, round := range open {
			if round.Answering != surveys.Staff {
				continue
			}
			if err := countNight(tx, round, today); err != nil {
				return err
			}
		}
		return nil
	})
}

func countNight(tx *gorm.DB, round surveys.Survey, today day.Day) error {
	last, err := nightOf(tx, round.ID)
	if err != nil || last >= today {
		return err
	}
	used, err := ballots.UsedOf(tx, round.ID)
	if err != nil {
		return err
	}
	var rows []counted
	for groupID, n := range used {
		if about, told := tens(n, round.MinGroup()); told {
			rows = append(rows, counted{round.ID, groupID, about})
		}
	}
	return keepCounted(tx, round.ID, rows, today)
}
