package ballots

import (
	"encoding/json"

	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

// PublicKey is a group's public key as a JSON Web Key, which WebCrypto imports as it is.
type PublicKey struct {
	// Kty is the kind of key.
	Kty string `json:"kty" enums:"RSA" example:"RSA"`
	// Alg is what the finished signature is: RSASSA-PSS with SHA-384.
	Alg string `json:"alg" enums:"PS384" example:"PS384"`
	// N is the modulus, 2048 bits, in base64url.
	N string `json:"n" example:"sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1WlUzewbgBHod5pcM9H95GQRV3JDXboIRROSBigeC5yjU1hGzHHyXss8UDprecbAYxknTcQkhslANGRUZmdTOQ5qTRsLAt6BTYuyvVRdhS8exSZEy_c4gs_7svlJJQ4H9_NxsiIoLwAEk7-Q3UXERGYw_75IDrGA84-lA_-Ct4eTlXHBIY2EaV7t7LjJaynVJCpkv4LKjTTAumiGUIuQhrNhZLuF_RJLqHpM2kgWFLU7-VTdL1VbC2tejvcI2BlMkEpk1BzBZI0KQB0GaDWFLN-aEAw3vRw"`
	// E is the exponent, 65537, in base64url.
	E string `json:"e" example:"AQAB"`
} // @name BallotPublicKey

// KeyView is one group's key. It is there for as long as the round is open.
type KeyView struct {
	// ID is the key's id, which is that of the group.
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"`
	// SurveyID is the round.
	SurveyID string `json:"surveyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d02"`
	// Suite is the variant of RFC 9474 that ballots are bought by.
	Suite     string    `json:"suite" enums:"RSABSSA-SHA384-PSS-Randomized" example:"RSABSSA-SHA384-PSS-Randomized"`
	PublicKey PublicKey `json:"publicKey"`
} // @name BallotKey

// KeyPage is one page of keys.
type KeyPage struct {
	Items []KeyView       `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name BallotKeyPage

// CodeInput is a code as it is typed.
type CodeInput struct {
	// Code is the code in the letter; case, spaces and hyphens do not count.
	Code string `json:"code" example:"7KQM-2XRA-9HWD-CE4Q"`
} // @name BallotCodeInput

// CodeState tells whether a code has bought its ballot.
type CodeState string // @name BallotCodeState

// The states.
const (
	Unused CodeState = "unused"
	Used   CodeState = "used"
)

// CodeView is what a code is good for.
type CodeView struct {
	// SurveyID is the round that it opens.
	SurveyID string `json:"surveyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d02"`
	// KeyID is the group's key, with which the ballot is blinded.
	KeyID string `json:"keyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"`
	// State is used when the code has bought its ballot; only the page that bought it has that.
	State CodeState `json:"state" enums:"unused,used" example:"unused"`
} // @name BallotCode

// BallotInput buys a ballot for a code.
type BallotInput struct {
	CodeInput
	// KeyID is the key that the ballot was blinded with.
	KeyID string `json:"keyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"`
	// Blinded is the blinded ballot, 256 bytes in base64url without padding.
	Blinded string `json:"blinded" example:"uS8v…"`
} // @name BallotInput

// BallotView is a blind signature.
type BallotView struct {
	// Signature is the blind signature, 256 bytes in base64url without padding; finalize it.
	Signature string `json:"signature" example:"Jt0c…"`
} // @name Ballot

// AnswerInput is a whole answer with the ballot that lets it in.
type AnswerInput struct {
	// KeyID is the key of the group that is answered for.
	KeyID string `json:"keyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"`
	// Ballot is the prepared message, 64 bytes in base64url without padding.
	Ballot string `json:"ballot" example:"q2Yk…"`
	// Signature is the finalized signature, 256 bytes in base64url without padding.
	Signature string `json:"signature" example:"bX1w…"`
	// Answers are the values by the questions' keys; what is not asked is left out.
	Answers json.RawMessage `json:"answers" swaggertype:"object"`
} // @name StaffAnswerInput

// Receipt tells that an answer is safe on disk, and nothing else.
type Receipt struct{} // @name StaffAnswerReceipt

func (k Key) view() KeyView {
	return KeyView{ID: k.GroupID, SurveyID: k.SurveyID, Suite: Suite, PublicKey: PublicKey{Kty: "RSA", Alg: "PS384", N: k.PublicKey, E: "AQAB"}}
}

// bought is what buys a ballot, read.
type bought struct {
	code, keyID string
	blinded     []byte
}

func (in BallotInput) read() (b bought, err error) {
	var c problem.Checks
	c.Required("code", in.Code)
	c.Required("keyId", in.KeyID)
	b.keyID, b.blinded = in.KeyID, decode(&c, "blinded", in.Blinded)
	if err := c.Err(); err != nil {
		return b, err
	}
	b.code, err = readCode(in.Code)
	return b, err
}

// cast is what is answered, read.
type cast struct {
	keyID             string
	ballot, signature []byte
	answers           map[string]json.RawMessage
}

func (in AnswerInput) read() (a cast, err error) {
	var c problem.Checks
	c.Required("keyId", in.KeyID)
	a = cast{in.KeyID, decode(&c, "ballot", in.Ballot), decode(&c, "signature", in.Signature), nil}
	c.If(in.Answers == nil, "answers", "required", "This field is required.")
	err = json.Unmarshal(in.Answers, &a.answers)
	c.If(in.Answers != nil && (err != nil || a.answers == nil), "answers", "wrongType", "An object of values by the questions' keys.")
	return a, c.Err()
}
