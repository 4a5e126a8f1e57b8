// Package retention is the room of what is not kept: for how long each table
// keeps its rows, by which decision, and the record of what was erased.
//
// A rule (gallringsregel) is data that the part of the system which owns the tables
// gives: what is erased, on which basis, how long it is kept by default, and the
// shortest and longest that may be chosen. The municipality sets the days and the
// reference of its own decision. An erasure record (gallringsprotokoll) tells one
// run: when, in which role, and for each rule the basis, the decision, the day and
// how many rows.
//
// Rules
//   - A row is kept for so many whole days after the day (in Stockholm) on which its
//     use ended: what ended on 1 March and is kept 30 days is there on the 31st and
//     due on 1 April.
//   - The days lie between the rule's shortest and longest. A decision's reference may
//     be empty; then the record says so.
//   - Every night after two o'clock all rules are carried out, once among replicas,
//     until nothing is due; a night without anything due leaves no record.
//   - By hand one rule or all are carried out, at most 1 000 rows of each; the answer
//     says how many are left. A dry run gives the same answer and changes nothing.
//   - The erasing and its record are one transaction. No record is changed or erased.
//   - A record names no person: a role, or that the clock or a command did it. Who held
//     the role stands in the trace of the run.
//   - Administrators change and erase; the coordinator may read.
//
// Neighbours: none. Rules come from the platform and from other rooms through
// platform/erasure, handed over when the program starts.
package retention
