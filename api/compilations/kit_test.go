package compilations_test

import (
	"net/http"
	"strings"
	"testing"

	"envagin/api/testkit"
)

type object = map[string]any

const (
	post = http.MethodPost
	put  = http.MethodPut
)

// story is the application with an open round that units answer.
type story struct {
	*testkit.App
	round string // its address
}

func eachDB(t *testing.T, tell func(t *testing.T, s *story)) {
	t.Helper()
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) { tell(t, opened(a)) })
}

// opened opens a round.
func opened(a *testkit.App) *story {
	a.T.Helper()
	coordinator := a.As("coordinator")
	s := &story{App: a, round: "/surveys/" + a.Do(post, "/surveys", object{"key": "kartlaggning", "answering": "unit", "titleSv": "Kartläggning", "titleEn": "Mapping",
		"opensOn": "2026-11-01", "closesOn": "2026-12-31", "sections": []object{{"key": "samverkan", "titleSv": "Samverkan", "titleEn": "Collaboration"}}}, coordinator).Want(201).ID()}
	options := []object{{"key": "ja", "sv": "Ja", "en": "Yes"}, {"key": "nej", "sv": "Nej", "en": "No"}}
	for n, q := range []object{
		{"key": "plan", "type": "single", "required": true, "options": options},
		{"key": "parter", "type": "multiple", "options": options},
		{"key": "steg", "type": "scale", "min": 1, "max": 3, "minLabelSv": "Lite", "minLabelEn": "Little", "maxLabelSv": "Mycket", "maxLabelEn": "Much"},
		{"key": "grupper", "type": "matrix", "options": options, "rows": []object{{"key": "barn", "sv": "Barn", "en": "Children"}, {"key": "vuxna", "sv": "Vuxna", "en": "Adults"}}},
		{"key": "exempel", "type": "longText"},
	} {
		q["sectionKey"], q["position"], q["textSv"], q["textEn"] = "samverkan", n, "Fråga", "Question"
		a.Do(post, s.round+"/questions", q, coordinator).Want(201)
	}
	s.step("coordinator", s.round, "/opening")
	return s
}

// step is a PUT as somebody, based on the thing as it is.
func (s *story) step(role, at, verb string) {
	s.T.Helper()
	etag := s.Get(at, s.As(role)).Want(200).ETag()
	s.Do(put, at+verb, object{}, s.As(role), testkit.IfMatch(etag)).Want(200)
}

// answer is what a body answers, not signed; it gives its address.
func (s *story) answer(body string, values object) string {
	s.T.Helper()
	at := s.round + "/responses/" + s.Do(post, s.round+"/responses", object{"unitId": s.Body(body)}, s.As("coordinator")).Want(201).ID()
	for key, value := range values {
		s.Do(put, at+"/answers/"+key, object{"value": value}, s.As("coordinator"), testkit.IfMatch(`"0"`)).Want(200)
	}
	return at
}

// last is what an address ends with.
func last(at string) string { return at[strings.LastIndex(at, "/")+1:] }
