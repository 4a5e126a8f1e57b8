// Package surveys is the room of the mapping's rounds: what is asked, of whom, and
// when. How it is answered stands in the rooms responses (units) and ballots (staff).
//
// A round is answered in one way: by units, officially and by name, or by staff,
// without names. It has sections with questions, each with a manual text beside
// it, in Swedish and English. A question keeps its key from round to round, so that
// years can be compared; whatever else it has may be written anew.
//
// Rules
//   - A round is a draft until it is opened. Then its questions, groups, breakdowns
//     and threshold are locked: those who answer late have met what those who
//     answered first met. Spelling may still be mended (the texts of a question,
//     the round's titles and introduction), and the last day be put later.
//   - It closes by a person, never by itself on the day: an answer that is on its
//     way is not lost to a clock. After its last day nothing more is taken.
//   - A question may depend on an earlier one, so that ways through never turn back.
//     What is not asked is not answered.
//   - A threshold under which nothing is told of a group has floors that no setting
//     passes: ten for sensitive rounds, seven otherwise.
//   - A copy is the next round: a new draft with the same question keys.
//   - Texts refuse Swedish personal identity numbers: nobody is described here.
//
// Neighbours: boards (whose units and groups they are), plans (whose mapping it is).
package surveys
