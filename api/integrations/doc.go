// Package integrations is the room of other systems: API clients, which act for
// one body each, and the keys by which they prove who they are.
//
// A client is a principal of its own, never a person: Region Västerbotten's system
// reads and reports as itself, with the role client and the scopes it was given.
// What a scope opens stands in platform/auth; what the role may do, in the policy.
//
// Rules
//   - A client acts for one body for as long as it lives; for another body another
//     client is made. One that has used a key stays, since traces point at it: it is
//     closed (active: false), not deleted.
//   - A key looks like evi_<id>_<secret><checksum>: a prefix that secret scanners
//     know, an id of 12 characters by which it is found, 32 random bytes, and a
//     checksum by which a slip in copying is told from a wrong key without asking the
//     database. It is shown once. Kept is a SHA-256 of the whole: of 32 random bytes no
//     slow hash is needed.
//   - A client has at most five living keys, so that one can be exchanged for the next
//     without a pause. A key holds to the end of its last day, at most a year away. It
//     is ended at once by DELETE, and stays in the list as ended.
//   - A key is used in a header, X-Api-Key or Authorization, never in an address.
//   - A write asks the database each time, so that a key ended, a client closed and a
//     scope taken away hold at once. A read may trust what was known at most five
//     seconds ago, since replicas do not tell each other.
//   - When a key was used is kept as a day, not more.
//   - The contact gets a letter 30 and 7 days before a key ends, once however many
//     replicas there are.
//
// Neighbour: boards, whose bodies clients act for.
package integrations
