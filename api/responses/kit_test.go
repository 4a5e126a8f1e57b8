package responses_test

import (
	"fmt"
	"net/http"
	"testing"

	"envagin/api/testkit"
)

type object = map[string]any

const (
	post   = http.MethodPost
	put    = http.MethodPut
	remove = http.MethodDelete
)

// story is the application with what stories of units' answers say often.
type story struct {
	*testkit.App
	round string // its address
}

// eachDB tells a story in an open round with a few questions.
func eachDB(t *testing.T, tell func(t *testing.T, s *story)) {
	t.Helper()
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		s := &story{App: a}
		s.round = s.makeRound("kartlaggning", "unit")
		s.verb("coordinator", s.round, "/opening", object{}).Want(200)
		tell(t, s)
	})
}

// makeRound makes a round with one section and a question of each sort that stories
// need, as a draft.
func (s *story) makeRound(key, answering string) string {
	s.T.Helper()
	coordinator := s.As("coordinator")
	at := "/surveys/" + s.Do(post, "/surveys", object{"key": key, "answering": answering, "titleSv": "Kartläggning", "titleEn": "Mapping",
		"opensOn": "2026-11-01", "closesOn": "2026-12-31", "sections": []object{{"key": "samverkan", "titleSv": "Samverkan", "titleEn": "Collaboration"}}}, coordinator).Want(201).ID()
	position := 0
	ask := func(key, kind string, fields object) {
		s.T.Helper()
		q := object{"sectionKey": "samverkan", "key": key, "type": kind, "position": position, "textSv": "Fråga om " + key, "textEn": "About " + key}
		for name, value := range fields {
			q[name] = value
		}
		s.Do(post, at+"/questions", q, coordinator).Want(201)
		position++
	}
	options := []object{{"key": "ja", "sv": "Ja", "en": "Yes"}, {"key": "nej", "sv": "Nej", "en": "No"}}
	ask("plan", "single", object{"required": true, "options": options})
	ask("hur", "longText", object{"required": true, "condition": object{"questionKey": "plan", "op": "is", "values": []string{"ja"}}})
	ask("parter", "multiple", object{"options": options})
	ask("exempel", "longText", object{})
	return at
}

// verb is a PUT as somebody, based on the thing as it is.
func (s *story) verb(role, at, verb string, body any) *testkit.Answer {
	s.T.Helper()
	etag := s.Get(at, s.As(role)).Want(200).ETag()
	return s.Do(put, at+verb, body, s.As(role), testkit.IfMatch(etag))
}

// start begins the answer of Centrum mot våld as its contact person, and gives its address.
func (s *story) start() string {
	s.T.Helper()
	made := s.Do(post, s.round+"/responses", object{"unitId": s.Body("centrum-mot-vald")}, s.As("contact")).Want(201)
	return s.round + "/responses/" + made.ID()
}

// write answers a question as somebody, based on what stands there.
func (s *story) write(role, at, key string, value any) *testkit.Answer {
	s.T.Helper()
	etag := s.Get(at+"/answers/"+key, s.As(role)).Want(200).ETag()
	return s.Do(put, at+"/answers/"+key, object{"value": value}, s.As(role), testkit.IfMatch(etag))
}

// signed is an answer that is whole and signed.
func (s *story) signed() string {
	s.T.Helper()
	at := s.start()
	s.write("contact", at, "plan", "nej").Want(200)
	s.write("contact", at, "exempel", "Vi ringer skolan varje måndag.").Want(200)
	s.verb("manager", at, "/signature", object{}).Want(200)
	return at
}

// text is what stands under a name in an answer.
func text(a *testkit.Answer, name string) string { return fmt.Sprint(a.Object()[name]) }

func rels(a *testkit.Answer) object {
	links, _ := a.Want(200).Object()["_links"].(object)
	return links
}
