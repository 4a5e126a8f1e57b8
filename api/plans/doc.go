// Package plans is the room of the plan as a document: what a municipality has
// decided, for which period, with which purposes and goals, and in what words.
//
// A plan is a living thing with a stable id. Several may stand side by side, lie
// under one another (parent) or take over from one another (supersedes). Its
// texts are sections, a tree with anchors; its aims are goals; its reporting
// rounds say when reports are due and to whom. A version is the whole plan
// frozen as a plan package at a decision. Violence areas and target groups are
// the municipality's vocabularies, shared by its plans.
//
// Rules
//   - A draft is seen by those who edit, and so is all that belongs to it; to
//     everyone else it does not exist.
//   - The root is the top of a tree of bodies: the council whose boards "all
//     boards" means.
//   - Keys and anchors are unique in their plan and stable: packages and links
//     name things by them. Numbers of sections are never stored.
//   - In a section's text [[#anchor]] is a reference; writing one to a section
//     that is not there is refused, and one whose section has gone is shown as text.
//   - A version is never edited or deleted; its hash is that of the frozen bytes,
//     and comparison is between packages, thing by thing by key.
//   - A plan that anything belongs to is never deleted, nor is a goal or a term that
//     an activity points at, nor a section with others under it.
//
// Neighbours: boards (bodies exist, trees). Activities and timelines call shared.go.
package plans
