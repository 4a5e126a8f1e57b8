// Package accounts is the room of those who sign in: users, their roles, and the
// sessions that prove who asks.
//
// An account belongs to one person, who is invited by mail and chooses the
// password. It carries roles, some for a body, each in force between two days. A
// session lives by a refresh token in a cookie; from it come access tokens of five
// minutes, which other rooms see only as an auth.User.
//
// Rules
//   - A mail address names one account, without regard to case.
//   - The coordinator keeps every account but those of administrators. The last
//     lasting administrator stays.
//   - Passwords are 12–200 characters of any kind, and none of those tried first
//     (passwordrule.go); only their argon2id hash is kept.
//   - Links in mail work once: an invitation for seven days, a reset for an hour.
//     The token is made when the mail is, and only its hash kept.
//   - A reading request trusts the access token; a writing one asks the database,
//     so that a role taken away or a session ended holds at once.
//   - A refresh token is used once. The same token again within 30 s gives the same
//     successor (two tabs, a lost answer); later it is theft, and the session ends.
//   - Failed sign-ins make the next one wait, longer each time, per account and per
//     address. Nobody is locked out for good, since anyone could do that to anyone.
//     An unknown account gets the same answer after the same work.
//   - Where a second step is needed, the right password gives a token for it
//     (pending.go); the room that proves the step begins the session (shared.go)
//     and hands it over (door.go).
//   - Of a person the public sees what they chose; of a protected one nobody sees
//     more than the role (privacy.go). Erasing leaves the role.
//
// Signing keys (Ed25519) come from ENVAGIN_SIGNING_KEY: 32 bytes in base64, several
// parted by commas while they are exchanged. Without it they are made and kept in
// the database, and rotate while servers run (keys_service.go).
//
// Neighbour: boards, whose bodies roles hold for.
package accounts
