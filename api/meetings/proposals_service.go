package meetings

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/activities"
	"envagin/api/council"
	"envagin/api/decisions"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/questions"
)

// Proposal is a fact that the agenda might take up.
type Proposal struct {
	Title      string
	From       From
	On         day.Day
	IsOnAgenda bool
}

const (
	// mostOfEach bounds how many facts of each sort are proposed.
	mostOfEach = 20
	// mandateDays is how long before a mandate ends it is proposed to speak of it.
	mandateDays = 90
)

// Proposals gives what the agenda might take up, in the order in which it presses:
// topics that members propose, tasks and decisions that wait, activities that are
// late or have not been heard of, questions without an answer, mandates that end.
//
// Errors: problem.NotFound, Gone, Forbidden.
func (s *Service) Proposals(ctx context.Context, user auth.User, meetingID string, offset, limit int) (page []Proposal, total int, err error) {
	if err := signedIn(user); err != nil {
		return nil, 0, err
	}
	if err := s.activities.SettleDay(ctx); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		m, err := visible(tx, user, meetingID)
		if err != nil {
			return err
		}
		if err := mayKeepMeetings(user); err != nil {
			return err
		}
		all, err := proposals(tx, user, m, s.clock.Today())
		if err != nil {
			return err
		}
		items, err := itemsOf(tx, meetingID)
		if err != nil {
			return err
		}
		has := map[string]bool{}
		for _, i := range items {
			has[i.From.ID] = true
		}
		for n := range all {
			all[n].IsOnAgenda = has[all[n].From.ID]
		}
		total = len(all)
		page = all[min(offset, total):min(offset+limit, total)]
		return nil
	})
	return page, total, err
}

func proposals(tx *gorm.DB, user auth.User, m Meeting, today day.Day) (out []Proposal, err error) {
	topics, err := proposedTopics(tx, m.ID)
	if err != nil {
		return nil, err
	}
	for _, t := range topics {
		out = append(out, Proposal{Title: t.Title, From: From{"topic", topicType, t.ID}})
	}
	if kinds := heirs(m.Kind); len(kinds) > 0 {
		tasks, err := openTasks(tx, kinds, m.HeldOn, mostOfEach)
		if err != nil {
			return nil, err
		}
		for _, t := range tasks {
			if i := t.followUp(); !i.withheldFrom(user) {
				out = append(out, Proposal{Title: i.Title, From: i.From, On: t.DueOn})
			}
		}
	}
	open, err := decisions.Open(tx, mostOfEach)
	if err != nil {
		return nil, err
	}
	for _, d := range open {
		out = append(out, Proposal{Title: short("Återrapportering: "+d.Title, 200), From: From{"decision", "decision", d.ID}, On: d.ReportBack.Latest()})
	}
	more, err := ofActivities(tx)
	if err != nil {
		return nil, err
	}
	out = append(out, more...)
	waiting, err := questions.Waiting(tx, today, mostOfEach)
	if err != nil {
		return nil, err
	}
	for _, w := range waiting {
		out = append(out, Proposal{Title: short("Fråga: "+w.Title, 200), From: From{"question", "councilQuestion", w.ID}, On: w.AskedOn})
	}
	ending, err := council.Ending(tx, today, mandateDays)
	if err != nil {
		return nil, err
	}
	for _, p := range ending[:min(len(ending), mostOfEach)] {
		out = append(out, Proposal{Title: short("Mandat: "+p.Seat.NameSv, 200), From: From{"mandate", "councilSeat", p.Seat.ID}, On: p.EndsOn})
	}
	return out, nil
}

func ofActivities(tx *gorm.DB) (out []Proposal, err error) {
	late, err := activities.InState(tx, activities.Late, mostOfEach)
	if err != nil {
		return nil, err
	}
	stale, err := activities.Stale(tx, mostOfEach)
	if err != nil {
		return nil, err
	}
	for kind, found := range []([]activities.Activity){late, stale} {
		for _, a := range found {
			out = append(out, Proposal{Title: short(a.Code+" "+a.Title, 200), From: From{[]string{"lateActivity", "staleActivity"}[kind], "activity", a.ID}})
		}
	}
	return out, nil
}
