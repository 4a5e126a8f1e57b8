package ballots

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"

	"github.com/cloudflare/circl/blindsign/blindrsa"

	"envagin/api/platform/problem"
)

// Suite is the variant of RFC 9474 that both sides use.
const Suite = "RSABSSA-SHA384-PSS-Randomized"

const (
	keyBits     = 2048
	keyBytes    = keyBits / 8
	exponent    = 65537 // every key of crypto/rsa has it
	ballotBytes = 64    // 32 that Prepare puts before the message, and 32 of the message
)

// Key is a group's key for as long as its round is open. Its id is the group's.
type Key struct {
	GroupID    string `gorm:"primaryKey"`
	SurveyID   string
	PublicKey  string // the modulus, base64url
	PrivateKey []byte // PKCS #8
}

// TableName is where keys are kept.
func (Key) TableName() string { return "ballot_keys" }

func newKey(surveyID, groupID string) (Key, error) {
	private, err := rsa.GenerateKey(rand.Reader, keyBits)
	if err != nil {
		return Key{}, fmt.Errorf("ballots: %w", err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return Key{}, fmt.Errorf("ballots: %w", err)
	}
	return Key{GroupID: groupID, SurveyID: surveyID, PublicKey: encode(private.N.Bytes()), PrivateKey: der}, nil
}

// public is the key with which anyone checks a ballot.
func (k Key) public() (*rsa.PublicKey, error) {
	n, err := base64.RawURLEncoding.DecodeString(k.PublicKey)
	if err != nil {
		return nil, fmt.Errorf("ballots: %w", err)
	}
	return &rsa.PublicKey{N: new(big.Int).SetBytes(n), E: exponent}, nil
}

// sign signs what it cannot read: the same blinded value has the same signature.
func (k Key) sign(blinded []byte) ([]byte, error) {
	parsed, err := x509.ParsePKCS8PrivateKey(k.PrivateKey)
	if err != nil {
		return nil, fmt.Errorf("ballots: %w", err)
	}
	private, ok := parsed.(*rsa.PrivateKey)
	if !ok {
		return nil, errors.New("ballots: a key is of another kind")
	}
	signature, err := blindrsa.NewSigner(private).BlindSign(blinded)
	if err != nil {
		return nil, fmt.Errorf("ballots: %w", err)
	}
	return signature, nil
}

// blindable refuses what no page with this public key can have made.
func blindable(public *rsa.PublicKey, blinded []byte) error {
	if z := new(big.Int).SetBytes(blinded); len(blinded) != keyBytes || z.Sign() == 0 || z.Cmp(public.N) >= 0 {
		return problem.Invalid(problem.Field{Name: "blinded", Code: "invalidFormat", Detail: "The blinded value is " + fmt.Sprint(keyBytes) + " bytes in base64url, less than the key's modulus."})
	}
	return nil
}

// checkBallot refuses a ballot that the group's key has not signed. What was bought blind
// is an ordinary PSS signature (RFC 9474, 4.5), and crypto/rsa checks it in half the time.
func checkBallot(public *rsa.PublicKey, ballot, signature []byte) error {
	digest := sha512.Sum384(ballot)
	pss := &rsa.PSSOptions{Hash: crypto.SHA384, SaltLength: len(digest)}
	if len(ballot) != ballotBytes || rsa.VerifyPSS(public, crypto.SHA384, digest[:], signature, pss) != nil {
		return notABallot()
	}
	return nil
}

func notABallot() error {
	return problem.Invalid(problem.Field{Name: "signature", Code: "notABallot", Detail: "This is no ballot of the group's. Exchange the code for one and send the answer with it."})
}

// hashed is what is kept of a ballot, and of a blinded value.
func hashed(bytes []byte) string {
	sum := sha256.Sum256(bytes)
	return hex.EncodeToString(sum[:])
}

func encode(bytes []byte) string { return base64.RawURLEncoding.EncodeToString(bytes) }

// decode reads base64url without padding, in its one right form.
func decode(c *problem.Checks, name, text string) []byte {
	bytes, err := base64.RawURLEncoding.Strict().DecodeString(text)
	c.If(text == "", name, "required", "This field is required.")
	c.If(err != nil || len(bytes) > keyBytes, name, "invalidFormat", "Bytes in base64url without padding.")
	return bytes
}
