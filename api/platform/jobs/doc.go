// Package jobs does work after the transaction that asked for it: mail, webhooks,
// erasing by the clock. A job is queued in the caller's transaction, so that it
// exists if and only if the write does, and holds a kind and an id, nothing else:
// what it is about is read when it is done.
//
// The queue is River's, in our own database. River is asleep unless a job is due:
// awake it elects a leader and polls, which on a server without work would write to
// the disk every few seconds. It is woken right after a commit that queued a job, when
// a job's wait is over, and by a look into the queue every half minute, which finds
// what another process queued or left behind.
//
// A job that fails waits longer each time, for about a day, and is then kept as
// failed until retention erases it. A finished one is deleted at once. Logs name a
// job by kind and id. Its error is neither logged nor stored, since it may hold a
// mail address; a Failure tells its reason, which may not.
//
// On SQLite jobs write through the one write connection, like everyone.
package jobs
