// Package steering is the room of the steering group's view through the year: what
// changed since it last met, what is late, what nobody has told of for long, what is
// due, and what else waits for somebody.
//
// It owns no rows. It gathers what its neighbours tell of their own (shared.go of
// each), so that one page holds what a person with a minute to spare must know.
//
// Rules
//   - "Since" is a day: the one asked for, else that of the steering group's latest
//     meeting, else 90 days ago.
//   - Each kind of item is bounded; the counts tell how many of each are there.
//   - Of one activity the latest report stands, not all of them.
//   - Nobody's name stands here: mandates are told by their seat.
//
// Neighbours: activities, boards, timelines, council, decisions,
// questions, meetings.
package steering
