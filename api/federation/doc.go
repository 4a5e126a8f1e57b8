// Package federation is the room of signing in through another system: the
// organisation's own, by OpenID Connect (authorization code with PKCE).
//
// Rules
//   - A browser is sent out with a state that is good for ten minutes, once, and in
//     that browser alone: a cookie binds it, so that nobody is signed in as another.
//   - The token that comes back must be signed by the provider, for us, for this
//     sign-in (nonce), and in its time; clocks may differ by a minute.
//   - A person is who they are by issuer and subject. A mail address links to an
//     account that is there only when that is turned on, and the provider says that
//     it has verified the address: with some providers people write it themselves.
//   - The provider's groups give roles, by a table in the configuration. At each
//     sign-in those roles take the place of the ones before; what was given by hand
//     stays. Who has no role at all is not let in, and told whom to ask.
//   - The provider asks for a second step, or not; none is asked for here.
//   - Whoever is sent back comes to a page of ours: a path, and nothing that a
//     browser could read as another site's address.
//   - Refusals end on the sign-in page with a code. Nothing about tokens, and
//     nothing that the provider wrote, is shown.
//
// The provider is asked for its addresses when the first one signs in, not when the
// service starts: who is down must not keep others out. All calls are https (http
// on this machine alone, for trying out), with limits of time and size.
//
// Neighbours: accounts, which begins sessions; boards, whose bodies roles hold for.
package federation
