// Package competences is the room of the register of competence and support: which
// function knows what, whom it helps, and how what it knows is used.
//
// Rules
//   - An entry is a function, a forum, a partner or a source of knowledge, never a
//     person. Its contact is one that many answer.
//   - It says where what stands there was read, and when that was checked last:
//     the source's date, never today's. What is older than twelve months is shown as
//     such. What is not known stays empty.
//   - It may be tied to violence areas and target groups, by which it is found. An
//     entry tied to none is about all of them, or nobody has said yet.
//   - The coordinator and experts keep the whole register; a manager or contact
//     person the entries of their own body and what lies under it (reach.go).
//
// What stands here is public. Neighbours: boards, plans (areas and groups).
package competences
