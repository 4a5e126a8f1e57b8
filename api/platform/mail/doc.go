// Package mail sends the few letters that people need: an invitation, a new
// password. A letter is queued in the transaction it belongs to as a kind and an
// id; its text, and any token in it, is made when it is sent, and kept nowhere.
//
// Letters are plain text in UTF-8, to one person, without pictures, tracking or
// anything that tells where it was read. The sender and the subject are neutral,
// since others may see the screen. A room that sends says both in Swedish and
// English, by the person's language. A letter may bring an entry for the calendar, and
// nothing else: papers stay behind the sign-in.
//
// They leave through the SMTP server of ENVAGIN_SMTP_URL, always encrypted unless it
// is on the same machine or the setting says otherwise. Under --demo and in tests they
// are kept in the outbox instead, for all to read. With neither, Ready refuses: who
// invites hears at once that no letter will come.
package mail
