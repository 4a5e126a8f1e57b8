package ballots

import (
	"bytes"
	"crypto/rand"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"testing"

	"github.com/cloudflare/circl/blindsign/blindrsa"

	"envagin/api/platform/problem"
)

// page is a ballot that @cloudflare/blindrsa-ts bought of itself, with a key made for
// this file: what the answer page and this room must agree on.
//
//go:embed testdata/page.json
var page []byte

func TestTheAnswerPageAndThisRoomAgree(t *testing.T) {
	t.Parallel()
	var text struct{ PrivateKey, PublicKey, Ballot, Blinded, BlindSignature, Signature string }
	if err := json.Unmarshal(page, &text); err != nil {
		t.Fatal(err)
	}
	var c problem.Checks
	key := Key{PublicKey: text.PublicKey, PrivateKey: decodeLong(t, text.PrivateKey)}
	public, err := key.public()
	if err != nil {
		t.Fatal(err)
	}

	signed, err := key.sign(decode(&c, "blinded", text.Blinded))
	checked := checkBallot(public, decode(&c, "ballot", text.Ballot), decode(&c, "signature", text.Signature))

	if err != nil || c.Err() != nil || encode(signed) != text.BlindSignature {
		t.Errorf("the page got another signature: %v, %v", err, c.Err())
	}
	if checked != nil {
		t.Errorf("the page's ballot is not let in: %v", checked)
	}
	if got := key.view().PublicKey; got.N != text.PublicKey || got.E != "AQAB" {
		t.Errorf("the page is given another key: %+v", got)
	}
}

func TestABallotIsSignedUnseenAndOnce(t *testing.T) {
	t.Parallel()
	key, err := newKey("s", "g")
	if err != nil {
		t.Fatal(err)
	}
	public, err := key.public()
	if err != nil {
		t.Fatal(err)
	}
	client, err := blindrsa.NewClient(blindrsa.SHA384PSSRandomized, public)
	if err != nil {
		t.Fatal(err)
	}
	ballot, err := client.Prepare(rand.Reader, make([]byte, 32))
	if err != nil {
		t.Fatal(err)
	}
	blinded, state, err := client.Blind(rand.Reader, ballot)
	if err != nil {
		t.Fatal(err)
	}

	first, err1 := key.sign(blinded)
	second, err2 := key.sign(blinded)

	if err1 != nil || err2 != nil || !bytes.Equal(first, second) {
		t.Fatal("the same blinded value got another signature", err1, err2)
	}
	signature, err := client.Finalize(state, first)
	if err != nil || checkBallot(public, ballot, signature) != nil {
		t.Fatal("a bought ballot is not let in", err)
	}
	forged := bytes.Clone(ballot)
	forged[40] ^= 1
	for name, bad := range map[string]error{
		"another ballot":   checkBallot(public, forged, signature),
		"a blind one":      checkBallot(public, ballot, first),
		"no signature":     checkBallot(public, ballot, nil),
		"a longer ballot":  checkBallot(public, append(bytes.Clone(ballot), 0), signature),
		"too large a one":  blindable(public, bytes.Repeat([]byte{0xff}, keyBytes)),
		"a short one":      blindable(public, blinded[1:]),
		"nothing, blinded": blindable(public, make([]byte, keyBytes)),
	} {
		if problem.As(bad) == nil {
			t.Errorf("%s was let in: %v", name, bad)
		}
	}
}

// decodeLong reads what is longer than anything that is sent.
func decodeLong(t *testing.T, text string) []byte {
	t.Helper()
	out, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
