// Package timelines is the room of time: one feed of dated entries of
// everything that a plan brings with it.
//
// Some entries are written here by hand (decisions, meetings, events, revisions),
// the others are made at reading from what other rooms hold: activities with
// their period, milestones, reports due, a plan's period, adoption and revisions.
// What comes back (each year, so many times a year, each term of office) stands
// once for each time. The same feed is a list, a chart, a year wheel and a calendar.
//
// Rules
//
//   - An entry made at reading has an id that is the same each time: its kind, the
//     id of what it comes from and, where that comes back, the day.
//
//   - What comes back does so within the plan's period; where the plan does not say,
//     from a year ago to two years from now.
//
//   - Entries are sorted by their first possible day, then by code. Those without a
//     day stand last, and are left out when a period is asked for.
//
//   - An activity that began and has no known end goes on to the plan's last day
//     when a period is asked for; it is never shown as ending then.
//
//   - "Board" means who answers for the activity, by row or by the rule "all boards";
//     for other entries the body that they name; and reports due concern every body
//     of the plan's municipality.
//
//   - Entries of a draft are seen by those who edit it.
//
//   - A mandate in the council is told by its seat, never by the person's name.
//
//   - A meeting of the council stands here once people have been called to it, and
//     no more when it is cancelled. The steering group's never do.
//
// Neighbours: boards (trees), plans (visibility, rounds), activities (states,
// recurrence), council (seats, mandates), decisions,
// meetings. This room reads their tables; nobody reads its own but the packages.
package timelines
