// Package responses is the room of the units' answers to a survey: one answer a unit
// and round, official and named, written by several and signed by the unit's manager.
//
// A response is a draft until it is signed, and open again once it is reopened, with
// a reason. What it says to each question is a resource of its own with its own
// version, so that two who write at once see each other's words and lose none.
//
// Rules
//   - There is one response for each unit and round; who begins another is told where
//     the first is. Only bodies of the municipality that are in force answer.
//   - The unit's contact person, its manager and the officers above it write, and so
//     do colleagues that one of them lets in by mail address. The coordinator writes
//     everywhere. Administrators read.
//   - A value is saved as one types, by question. A save of what already stands there
//     changes nothing; one that came too late gets 412 with what stands there now.
//     Saving leaves a trace once a sitting and question; signing leaves all the text.
//   - No text may hold a Swedish personal identity number.
//   - The manager signs, once what is required and asked is answered and nothing is
//     answered that is not asked. What was signed is frozen under a checksum, and
//     nothing in it changes until somebody reopens it and says why.
//   - A closed round takes neither answers nor signatures (409 closed).
//   - Of a signed answer the coordinator makes a good example, a need or a proposed
//     activity. Each keeps what the answer said then, and leads back to it.
//   - A unit's description of its own work is written from its answers, and stands on
//     the public site only once somebody else has read it and approved.
//   - Nothing here raises a revision but what everyone sees: an approved description.
//
// Neighbours: surveys (rounds and questions), boards (who lies under whom), accounts
// (who somebody is), activities (what a proposal becomes).
package responses
