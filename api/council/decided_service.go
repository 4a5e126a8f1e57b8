package council

import (
	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// decided gives the decision of an appointment: the one that was entered already,
// or a new one.
func (s *Service) decided(tx *gorm.DB, user auth.User, seat Seat, a Appointment) (string, error) {
	return "", problem.Conflict("noDecisions", "Decisions are not kept here yet.")
}

// rightDecision refuses a decision that is not there, or is by the wrong body.
func rightDecision(tx *gorm.DB, seat Seat, decisionID string) error {
	return problem.Conflict("noDecisions", "Decisions are not kept here yet.")
}

// factsOf are what tells decisions from others, by id.
func factsOf(tx *gorm.DB, decisionIDs []string) (map[string]DecisionFacts, error) { return nil, nil }
