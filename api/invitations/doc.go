// Package invitations is the room of how a round reaches those who answer: the letters to units, the codes that
// employees get on paper, and how far units and groups have come.
//
// Rules
//   - A code is shown once, to who prints it. What is kept is its hash, by group and never by person.
//   - A unit gets at most one letter a day, and none once it has signed. It is kept which unit was written
//     to and never who read it.
//   - Of units it is told by name who has begun, signed and not begun: their answers are official.
//   - Of groups of staff it is counted once a night how many codes have been used, rounded
//     down to tens, and nothing under the round's threshold. Nothing is told live: who sees a number
//     rise knows who has just been at the computer.
package invitations
