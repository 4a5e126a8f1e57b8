// Package invitations is the room of how a round reaches those who answer: the letters to units, the codes that
// employees get by mail or on paper, and how far units and groups have come.
//
// Rules
//   - A code is shown once, to who prints it. What is kept is its hash, by group and never by person.
//   - A letter to an employee is made when it is sent, and its code with it. Its address is deleted first, in
//     the transaction that makes the code, so that nothing joins the two afterwards, and what a crash cut off
//     is not sent again. One that certainly did not leave gives its code back and is tried again.
//   - A reminder goes to a whole group: who has answered is known to nobody.
//   - A unit gets at most one letter a day, and none once it has signed. It is kept which unit was written
//     to and never who read it.
//   - Of units it is told by name who has begun, signed and not begun: their answers are official.
//   - Of groups of staff it is counted once a night how many codes have been used, rounded
//     down to tens, and nothing under the round's threshold. Nothing is told live: who sees a number
//     rise knows who has just been at the computer.
package invitations
