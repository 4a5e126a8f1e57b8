package steering

import (
	"gorm.io/gorm"

	"envagin/api/activities"
	"envagin/api/council"
	"envagin/api/decisions"
	"envagin/api/meetings"
	"envagin/api/platform/day"
	"envagin/api/questions"
)

// gather asks each neighbour once for what it has to tell.
func gather(tx *gorm.DB, since, today day.Day) ([]Item, error) {
	late, err := activities.InState(tx, activities.Late, most)
	if err != nil {
		return nil, err
	}
	stale, err := activities.Stale(tx, most)
	if err != nil {
		return nil, err
	}
	changed, err := gatherChanges(tx, since, today)
	if err != nil {
		return nil, err
	}
	var items []Item
	for _, a := range late {
		items = append(items, ofActivity(Late, a))
	}
	items = append(items, changed...)
	for _, a := range stale {
		items = append(items, ofActivity(Stale, a))
	}
	seats, err := council.Ending(tx, today, mandateDays)
	if err != nil {
		return nil, err
	}
	for _, p := range seats[:min(len(seats), most)] {
		items = append(items, ofSeat(p))
	}
	open, err := decisions.Open(tx, most)
	if err != nil {
		return nil, err
	}
	for _, d := range open {
		items = append(items, ofDecision(d, today))
	}
	tasks, err := meetings.Waiting(tx, today, most)
	if err != nil {
		return nil, err
	}
	for _, t := range tasks {
		items = append(items, ofTask(t, today))
	}
	waits, err := questions.Late(tx, today, most)
	if err != nil {
		return nil, err
	}
	for _, w := range waits {
		items = append(items, ofQuestion(w))
	}
	return items, nil
}

func gatherChanges(tx *gorm.DB, since, today day.Day) ([]Item, error) {
	ended, err := activities.EndedSince(tx, since, today, most)
	if err != nil {
		return nil, err
	}
	reports, err := activities.ReportsSince(tx, since, today, most)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(reports))
	for i, r := range reports {
		ids[i] = r.ActivityID
	}
	named, err := activities.Named(tx, ids...)
	return changes(ended, reports, named), err
}
