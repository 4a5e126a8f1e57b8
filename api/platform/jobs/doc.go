// Package jobs does work after the transaction that asked for it: mail, webhooks,
// erasing by the clock. A job is queued in the caller's transaction, so that it
// exists if and only if the write does, and holds a kind and an id, nothing else:
// what it is about is read when it is done.
package jobs
