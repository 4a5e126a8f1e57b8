package council

import (
	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/decisions"
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

// rightDecision refuses a decision that is not kept, or that is by another body
// than the one that appoints to the seat.
func rightDecision(tx *gorm.DB, seat Seat, decisionID string) error {
	if err := decisions.Exists(tx, "decisionId", decisionID); err != nil {
		return err
	}
	kept, err := decisions.Find(tx, decisionID)
	if err != nil {
		return err
	}
	var bodyID string
	if kept.BodyID != nil {
		bodyID = *kept.BodyID
	}
	return rightBody(tx, seat, "decisionId", bodyID)
}

// decided is by which decision a mandate was given, and what that is called.
type decided struct {
	facts DecisionFacts
	title string
}

// decidedBy gives by which decision each mandate was given: the kept one as it
// now reads, else what was said of it.
func decidedBy(tx *gorm.DB, rows []Member) ([]decided, error) {
	var ids []string
	for _, m := range rows {
		if m.DecisionID != nil {
			ids = append(ids, *m.DecisionID)
		}
	}
	kept, err := decisions.FindAll(tx, ids...)
	out := make([]decided, len(rows))
	for i, m := range rows {
		out[i].facts = m.Ruling.facts()
		if m.DecisionID != nil {
			d := kept[*m.DecisionID]
			out[i] = decided{Ruling{Date: d.Date, BodyID: d.BodyID, Number: d.RegistrationNumber}.facts(), d.Title}
		}
	}
	return out, err
}
