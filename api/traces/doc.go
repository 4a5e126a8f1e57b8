// Package traces is the room of who did what: it reads what platform/audit wrote, for
// the administrator who searches all of it, and for everyone who may read a thing and
// wants to know how it came to be so.
//
// A trace (spår) is one write, or one reading of what few may read: who, in which role,
// when, what (each field before and after), why, and the id of the request. A history
// (historik) is the traces of one thing, and of its parts, newest first.
//
// Rules
//   - Administrators search all traces. The search leaves a trace itself, with what was
//     asked for, and so does opening one; when that cannot be written nothing is shown.
//   - Whoever did something is given by id, by the role they did it in, and by name as
//     it is today: the trace holds no name. One with protected identity, and one who is
//     forgotten, is a role.
//   - A list says which fields were changed; the values stand in the trace itself.
//   - A history is for those who may read histories and the thing itself. It tells roles
//     and never who. What is restricted, such as internal notes and what was read, is
//     never in it. What was erased is said to have been there.
//   - For an account there is no history: that would tell whether it exists.
//   - Nothing is written here but the traces of reading.
//
// Neighbours: accounts, for names. The rooms whose things have histories are handed over
// when the program starts, each with its own rule of who may see a thing.
package traces
