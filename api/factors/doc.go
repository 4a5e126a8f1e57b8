// Package factors is the room of what proves who a person is beside the
// password: codes from an app (TOTP), recovery codes, and passkeys.
//
// Rules
//   - Who has any of them needs one after the password. A passkey alone is a whole
//     sign-in, since its device has asked for a finger, a face or a code of its own.
//   - A code from an app counts once, in its half minute or the one before or after.
//   - Ten recovery codes come with the first of the others and are shown once. Each
//     lets in once; new ones take the place of the old.
//   - Tries are counted with those of the account (see accounts): they make the next
//     one wait, and never lock anyone out for good.
//   - A challenge for a passkey is kept here, is for one purpose and one person,
//     lives five minutes and is used once, whatever comes of it.
//   - A passkey whose counter goes backwards has been copied: it is stopped, and its
//     owner hears of it by mail.
//   - All changes need a sign-in of the last quarter of an hour, leave a trace
//     without secrets, and are told to the owner by mail. The first one ends the
//     person's other sessions, which were begun by the password alone.
//   - Some roles may have to have a second step (ENVAGIN_REQUIRE_SECOND_FACTOR).
//     Until they have one their roles are withheld: they can read what anyone who is
//     signed in can, keep their own account, and set one up. The last one stays then.
//     Who signs in through another system is asked for it there.
//   - An administrator can take all of a person's away, so that who lost their
//     telephone and their codes can begin again.
//
// What is kept: the secret of an app sealed with a key made from the signing key,
// and sealed anew when that is exchanged; slow hashes of recovery codes; public keys.
//
// Neighbour: accounts, which counts tries and begins sessions.
package factors
