// Package references is the room of the reference group: people and bodies with
// competences, who are called in to an activity for a time.
//
// Two groups bear the name. The one that is called in while the plan runs
// ("called"), and the one that drafted the plan ("drafting"), which is history and
// is called in to nothing. A member says which.
//
// Rules
//   - A member is a body, an account, or somebody without an account, and always
//     something in a role: "Kurator, ungdomshälsan". The role is what is shown when
//     no name may be.
//   - The name of who has an account is shown as the person allows: to colleagues
//     (council.read), and to everyone when the person shows it; of a protected person
//     to nobody. Who has no account is named only with a consent that has a day, and
//     without one no name is kept at all.
//   - A calling is a member, an activity and days within the member's own; a member
//     is called in to an activity once at a time.
//   - A calling that has begun is given a last day, not deleted: who was called, and
//     to what, can be read years later. The same goes for a member who was called.
//   - Traces hold that somebody is named, never the name.
//   - When a person is erased, the account and the name go and the role stays; the
//     same happens some time after a member's last day (retention.go).
//
// Neighbours: boards, accounts, plans (vocabulary of languages, drafts), activities.
package references
