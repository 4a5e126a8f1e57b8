// Package mail sends the few letters that people need: an invitation, a new
// password. A letter is queued in the transaction it belongs to as a kind and an
// id; its text, and any token in it, is made when it is sent.
package mail
