// Package boards is the room of bodies: who can be answerable for something.
//
// A body is the city council, the executive board, a board (nämnd), an
// administration (förvaltning), a unit, a municipal company or a body outside
// the municipality. Bodies form a tree by parent; the root is the municipality
// itself, held by its council.
//
// Rules
//   - A key is unique and stable: plan packages and integrations name a body by it.
//   - A body is in force from validFrom to validTo, both days included; an unknown
//     day leaves that side open. A body that has ended stays, because history
//     points at it; only one that nothing points at can be deleted.
//   - No body lies under itself, and the tree is at most ten levels deep.
//   - "All boards" is never a list: it is the bodies of kind board under a root, in
//     force on the day asked (Tree.BoardsOn). The executive board is named by a row.
//
// Neighbours: none below. Plans, activities, timelines and accounts call shared.go.
package boards
