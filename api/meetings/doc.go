// Package meetings is the room of the council's meetings: how often it meets,
// the agenda, the minutes, what came out, and who was there.
//
// A series says how often (four a year, one of them jointly with the reference
// group); a meeting stands in a series or by itself. Its agenda has items, each
// with one text of minutes that has a version of its own, so that several write
// at once, and with outcomes: information, decision, task, reservation, dissent.
//
// Rules
//   - planned → called → open → held → in adjustment → adjusted; cancelled only
//     before it has been opened.
//   - A decision needs a quorum: more than half of the seats that are filled, or
//     as many as the series says. Without it what was said is discussion.
//   - The adjusters are seats that were represented; the person who sat there
//     approves, and nobody else. A change meanwhile takes approvals back.
//   - When all have approved, the minutes are locked: numbered within the year,
//     frozen as one text with its hash. After that only a dated note is added, and
//     a task is said to be done.
//   - A task that is not done returns to the next agenda by itself, when the
//     meeting is made and when it is called.
//   - Items stand in order 1, 2, 3 …: one put at a place moves the others.
//   - A secret item is seen to exist, and nothing more, by those who may not read
//     it; who reads one leaves a trace, once per sitting.
//   - The public sees when and where; the agenda when the meeting is called; the
//     minutes when they are locked; seats, and names only where the person shows
//     hers. The steering group's meetings are for those who see who sits in the
//     council.
//   - Writing a text is traced once per sitting, and the text when it is sent for
//     adjustment.
//
// Neighbours: boards, plans, activities, decisions, council, questions, accounts.
package meetings
