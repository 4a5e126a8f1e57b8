// Package compilations is the room of what the units' signed answers to a round say
// together: an official paper in which every unit stands by its name.
//
// What is stored here is what somebody says of the answers. The rest is read from the signed answers each time, and
// since a closed round takes no signatures, a published one says the same each time.
//
// Rules
//   - Only rounds that units answer are compiled. What staff answered is told by the
//     room results, by other rules.
//   - Only what is signed is in it: not drafts, and not what was reopened.
//   - The coordinator reads it while the round goes on; everyone does once the round
//     is published. To others it does not exist before that.
//   - What can be chosen is counted, in all and for each board above the units. Every
//     answer also stands by itself, with its unit.
//   - Good examples, needs and proposed activities stand with the answer they came from.
//
// Neighbours: surveys (rounds and questions), responses (what is signed and what was
// made of it), boards (who lies under whom).
package compilations
