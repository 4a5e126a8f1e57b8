// Package decisions is the room of what bodies have decided about the plan:
// commissions, adoptions, appointments.
//
// A decision has a body, a date that may be known only to the month or the year,
// a registration number, its text, the motions that were made and what became of
// them, the reservations, and, where one was asked for, when it is to be reported
// back and when that was done. What it concerns are things of other rooms: the
// plan or a frozen version of it, activities, seats of the council, its meetings.
// They point at it by standing among what it concerns; nothing is copied.
//
// Rules
//   - A decision is a public record: whoever sees the plan sees it whole. Those of
//     a draft are seen by those who read drafts.
//   - Who moved or reserved themselves is a party or a body, never a person's name.
//   - It is open while it is to be reported back and has not been.
//   - It is kept for good: an official record of the municipality, without personal data.
//   - A decision that something points at (an appointment, an outcome of a
//     meeting) is not deleted.
//   - What a reader may not see is left out of what the decision concerns.
//
// Neighbours: boards, plans (visibility, versions) and activities (names). Other
// rooms tell what their things are called through Service.Named.
package decisions
