// Package ballots is the room of the employees' anonymous answers. A code belongs
// to a declared group, never to a person; it buys one ballot, and the ballot buys one
// answer. The ballot is bought blind (RFC 9474), so that nobody who holds everything
// we keep can tell which code an answer came from.
//
// The exchange, as the answer page does it (bytes are base64url without padding)
//   - POST /ballot-codes {code} tells {surveyId, keyId, state}: unused or used. Case,
//     spaces and hyphens do not count.
//   - GET /surveys/{id}/ballot-keys lists every group's public key; the page refuses a
//     keyId that is not among them, since a key of one's own would point one out.
//     publicKey is a JWK {kty: "RSA", alg: "PS384", n, e} that WebCrypto imports as it is
//     (RSA-PSS, hash SHA-384, extractable).
//   - The suite is RSABSSA-SHA384-PSS-Randomized, 2048 bits: message = 32 random bytes,
//     ballot = suite.prepare(message) (64 bytes), {blindedMsg, inv} = suite.blind(key, ballot).
//   - POST /surveys/{id}/ballots {code, keyId, blinded} → 201 {signature}: the blind
//     signature of 256 bytes. Repeated with the same blinded value it gives the same.
//   - signature = suite.finalize(key, ballot, blindSignature, inv).
//   - POST /surveys/{id}/staff-answers {keyId, ballot, signature, answers: {questionKey:
//     value}} → 201 {} once it is safe on disk; the same again is 201 again.
//
// Rules
//   - Codes are stored as keyed hashes, ballots as hashes; nothing has a time, and an
//     answer's transaction writes its row and nothing else.
//   - A Cookie, Authorization or X-Api-Key on these four is refused: 400 identified.
//   - Refused, and what to do is said: 422 mistyped, unknownCode, notABallot, notAsked,
//     required …; 409 codeUsed, alreadyAnswered, closed. Right codes are never throttled,
//     wrong ones are (429): a whole municipality may share one address.
//   - A group's key is made when the round opens and destroyed when it closes.
//   - Every night, and at close, what is kept is rewritten in random order; 180 days
//     after the close it is destroyed. Only results reads it, through Read.
//
// Neighbours: surveys (what is asked, of whom), boards.
package ballots
