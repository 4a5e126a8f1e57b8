// Package questions is the room of the questions that the council and the units ask
// the competence centre, and of their answers.
//
// A question is new until an expert takes it on, taken until it is answered, and
// answered until somebody publishes it: for everyone (public), or for those who are
// signed in (internal). Publishing is taken back by itself; the answer stays.
//
// Rules
//   - The council's people ask for the council or for any body; a manager, contact
//     person or officer asks for their own body and what lies under it.
//   - Who asked changes and deletes a question until it is answered; whoever
//     publishes may change it always, and deletes one that is not published.
//   - It waits too long when it has waited more than 30 days, or when the day has
//     passed by which the answer is needed. That is seen in the list, by the
//     meetings and by the steering group; it is never hidden by being taken on.
//   - The public sees what is published for all, and never who asked: neither the
//     person nor the body, nor when the answer was needed or for which meeting.
//   - No text may hold a Swedish personal identity number: these are questions
//     about how one works, never about somebody.
//   - Experts get a letter when something is asked, and the asker when it is
//     answered. A letter holds a link, never a word of the question.
//   - Search words travel in a body, never in an address, and are kept nowhere.
//
// Neighbours: boards (who asks), plans (violence areas), accounts (who is told).
package questions
