package app

import (
	"gorm.io/gorm"

	"envagin/api/council"
	"envagin/api/decisions"
	"envagin/api/meetings"
	"envagin/api/surveys"
)

// buildDecisions lets the rooms that came after decisions say what their things are called.
func (a *App) buildDecisions() {
	a.Decisions = decisions.New(a.DB, a.Clock)
	a.Decisions.Named[decisions.Seat] = func(tx *gorm.DB, ids []string) (map[string]decisions.Name, error) {
		names, err := council.SeatNames(tx, ids)
		out := make(map[string]decisions.Name, len(names))
		for seatID, name := range names {
			out[seatID] = decisions.Name{Title: name, Lang: "sv"}
		}
		return out, err
	}
	a.Decisions.Named[decisions.Survey] = func(tx *gorm.DB, ids []string) (map[string]decisions.Name, error) {
		names, err := surveys.Titled(tx, ids)
		out := make(map[string]decisions.Name, len(names))
		for surveyID, name := range names {
			out[surveyID] = decisions.Name{Title: name, Lang: "sv"}
		}
		return out, err
	}
	a.Decisions.Named[decisions.Meeting] = func(tx *gorm.DB, ids []string) (map[string]decisions.Name, error) {
		names, err := meetings.Names(tx, ids)
		out := make(map[string]decisions.Name, len(names))
		for meetingID, name := range names {
			out[meetingID] = decisions.Name{Title: name, Lang: "sv"}
		}
		return out, err
	}
}
