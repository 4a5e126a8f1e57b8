// Package accounts is the room of those who sign in: users, their roles, and the
// sessions that prove who asks.
//
// An account belongs to one person and carries roles, some for a body, each in
// force between two days. A session begins with a password and lives by a
// refresh token in a cookie; from it come access tokens of five minutes, which
// every other room sees only as an auth.User.
//
// Rules
//   - A mail address names one account, without regard to case.
//   - Officer, manager, contact and partner hold for a body; the others for none.
//   - The coordinator keeps every account but those of administrators. The last
//     lasting administrator stays.
//   - Passwords are 12–200 characters of any kind; only their argon2id hash is kept.
//   - A reading request trusts the access token; a writing one asks the database,
//     so that a role taken away or a session ended holds at once.
//   - A refresh token is used once. The same token again within 30 s gives the same
//     successor (two tabs, a lost answer); later it is theft, and the session ends.
//     Only hashes are stored; the successor is HMAC(server key, parent id).
//   - Failed sign-ins make the next one wait, longer each time, per account and per
//     address. Nobody is locked out for good, since anyone could do that to anyone.
//     An unknown account gets the same answer after the same work.
//   - Addresses and mail addresses of failed sign-ins are kept as keyed hashes, a day.
//
// Signing keys (Ed25519) come from ENVAGIN_SIGNING_KEY: 32 bytes in base64, several
// parted by commas while they are exchanged (the first signs, all are trusted).
// Without it one is made at the first start and kept in the database, where
// replicas share it and backups hold it: good for one machine, not for production.
//
// Neighbour: boards, whose bodies roles hold for.
package accounts
