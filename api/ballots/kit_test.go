package ballots_test

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"math/big"
	"net/http"
	"testing"

	"github.com/cloudflare/circl/blindsign/blindrsa"
	"gorm.io/gorm"

	"envagin/api/ballots"
	"envagin/api/testkit"
)

type object = map[string]any

const (
	post = http.MethodPost
	put  = http.MethodPut
)

// story is the application with what stories of anonymous answers say often.
type story struct {
	*testkit.App
	round  string   // an open one
	groups []string // its groups, by id
}

func eachDB(t *testing.T, tell func(t *testing.T, s *story)) {
	t.Helper()
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		s := &story{App: a}
		s.round, s.groups = s.open("enkat-2026")
		tell(t, s)
	})
}

// open makes a staff round with two groups and a few questions, and opens it.
func (s *story) open(key string) (round string, groups []string) {
	s.T.Helper()
	as := s.As("coordinator")
	made := s.Do(post, "/surveys", object{"key": key, "answering": "staff", "titleSv": "Så arbetar vi mot våld", "titleEn": "How we work against violence",
		"opensOn": "2026-11-23", "closesOn": "2026-12-14", "sections": []object{{"key": "behov", "titleSv": "Behov", "titleEn": "Needs"}},
		"groups": []object{{"key": "forskola", "nameSv": "Förskola", "nameEn": "Pre-school", "size": 40}, {"key": "skola", "nameSv": "Skola", "nameEn": "School", "size": 40}}}, as).Want(201)
	round = made.ID()
	for _, group := range made.Object()["groups"].([]any) {
		groups = append(groups, group.(object)["id"].(string))
	}
	at := "/surveys/" + round
	for n, q := range []object{
		{"key": "rutin", "type": "single", "required": true, "options": []object{{"key": "ja", "sv": "Ja", "en": "Yes"}, {"key": "nej", "sv": "Nej", "en": "No"}}},
		{"key": "hur", "type": "shortText", "maxLength": 40, "condition": object{"questionKey": "rutin", "op": "is", "values": []string{"ja"}}},
		{"key": "trygghet", "type": "scale", "required": true, "min": 1, "max": 5},
		{"key": "fritt", "type": "longText", "maxLength": 4000},
	} {
		q["sectionKey"], q["position"], q["textSv"], q["textEn"] = "behov", n, "Fråga", "Question"
		s.Do(post, at+"/questions", q, as).Want(201)
	}
	s.Do(put, at+"/opening", object{}, as, testkit.IfMatch(s.Get(at, as).ETag())).Want(200)
	return round, groups
}

func (s *story) close() {
	s.T.Helper()
	as, at := s.As("coordinator"), "/surveys/"+s.round
	s.Do(put, at+"/closing", object{}, as, testkit.IfMatch(s.Get(at, as).ETag())).Want(200)
}

// codes are new ones of a group, as they stand in letters.
func (s *story) codes(group, n int) (codes []string) {
	s.T.Helper()
	s.must(s.DB.Tx(context.Background(), func(tx *gorm.DB) (err error) {
		codes, err = s.Ballots.MakeCodes(tx, s.round, s.groups[group], n)
		return err
	}))
	return codes
}

func (s *story) must(err error) {
	s.T.Helper()
	if err != nil {
		s.T.Fatal(err)
	}
}

// page is what an employee's page knows.
type page struct {
	s       *story
	code    string
	keyID   string
	client  blindrsa.Client
	public  *rsa.PublicKey
	ballot  []byte
	blinded []byte
	state   blindrsa.State
	bought  []byte // the finished signature
}

// visit types a code and makes a ballot that nobody has seen.
func (s *story) visit(code string) *page {
	s.T.Helper()
	p := &page{s: s, code: code}
	told := s.Do(post, "/ballot-codes", object{"code": code}).Want(200).Object()
	p.keyID, _ = told["keyId"].(string)
	for _, key := range s.Get("/surveys/" + s.round + "/ballot-keys").Want(200).Items() {
		if key["id"] == p.keyID {
			n, err := base64.RawURLEncoding.DecodeString(key["publicKey"].(object)["n"].(string))
			s.must(err)
			p.public = &rsa.PublicKey{N: new(big.Int).SetBytes(n), E: 65537}
		}
	}
	if p.public == nil {
		s.T.Fatal("the key is not among those that everyone sees")
	}
	p.blind()
	return p
}

// blind makes a new ballot.
func (p *page) blind() {
	p.s.T.Helper()
	var err error
	p.client, err = blindrsa.NewClient(blindrsa.SHA384PSSRandomized, p.public)
	p.s.must(err)
	message := make([]byte, 32)
	_, _ = rand.Read(message)
	p.ballot, err = p.client.Prepare(rand.Reader, message)
	p.s.must(err)
	p.blinded, p.state, err = p.client.Blind(rand.Reader, p.ballot)
	p.s.must(err)
}

// exchange sends the code with the blinded ballot.
func (p *page) exchange() *testkit.Answer {
	p.s.T.Helper()
	return p.s.Do(post, "/surveys/"+p.s.round+"/ballots", object{"code": p.code, "keyId": p.keyID, "blinded": b64(p.blinded)})
}

// buy exchanges the code for a ballot that is let in.
func (p *page) buy() *page {
	p.s.T.Helper()
	told := p.exchange().Want(201).Object()["signature"].(string)
	signed, err := base64.RawURLEncoding.DecodeString(told)
	p.s.must(err)
	p.bought, err = p.client.Finalize(p.state, signed)
	p.s.must(err)
	return p
}

// content is an answer with the page's ballot.
func (p *page) content(answers object) object {
	return object{"keyId": p.keyID, "ballot": b64(p.ballot), "signature": b64(p.bought), "answers": answers}
}

func (p *page) answer(answers object, options ...testkit.Option) *testkit.Answer {
	p.s.T.Helper()
	return p.s.Do(post, "/surveys/"+p.s.round+"/staff-answers", p.content(answers), options...)
}

// whole is an answer to everything that is asked of one who says no.
func whole() object { return object{"rutin": "nej", "trygghet": 4} }

// voter is a page that has bought its ballot with a new code.
func (s *story) voter(group int) *page {
	s.T.Helper()
	return s.visit(s.codes(group, 1)[0]).buy()
}

// kept are the rows of the round.
func (s *story) kept() (rows []ballots.Row) {
	s.T.Helper()
	s.must(s.DB.Read(context.Background(), func(tx *gorm.DB) (err error) {
		rows, err = ballots.Read(tx, s.round)
		return err
	}))
	return rows
}

func (s *story) wantKept(n int) {
	s.T.Helper()
	if rows := s.kept(); len(rows) != n {
		s.T.Fatalf("%d answers are kept, not %d: %v", len(rows), n, rows)
	}
}

func b64(bytes []byte) string { return base64.RawURLEncoding.EncodeToString(bytes) }
