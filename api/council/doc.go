// Package council is the room of the council's seats: which functions sit in the
// collaboration council, and who sits there for a time.
//
// A seat comes from the plan and is bound to a function and to the body that
// appoints. A mandate (council_members) is a person on a seat, as holder or as
// substitute, from one day to another, by a decision. A unit's contact person is
// kept likewise, as a role of an account; this room tells who they are, were, and
// where one is missing.
//
// Rules
//   - A seat has one holder and one substitute on a day: mandates of the same kind
//     on one seat never overlap. Appointing locks the seat, so of two officers at
//     once the second is told.
//   - The deciding body is the seat's appointing body, or one above it.
//   - An officer appoints where the appointing body lies in the officer's tree; the
//     coordinator everywhere, and alone where nobody knows who appoints.
//   - A mandate that has begun is never deleted: it gets a last day, so that the
//     seat's history can be read years later.
//   - Who is appointed has an account: the one with that mail address, else a new
//     one that is invited. The role member follows the mandates (accounts/shared.go).
//   - Names are shown to those who read the council (council.read), to those who may
//     appoint to the seat, and to others when the person shows it; of a protected
//     person to nobody. Traces hold ids only. Erasing a person ends the mandates
//     and leaves them, without a name.
//   - What ends soon, has ended or is vacant reminds the officers of the appointing
//     body: 90, 30 and 7 days before, then each month (reminder.go).
//
// Neighbours: boards (trees), plans (visibility), decisions, accounts.
package council
