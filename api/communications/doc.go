// Package communications is the room of the communication plan: how the work against
// violence is told, inward to those who work here and outward to those who live here.
//
// Rules
//   - A communication says what is told, to whom, which way, through which channel,
//     when, and which body sees to it: never a person.
//   - Its day may be known to the day, the month or the year, or not at all; those
//     without a day stand last.
//   - It is done on a day, which has come. Until then it is planned, and late once
//     the last day that its date may mean has passed.
//   - It belongs to a plan, and may be about one of that plan's activities.
//   - It is for those who work with the plan: the public and outside bodies read none
//     of it, in the timeline neither.
//
// Neighbours: boards, plans, activities.
package communications
