package invitations

import (
	"context"
	"math/rand/v2"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/jobs"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// WriteToStaff writes to the employees of a declared group: each gets a code of the group's, or all are reminded. The
// addresses are kept until each letter is made, and not afterwards.
//
// Errors: problem.Forbidden, NotFound, Conflict notOpen, notStaff or mailNotConfigured, Invalid.
func (s *Service) WriteToStaff(ctx context.Context, user auth.User, surveyID, groupID string, kind Kind, addresses []string) (out SentToGroup, err error) {
	var c problem.Checks
	c.Required("groupId", groupID)
	problem.OneOf(&c, "kind", kind, Invitation, Reminder)
	if err := c.Err(); err != nil {
		return out, err
	}
	if addresses, err = bare(addresses); err != nil {
		return out, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		round, err := s.writableStaff(tx, user, surveyID)
		if err != nil {
			return err
		}
		groups, err := surveys.GroupsOf(tx, surveyID)
		if err != nil {
			return err
		}
		for _, g := range leaves(groups) {
			if g.ID == groupID {
				out.Group = g
			}
		}
		if out.Group.ID == "" {
			return problem.Invalid(problem.Field{Name: "groupId", Code: "unknownReference", Detail: "There is no such group that answers."})
		}
		out.StaffSending = StaffSending{ID: id.New(), SurveyID: surveyID, GroupID: groupID, Kind: kind, OnWeek: monday(s.clock.Today()), Asked: len(addresses)}
		letters := make([]waitingLetter, len(addresses))
		for i, address := range addresses {
			letters[i] = waitingLetter{ID: id.New(), SendingID: out.ID, Address: address}
		}
		// They leave in an order of chance: that of a list of names tells whose code was made when.
		rand.Shuffle(len(letters), func(i, j int) { letters[i].Address, letters[j].Address = letters[j].Address, letters[i].Address })
		if err := insertSending(tx, out.StaffSending, letters); err != nil {
			return err
		}
		for _, l := range letters {
			if err := s.jobs.Enqueue(tx, staffLetter, l.ID); err != nil {
				return err
			}
		}
		return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: string(kind), ObjectType: "survey", ObjectID: surveyID,
			Version: round.Version, After: map[string]any{"group": out.Group.Key, "letters": len(addresses)}})
	})
	return out, err
}

// writableStaff is the round to whose employees one may write now.
func (s *Service) writableStaff(tx *gorm.DB, user auth.User, surveyID string) (surveys.Survey, error) {
	round, err := inviting(tx, user, surveyID)
	switch {
	case err != nil:
		return round, err
	case round.Answering != surveys.Staff:
		return round, problem.Conflict("notStaff", "Units are invited by their contact persons and managers.")
	case !round.TakesAnswers(s.clock.Today()):
		return round, problem.Conflict("notOpen", "Employees are written to while the round is open.")
	}
	return round, s.mail.Ready()
}

// sendToStaff makes one letter and sends it, once. What was known of whom it is to is gone before it leaves, so that what a
// crash cuts off is not tried again: a code that may have come must not come twice.
func (s *Service) sendToStaff(ctx context.Context, letterID string) error {
	var (
		l     waitingLetter
		of    StaffSending
		m     mail.Message
		codes []string
	)
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		taken := false
		m, codes = mail.Message{}, nil
		if l, of, taken, err = takeLetter(tx, letterID); err != nil || !taken {
			return err
		}
		round, err := surveys.FindVisible(tx, auth.User{}, of.SurveyID)
		if err != nil {
			return err
		}
		if !round.TakesAnswers(s.clock.Today()) {
			return of.count(tx, 0, 1, 0)
		}
		code := ""
		if of.Kind == Invitation {
			if codes, err = s.ballots.MakeCodes(tx, of.SurveyID, of.GroupID, 1); err != nil {
				return err
			}
			code = codes[0]
		}
		m = staffText(of.Kind, l.Address, s.baseURL, code, round.ClosesOn)
		return of.count(tx, 0, 0, 1)
	})
	if err != nil || m.To == "" {
		return err
	}
	outcome, failed := s.mail.SendOnce(ctx, staffLetter, m)
	return s.settleStaff(ctx, l, of, codes, outcome, failed)
}

// settleStaff notes how a letter went. One that certainly did not leave gives its code back, and waits for another try.
func (s *Service) settleStaff(ctx context.Context, l waitingLetter, of StaffSending, codes []string, outcome mail.Outcome, failed error) error {
	again := outcome == mail.NotSent && l.Tries+1 < maxTries
	err := s.db.Tx(context.WithoutCancel(ctx), func(tx *gorm.DB) error {
		if outcome == mail.NotSent || outcome == mail.Refused {
			for _, code := range codes {
				if err := s.ballots.WithdrawCode(tx, code); err != nil {
					return err
				}
			}
		}
		switch {
		case outcome == mail.Sent:
			return of.count(tx, 1, 0, -1)
		case again:
			l.Tries++
			if err := putBack(tx, l); err != nil {
				return err
			}
			return of.count(tx, 0, 0, -1)
		case outcome == mail.Unsure:
			return nil // it was counted so before it left
		}
		return of.count(tx, 0, 1, -1)
	})
	if err != nil || !again {
		return err
	}
	if f := jobs.FailureOf(failed); f != nil {
		return &jobs.Failure{Reason: f.Reason}
	}
	return &jobs.Failure{Reason: "the letter did not leave"}
}

// StaffSendings gives a page of how letters to employees went, the newest first.
//
// Errors: problem.Forbidden, NotFound.
func (s *Service) StaffSendings(ctx context.Context, user auth.User, surveyID string, offset, limit int) (page []SentToGroup, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := inviting(tx, user, surveyID); err != nil {
			return err
		}
		rows, n, err := sendingsOf(tx, surveyID, offset, limit)
		if err != nil {
			return err
		}
		groups, err := surveys.GroupsOf(tx, surveyID)
		named := map[string]surveys.Group{}
		for _, g := range groups {
			named[g.ID] = g
		}
		page, total = make([]SentToGroup, len(rows)), n
		for i, row := range rows {
			page[i] = SentToGroup{row, named[row.GroupID]}
		}
		return err
	})
	return page, total, err
}
