// Package results is the room of what is told of a closed round.
//
// Publish is the only reader of what staff have answered: what page, interface,
// export and administrator get is its result, and nothing else. What it tells, it
// tells once, when the round is closed.
//
// Rules
//   - Nothing is told of fewer answers than the threshold: ten in a sensitive
//     round, seven otherwise; a setting can only raise it.
//   - One breakdown at a time, declared before anyone answered.
//   - Counts are rounded to five and told as shares between two bounds; a band holds
//     at least three of the counts that are possible, so that it is never told that
//     all or none in a group said the same. How many answered is rounded to five.
//   - Of the groups under one that is told, either none is hidden or at least two
//     are, which together reach the threshold: no difference gives a hidden one.
//     That holds at each level, and for those who stand beside the groups under theirs.
//   - Whoever knows who is in which group can set breakdowns against each other.
//     So for everyone, and for each option, another world is found, in which it is otherwise and all
//     that is told is the same (witness.go, search.go); where none is found, more is hidden.
//   - Breakdowns by a question take its answer as known to all. Of that question
//     only how many chose what is told, in the same way.
//   - A mean is told from thirty answers, and made of the bands.
//   - A group or a question can be taken out of what was told. A correction is made only where as many answers differ as the threshold; rounds are
//     compared by the same groups, where both are told.
//   - A text is told once: by a group of at least fifty, or by what is left above it. Somebody reads it
//     first and strikes what shows who somebody is; a round is not published while one waits. Then
//     what was struck or withheld is destroyed.
//   - A round is counted once, by a job after its close, and told when it is published; what is told
//     holds nobody, and is kept. Until then nothing is told, to anyone.
//   - The same population gives the same tables, whatever the order of its answers.
package results
