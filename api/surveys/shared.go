package surveys

import (
	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// maxOpen is how many rounds can be open at once, with room to spare.
const maxOpen = 50

// FindVisible gives a round to those for whom it exists, and 404 to others.
func FindVisible(tx *gorm.DB, user auth.User, surveyID string) (Survey, error) {
	s, err := find(tx, surveyID)
	if err != nil {
		return s, err
	}
	if s.State == Draft && !user.May(auth.KeepSurveys) {
		return Survey{}, problem.NotFound(objectType)
	}
	return s, nil
}

// Hold keeps a round as it is until the transaction ends: who closes it waits, and who
// comes while it is being closed waits and then finds it closed. Read the round after it.
func Hold(tx *gorm.DB, surveyID string) error { return lock(tx, surveyID, toHold) }

// QuestionsOf are the questions of a round, in their order.
func QuestionsOf(tx *gorm.DB, surveyID string) ([]Question, error) { return questionsOf(tx, surveyID) }

// GroupsOf are the declared groups of a round, each after the one above it.
func GroupsOf(tx *gorm.DB, surveyID string) ([]Group, error) { return groupsOf(tx, surveyID) }

// OpenOn are the rounds that can be answered on a day.
func OpenOn(tx *gorm.DB, on day.Day) ([]Survey, error) { return openOn(tx, on) }

// Titled are the Swedish titles of rounds that everyone may know of, by id.
func Titled(tx *gorm.DB, surveyIDs []string) (map[string]string, error) {
	var rows []Survey
	err := tx.Select("id", "title_sv").Where("id IN ? AND state <> ?", surveyIDs, Draft).Find(&rows).Error
	out := make(map[string]string, len(rows))
	for _, s := range rows {
		out[s.ID] = s.TitleSv
	}
	return out, err
}
