package questions_test

import (
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

// story is the application with what stories of questions say often.
type story struct{ *testkit.App }

func eachDB(t *testing.T, tell func(t *testing.T, s *story)) {
	t.Helper()
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) { tell(t, &story{a}) })
}

// asking is a question of the council's, with fields of the story's own.
func asking(title string, fields ...any) object {
	o := object{"title": title, "question": "Hur gör vi med **" + title + "**?"}
	for i := 0; i < len(fields); i += 2 {
		o[fields[i].(string)] = fields[i+1]
	}
	return o
}

// ask asks as the member of the council, and gives the question's address.
func (s *story) ask(title string, fields ...any) string {
	s.T.Helper()
	return "/council-questions/" + s.Do(post, "/council-questions", asking(title, fields...), s.As("member")).Want(201).ID()
}

// do is a verb as somebody, based on the question as it is.
func (s *story) do(role, method, at, verb string, body any) *testkit.Answer {
	s.T.Helper()
	etag := s.Get(at, s.As(role)).ETag()
	return s.Do(method, at+verb, body, s.As(role), testkit.IfMatch(etag))
}

// answered asks, answers and publishes for a part ("" publishes nothing).
func (s *story) answered(title, answer, part string, fields ...any) string {
	s.T.Helper()
	at := s.ask(title, fields...)
	s.do("expert", put, at, "/answer", object{"answer": answer}).Want(200)
	if part != "" {
		s.do("expert", put, at, "/publication", object{"part": part}).Want(200)
	}
	return at
}

// titles are those of a list.
func titles(items []map[string]any) string {
	text := ""
	for i, item := range items {
		if i > 0 {
			text += ", "
		}
		text += item["title"].(string)
	}
	return text
}

func (s *story) listed(role, query string) string {
	s.T.Helper()
	return titles(s.Get("/council-questions?"+query, s.As(role)).Want(200).Items())
}

func (s *story) found(role, words string, fields ...any) string {
	s.T.Helper()
	in := object{"q": words}
	for i := 0; i < len(fields); i += 2 {
		in[fields[i].(string)] = fields[i+1]
	}
	return titles(s.Do(post, "/council-question-searches", in, s.As(role)).Want(200).Items())
}

func (s *story) rels(role, at string) object {
	s.T.Helper()
	links, _ := s.Get(at, s.As(role)).Want(200).Object()["_links"].(object)
	return links
}
