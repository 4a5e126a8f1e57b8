package app_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"math/big"
	"regexp"
	"strings"

	"github.com/cloudflare/circl/blindsign/blindrsa"
	"gorm.io/gorm"

	"envagin/api/testkit"
)

// modulus differs each time, with the key.
var modulus = regexp.MustCompile(`"n":"[^"]+"`)

// votes carries out how an employee answers. What is random stands in the examples as
// something of the same length.
func (s *recorder) votes() {
	s.t.Helper()
	round, group := staffRound(s.a, "exempel", 1)
	at := "/surveys/" + round
	var codes []string
	s.must(s.a.DB.Tx(context.Background(), func(tx *gorm.DB) (err error) {
		codes, err = s.a.Ballots.MakeCodes(tx, round, group[0], 1)
		return err
	}))
	send := func(path string, real, shown m, replaced func([]byte) []byte) *testkit.Answer {
		answer := s.a.Do("POST", path, real)
		if answer.Status >= 300 {
			s.t.Fatalf("%s: %d %s", path, answer.Status, answer.Body)
		}
		copied := *answer
		copied.Body = replaced(answer.Body)
		s.record("POST", path, shown, &copied)
		return answer
	}
	same := func(b []byte) []byte { return b }
	const code, ballot, signature = "7KQM-2XRA-9HWD-CE4Q", "q2Yk", "uS8v"
	long := func(text string, n int) string { return strings.Repeat(text, n/len(text)+1)[:n] }
	keys := s.a.Get(at + "/ballot-keys").Want(200)
	n, err := base64.RawURLEncoding.DecodeString(keys.Items()[0]["publicKey"].(m)["n"].(string))
	s.must(err)
	listed := *keys
	listed.Body = modulus.ReplaceAll(keys.Body, []byte(`"n":"`+long("sXch", 342)+`"`))
	s.record("GET", at+"/ballot-keys", nil, &listed)
	send("/ballot-codes", m{"code": codes[0]}, m{"code": code}, same)
	client, err := blindrsa.NewClient(blindrsa.SHA384PSSRandomized, &rsa.PublicKey{N: new(big.Int).SetBytes(n), E: 65537})
	s.must(err)
	prepared, err := client.Prepare(rand.Reader, make([]byte, 32))
	s.must(err)
	blinded, state, err := client.Blind(rand.Reader, prepared)
	s.must(err)
	b64 := base64.RawURLEncoding.EncodeToString
	bought := send(at+"/ballots", m{"code": codes[0], "keyId": group[0], "blinded": b64(blinded)}, m{"code": code, "keyId": group[0], "blinded": long(signature, 342)},
		func(b []byte) []byte {
			return bytes.Replace(b, b[len(`{"signature":"`):len(b)-len(`"}`)], []byte(long("Jt0c", 342)), 1)
		})
	blind, err := base64.RawURLEncoding.DecodeString(bought.Object()["signature"].(string))
	s.must(err)
	finished, err := client.Finalize(state, blind)
	s.must(err)
	answers := m{"rutin": "ja"}
	send(at+"/staff-answers", m{"keyId": group[0], "ballot": b64(prepared), "signature": b64(finished), "answers": answers},
		m{"keyId": group[0], "ballot": long(ballot, 86), "signature": long("bX1w", 342), "answers": answers}, same)
}

func (s *recorder) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}
