// Package activities is the room of the activity plan: what is to be done, who
// answers for it, how it goes.
//
// An activity has a code within its plan ("2.4": part 2, the fourth; "2.4.1" a
// sub-activity), a time plan whose days may be known only to the month or the
// year, violence areas, target groups and levels, and around it resources with
// versions of their own: responsibilities, milestones, parts, reports,
// dependencies and internal notes.
//
// Rules
//   - Who answers on a day is one function, AnswersOn: rows in force that day;
//     among rows of one role a later position takes over from an earlier one; the
//     rule "all boards" follows the tree of bodies on that day, and an explicit
//     row for a body wins over it. A sub-activity without rows answers as its parent.
//   - A part is one body's share of an activity: made at its first report or
//     reference and never removed.
//   - The status is one function, StatusOn, with a fixed precedence and a reason in
//     words (status.go). It is stored, with the day it next can change, and made
//     anew in each writing transaction and each new day.
//   - When the plan's period has ended, states are those of its last day.
//   - What comes before and after makes no circle, nor do parents.
//   - An activity with reports is never deleted: it is cancelled or merged.
//
// Neighbours: boards (trees, existence) and plans (visibility, periods, terms).
// Timelines read this room's tables.
package activities
