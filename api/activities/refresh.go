package activities

import (
	"context"
	"slices"
	"time"

	"gorm.io/gorm"

	"envagin/api/plans"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/source"
)

// batch is how many activities are refreshed in one transaction.
const batch = 300

// settleLimit is the most time one batch may take; it is housekeeping, not a request.
const settleLimit = 30 * time.Second

// SettleDay makes the stored statuses hold today. Reads call it first, so that
// nobody sees yesterday's states after midnight; it does its work once a day.
// Several replicas may do it at once: the second finds nothing left.
func (s *Service) SettleDay(ctx context.Context) error {
	today := s.clock.Today()
	s.settling.Lock()
	defer s.settling.Unlock()
	if s.settled == today {
		return nil
	}
	for {
		n := 0
		err := s.db.Tx(database.WithLimit(context.WithoutCancel(ctx), settleLimit), func(tx *gorm.DB) error {
			var due []string
			err := tx.Model(&Activity{}).Where("next_change <> '' AND next_change <= ?", today).
				Order("next_change").Limit(batch).Pluck("id", &due).Error
			if err != nil {
				return err
			}
			n = len(due)
			return refresh(tx, today, due...)
		})
		if err != nil {
			return err
		}
		if n < batch {
			break
		}
	}
	s.settled = today
	return nil
}

// stored is what refresh may change of a row.
type stored struct {
	Status       State
	Reason       Reason
	NextChange   day.Day
	LastReportOn day.Day
	IsStale      bool
	Unconfirmed  bool
}

// refresh makes status, reason, next change and stored answers anew for some
// activities, and for those that wait for one whose lateness changed.
func refresh(tx *gorm.DB, today day.Day, activityIDs ...string) error {
	turned, err := refreshEach(tx, today, activityIDs)
	if err != nil || len(turned) == 0 {
		return err
	}
	// Being late spreads one step: who waits is at risk, which spreads no further.
	waiting, err := dependents(tx, turned...)
	if err != nil || len(waiting) == 0 {
		return err
	}
	_, err = refreshEach(tx, today, waiting)
	return err
}

func refreshEach(tx *gorm.DB, today day.Day, activityIDs []string) (turnedLate []string, err error) {
	if len(activityIDs) == 0 {
		return nil, nil
	}
	rows, err := lock(tx, activityIDs...)
	if err != nil {
		return nil, err
	}
	r, err := readAround(tx, rows, true)
	if err != nil {
		return nil, err
	}
	late, err := lateBefore(tx, activityIDs)
	if err != nil {
		return nil, err
	}
	answers, err := storedByActivity(tx, activityIDs)
	if err != nil {
		return nil, err
	}
	for _, a := range rows {
		f := r.facts(a, late[a.ID])
		outcome := StatusOn(today, f)
		was := stored{a.Status, a.Reason, a.NextChange, a.LastReportOn, a.IsStale, a.Unconfirmed}
		is := stored{outcome.Status, outcome.Reason, outcome.NextChange, f.LastReportOn, outcome.Stale,
			unconfirmed(a, r.rows[a.ID], r.milestones[a.ID])}
		if was != is {
			if err := store(tx, a.ID, is); err != nil {
				return nil, err
			}
			database.Touch(tx, Family, objectType, a.ID, false)
		}
		if (was.Status == Late) != (is.Status == Late) {
			turnedLate = append(turnedLate, a.ID)
		}
		if now := storedAnswers(f.Rows, today); !slices.Equal(sortAnswers(now), sortAnswers(answers[a.ID])) {
			if err := storeAnswers(tx, a.ID, now); err != nil {
				return nil, err
			}
		}
	}
	return turnedLate, nil
}

// facts gathers what the status of one activity depends on.
func (r around) facts(a Activity, lateBefore []string) Facts {
	plan := r.plans[a.PlanID]
	f := Facts{Activity: a, Rows: r.rowsOf(a), Boards: r.boardsOn(a), BoardDays: r.boardDays(a), Parts: r.parts[a.ID],
		Milestones: r.milestones[a.ID], LateBefore: lateBefore,
		PeriodEnd: plan.PeriodTo, StaleAfter: plan.ReportingIntervalDays,
		Name: func(bodyID string) (string, string) {
			b, _ := r.tree.Body(bodyID)
			return b.NameSv, b.NameEn
		}}
	for _, p := range f.Parts {
		f.LastReportOn = max(f.LastReportOn, p.LastReportOn)
	}
	return f
}

// unconfirmed tells whether anything about the activity is our interpretation.
func unconfirmed(a Activity, rows []Responsibility, milestones []Milestone) bool {
	ours := source.Interpretation
	classified := len(a.AreaIDs)+len(a.GroupIDs)+len(a.Levels) > 0
	return a.Source == ours ||
		a.DatesSource == ours && (a.Start.Known() || a.End.Known()) ||
		a.ClassificationSource == ours && classified ||
		slices.ContainsFunc(rows, func(r Responsibility) bool { return r.Source == ours }) ||
		slices.ContainsFunc(milestones, func(m Milestone) bool { return m.Source == ours })
}

func store(tx *gorm.DB, activityID string, s stored) error {
	return tx.Model(&Activity{}).Where("id = ?", activityID).UpdateColumns(map[string]any{
		"status": s.Status, "reason_code": s.Reason.Code, "reason_sv": s.Reason.Sv, "reason_en": s.Reason.En,
		"next_change": s.NextChange, "last_report_on": s.LastReportOn, "is_stale": s.IsStale, "unconfirmed": s.Unconfirmed,
	}).Error
}

// lateBefore gives, per activity, the codes of those before it that are late.
func lateBefore(tx *gorm.DB, activityIDs []string) (map[string][]string, error) {
	var pairs []struct{ ActivityID, Code string }
	err := tx.Table("dependencies").Select("dependencies.activity_id, activities.code").
		Joins("JOIN activities ON activities.id = dependencies.before_id").
		Where("dependencies.activity_id IN ? AND activities.status = ?", activityIDs, Late).
		Order("activities.code_key").Find(&pairs).Error
	out := map[string][]string{}
	for _, p := range pairs {
		out[p.ActivityID] = append(out[p.ActivityID], p.Code)
	}
	return out, err
}

func storedByActivity(tx *gorm.DB, activityIDs []string) (map[string][]Answer, error) {
	var rows []struct {
		ActivityID, BodyID string
		Role               ResponsibilityRole
	}
	err := tx.Table("activity_answers").Where("activity_id IN ?", activityIDs).Find(&rows).Error
	out := map[string][]Answer{}
	for _, r := range rows {
		out[r.ActivityID] = append(out[r.ActivityID], Answer{BodyID: r.BodyID, Role: r.Role, ByRule: r.BodyID == anyBoard})
	}
	return out, err
}

func sortAnswers(answers []Answer) []Answer {
	slices.SortFunc(answers, func(a, b Answer) int {
		return slices.Compare([]string{a.BodyID, string(a.Role)}, []string{b.BodyID, string(b.Role)})
	})
	return answers
}

func storeAnswers(tx *gorm.DB, activityID string, answers []Answer) error {
	if err := tx.Exec("DELETE FROM activity_answers WHERE activity_id = ?", activityID).Error; err != nil {
		return err
	}
	if len(answers) == 0 {
		return nil
	}
	rows := make([]map[string]any, len(answers))
	for i, a := range answers {
		rows[i] = map[string]any{"activity_id": activityID, "body_id": a.BodyID, "role": a.Role}
	}
	return tx.Table("activity_answers").Create(rows).Error
}

// boardDays are the days on which a board begins or ends, when a rule makes that matter.
func (r around) boardDays(a Activity) []day.Day {
	if !slices.ContainsFunc(r.rowsOf(a), func(row Responsibility) bool { return row.Rule == AllBoards }) {
		return nil
	}
	return r.tree.Turns(r.plans[a.PlanID].RootBodyID)
}

// ResettleUnder makes the statuses of all plans of a municipality anew, when one
// of its bodies changed: the rule "all boards" and the reasons' words depend on them.
func (s *Service) ResettleUnder(ctx context.Context, rootID string) error {
	return s.resettle(ctx, func(tx *gorm.DB) *gorm.DB { return tx.Where("plan_id IN (?)", plans.IDsUnder(tx, rootID)) })
}

// Resettle makes the statuses of a plan's activities anew, when its period,
// reporting interval or readers changed. All of them count as changed: who
// follows changes must hear of a plan that was published or taken back.
func (s *Service) Resettle(ctx context.Context, planID string) error {
	return s.resettle(ctx, func(tx *gorm.DB) *gorm.DB { return tx.Where("plan_id = ?", planID) })
}

func (s *Service) resettle(ctx context.Context, which func(*gorm.DB) *gorm.DB) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		var ids []string
		if err := which(tx.Model(&Activity{})).Order("id").Pluck("id", &ids).Error; err != nil {
			return err
		}
		for chunk := range slices.Chunk(ids, batch) {
			if err := refresh(tx, s.clock.Today(), chunk...); err != nil {
				return err
			}
			for _, id := range chunk {
				database.Touch(tx, Family, objectType, id, false)
			}
		}
		return nil
	})
}
