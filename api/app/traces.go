package app

import (
	"gorm.io/gorm"

	"envagin/api/activities"
	"envagin/api/boards"
	"envagin/api/communications"
	"envagin/api/competences"
	"envagin/api/council"
	"envagin/api/decisions"
	"envagin/api/meetings"
	"envagin/api/plans"
	"envagin/api/platform/auth"
	"envagin/api/questions"
	"envagin/api/references"
	"envagin/api/responses"
	"envagin/api/surveys"
	"envagin/api/timelines"
	"envagin/api/traces"
)

// buildTraces says which things have a history, and lets each room say who sees a thing.
func (a *App) buildTraces() {
	a.Traces = traces.New(a.DB, a.Clock, a.Accounts,
		kind("activity", activities.FindVisible),
		kind("plan", plans.FindVisible),
		kind("body", func(tx *gorm.DB, _ auth.User, bodyID string) (boards.Body, error) { return boards.Find(tx, bodyID) }),
		kind("timelineEntry", timelines.FindVisible),
		kind("councilSeat", council.FindVisible),
		kind("decision", decisions.FindVisible),
		kind("referenceMember", references.FindVisible),
		kind("councilQuestion", questions.FindVisible),
		kind("councilMeeting", meetings.FindVisible),
		kind("competence", competences.FindVisible),
		kind("response", responses.FindVisible),
		kind("communication", communications.FindVisible),
		kind("survey", surveys.FindVisible),
	)
}

// kind is a kind of thing that exists for those to whom its room gives it.
func kind[T any](objectType string, find func(tx *gorm.DB, user auth.User, objectID string) (T, error)) traces.Kind {
	return traces.Kind{Type: objectType, Visible: func(tx *gorm.DB, user auth.User, objectID string) error {
		_, err := find(tx, user, objectID)
		return err
	}}
}
