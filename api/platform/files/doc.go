// Package files keeps the files that people put here: papers for a meeting, letters
// that were answered, documents that were made.
//
// They live in the database (docs/adr/0020), at most 10 MB each and cut into pieces of
// 256 kB, so that a transaction, a backup and a replica have them too. A file belongs to
// one thing, its owner, and goes when the owner's room removes it. Who may read it is
// the owner's matter; this package knows no users.
//
// Told decides what a file is by its content, never by its name or by what the browser
// says, and refuses what is not on a short list: no HTML, SVG or program can come in,
// no document with macros, no two files in one. Archives (an office document is one)
// are never unpacked here: only their table of contents is read.
//
// Read gives the pieces one by one, each in a transaction of its own, so that a slow
// reader holds nothing.
package files
