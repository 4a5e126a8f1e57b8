// Package database opens SQLite or PostgreSQL and makes them behave alike.
//
// Tx writes and Read reads; both hand down a tx whose Statement.Context carries
// the transaction, and both join a transaction that the context already
// carries. Nobody keeps a *gorm.DB: functions take tx.
//
// A write tells with Bump or Touch which family of cached things it changed.
// The family's revision is raised as the transaction's last statement, and its
// row lock is held until commit. So the sequence numbers that Touch records
// stand in the order of commits, and a reader that has seen number n has seen
// every lower one: that is what makes an updatedSince cursor safe.
//
// A database that is slow, busy or gone gives ErrUnavailable after at most two
// seconds (WithLimit gives imports and jobs longer).
//
// Bound values are made equal on both databases before they are sent: times
// become UTC with microseconds, and text that PostgreSQL cannot store (NUL,
// invalid UTF-8) is refused with ErrInvalidText on SQLite too.
package database
