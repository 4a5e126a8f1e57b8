package council

import (
	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/problem"
)

// decide puts on a mandate the decision of an appointment: one that is kept, or
// what is said of it.
func decide(tx *gorm.DB, seat Seat, a Appointment, m *Member) error {
	if a.Decision == nil {
		m.DecisionID = &a.DecisionID
		return rightDecision(tx, seat, a.DecisionID)
	}
	m.Ruling = a.Decision.ruling()
	if err := boards.Exists(tx, "decision.bodyId", a.Decision.BodyID); err != nil {
		return err
	}
	return rightBody(tx, seat, "decision.bodyId", a.Decision.BodyID)
}

// rightDecision refuses a decision that is not kept.
func rightDecision(_ *gorm.DB, _ Seat, _ string) error {
	return problem.Invalid(problem.Field{Name: "decisionId", Code: "unknownReference", Detail: "There is no such decision."})
}
