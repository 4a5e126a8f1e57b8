package questions_test

import (
	"strings"
	"testing"
)

func TestQuestionsAreFoundByTheirWords(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		s.answered("Våld i nära relationer", "Ring socialtjänsten.", "public")
		s.answered("Skyddsboenden för äldre", "Det finns **två**.", "public", "question", "Var bor den som är våldsutsatt?")
		s.answered("Öppenvård", "Ja.", "internal", "question", "Får barnen komma med?")
		s.answered("Shelters", "There are several policies.", "public", "lang", "en", "question", "Where are they?")
		s.ask("Obesvarad om boende")

		for words, want := range map[string]string{
			"boende":             "Skyddsboenden för äldre",                         // inside a compound, in another form
			"BOENDET":            "Skyddsboenden för äldre",                         // in any case and form
			"våld":               "Våld i nära relationer, Skyddsboenden för äldre", // the title weighs most
			"äldre boende":       "Skyddsboenden för äldre",                         // all words
			"äldre och barn":     "",
			"socialtjänsten":     "Våld i nära relationer", // in the answer
			"policy":             "Shelters",
			"%":                  "?",
			"boende för barnen":  "",
			"aldre":              "", // ä is a letter of its own
			"öppenvård":          "", // internal
			"våldsutsatta äldre": "Skyddsboenden för äldre",
		} {
			if want == "?" {
				a.Do(post, "/council-question-searches", object{"q": words}).WantProblem(422, "invalid", "q")
				continue
			}
			if got := s.found("", words); got != want {
				t.Errorf("%q: %s, wanted %s", words, got, want)
			}
		}
		a.Run(t, "each finds what they may read", func(t *testing.T) {
			if got := s.found("reader", "öppenvård"); got != "Öppenvård" {
				t.Error(got)
			}
			if got := s.found("member", "boende"); got != "Obesvarad om boende, Skyddsboenden för äldre" {
				t.Error(got)
			}
			if got := s.found("member", "boende", "state", "published"); got != "Skyddsboenden för äldre" {
				t.Error(got)
			}
			if body := string(a.Do(post, "/council-question-searches", object{"q": "äldre"}).Body); strings.Contains(body, "askedBy") {
				t.Error("who asked is shown:", body)
			}
		})
		a.Run(t, "page by page, and what is wrong is named", func(t *testing.T) {
			answer := a.Do(post, "/council-question-searches", object{"q": "våld", "limit": 1, "page": 2}).Want(200).Object()
			if meta := answer["_meta"].(object); meta["totalRecords"] != 2.0 || meta["count"] != 1.0 || titles(itemsOf(answer)) != "Skyddsboenden för äldre" {
				t.Error(answer)
			}
			if meta := a.Do(post, "/council-question-searches", object{"q": "våld", "page": 9}).Want(200).Object()["_meta"].(object); meta["totalRecords"] != 2.0 || meta["count"] != 0.0 {
				t.Error(meta)
			}
			for field, in := range map[string]object{"q": {"q": ""}, "page": {"q": "x", "page": -1}, "limit": {"q": "x", "limit": 101}, "state": {"q": "x", "state": "old"}, "areaId": {"q": "x", "areaId": "x"}} {
				a.Do(post, "/council-question-searches", in).WantProblem(422, "invalid", field)
			}
			a.Do(post, "/council-question-searches", object{"q": strings.Repeat("x", 201)}).WantProblem(422, "invalid", "q")
			a.Get("/council-questions?q=boende").WantProblem(400, "invalidParameter", "q")
		})
		a.Run(t, "what is changed is found as it now is, and what is gone is not", func(t *testing.T) {
			at := s.ask("Kontaktförbud")
			s.do("member", put, at, "", asking("Reseförbud")).Want(200)
			if s.found("member", "kontaktförbud") != "" || s.found("member", "reseförbud") != "Reseförbud" {
				t.Error("the old words find it still")
			}
			s.do("member", remove, at, "", nil).Want(204)
			if s.found("member", "reseförbud") != "" {
				t.Error("found when it is gone")
			}
		})
		a.Run(t, "nobody searches without end without signing in", func(t *testing.T) {
			status := 0
			for range 200 {
				if status = a.Do(post, "/council-question-searches", object{"q": "x"}).Status; status == 429 {
					break
				}
			}
			if status != 429 {
				t.Error(status)
			}
			s.found("member", "boende")
		})
	})
}

func itemsOf(o object) (out []map[string]any) {
	for _, item := range o["items"].([]any) {
		out = append(out, item.(object))
	}
	return out
}
