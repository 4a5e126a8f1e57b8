package results_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"envagin/api/ballots"
	"envagin/api/testkit"
)

type object = map[string]any

const (
	post = http.MethodPost
	put  = http.MethodPut
)

// story is the application with what stories of results say often.
type story struct {
	*testkit.App
	groups map[string]string // key → id
}

func eachDB(t *testing.T, tell func(t *testing.T, s *story)) {
	t.Helper()
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) { tell(t, &story{App: a}) })
}

// open opens a round of staff in an administration with two units, with a question and one that few are asked.
func (s *story) open(key, follows string, questions ...object) string {
	s.T.Helper()
	as := s.As("coordinator")
	content := object{"key": key, "answering": "staff", "titleSv": "Så arbetar vi", "titleEn": "How we work", "opensOn": "2026-11-23", "closesOn": "2026-12-14",
		"sections":   []object{{"key": "behov", "titleSv": "Behov", "titleEn": "Needs"}},
		"dimensions": []object{{"key": "enhet", "nameSv": "Enhet", "nameEn": "Unit"}},
		"groups": []object{{"key": "utbildning", "nameSv": "Utbildning", "nameEn": "Education"},
			{"key": "forskola", "parentKey": "utbildning", "nameSv": "Förskola", "nameEn": "Pre-school", "size": 60},
			{"key": "skola", "parentKey": "utbildning", "nameSv": "=Skola", "nameEn": "School", "size": 60}}}
	if follows != "" {
		content["followsId"] = follows
	}
	made := s.Do(post, "/surveys", content, as).Want(201)
	s.groups = map[string]string{}
	for _, group := range made.Object()["groups"].([]any) {
		s.groups[group.(object)["key"].(string)] = group.(object)["id"].(string)
	}
	at := "/surveys/" + made.ID()
	s.Do(post, at+"/questions", object{"sectionKey": "behov", "key": "rutin", "type": "single", "required": true, "textSv": "Har ni en rutin?", "textEn": "Have you a routine?",
		"options": []object{{"key": "ja", "sv": "Ja", "en": "Yes"}, {"key": "nej", "sv": "Nej", "en": "No"}}}, as).Want(201)
	for _, q := range questions {
		s.Do(post, at+"/questions", q, as).Want(201)
	}
	s.Do(put, at+"/opening", object{}, as, testkit.IfMatch(s.Get(at, as).Header.Get("ETag"))).Want(200)
	return made.ID()
}

// answer lets some of a group answer yes and others no.
func (s *story) answer(round, group string, yes, no int) {
	s.T.Helper()
	var answers []ballots.DemoAnswer
	for i := range yes + no {
		said := "ja"
		if i >= yes {
			said = "nej"
		}
		answers = append(answers, ballots.DemoAnswer{GroupID: s.groups[group], Answers: map[string]json.RawMessage{"rutin": json.RawMessage(`"` + said + `"`)}})
	}
	if err := s.Ballots.Demo(s.T.Context(), round, answers); err != nil {
		s.T.Fatal(err)
	}
}

// drain does what waits to be done.
func (s *story) drain() {
	s.T.Helper()
	if err := s.Jobs.Drain(s.T.Context()); err != nil {
		s.T.Fatal(err)
	}
}

func (s *story) step(round, step string) *testkit.Answer {
	s.T.Helper()
	as := s.As("coordinator")
	return s.Do(put, "/surveys/"+round+"/"+step, object{}, as, testkit.IfMatch(s.Get("/surveys/"+round, as).Header.Get("ETag")))
}

// publish closes a round, lets it be counted and publishes it.
func (s *story) publish(round string) {
	s.T.Helper()
	s.step(round, "closing").Want(200)
	s.drain()
	s.step(round, "publication").Want(200)
}

func TestARoundTellsNothingBeforeItIsPublished(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		round := s.open("enkat-2026", "")
		crawled := s.crawl(round)
		s.answer(round, "forskola", 30, 10)
		for at, before := range crawled {
			if now := s.crawl(round)[at]; now != before {
				t.Errorf("%s tells that somebody has answered:\n%s\n%s", at, before, now)
			}
		}
		s.step(round, "publication").WantProblem(409, "notClosed")
		s.step(round, "closing").Want(200)
		s.step(round, "publication").WantProblem(409, "notCounted")
		s.drain()
		if err := s.Results.Demo(s.T.Context(), round); err != nil { // a job may be done again
			t.Error(err)
		}
		for _, role := range []string{"", "reader", "coordinator", "admin"} {
			s.Get("/surveys/"+round+"/results", s.As(role)).WantProblem(404, "notFound")
			s.Get("/surveys/"+round+"/results/table", s.As(role)).WantProblem(404, "notFound")
		}
		s.step(round, "publication").Want(200)
		s.Get("/surveys/" + round + "/results").Want(200)
		s.step(round, "publication").WantProblem(409, "published")
	})
}

// crawl is all that a coordinator and the public are told of an open round, headers too.
func (s *story) crawl(round string) map[string]string {
	s.T.Helper()
	told := map[string]string{}
	at := "/surveys/" + round
	for _, role := range []string{"", "reader", "admin", "coordinator"} {
		for _, path := range []string{"/surveys", at, at + "/questions", at + "/document", at + "/ballot-keys", at + "/results", at + "/results/table", "/timelines", "/histories/survey/" + round} {
			a := s.Get(path, s.As(role))
			for _, own := range []string{"X-Request-Id", "Traceparent", "Date", "Server-Timing"} {
				a.Header.Del(own)
			}
			body := string(a.Body)
			if at := strings.Index(body, `"requestId"`); at >= 0 {
				body = body[:at]
			}
			told[role+" "+path] = fmt.Sprint(a.Status, a.Header, body)
		}
	}
	return told
}

func TestWhatEmployeesAnsweredIsToldInBandsOfLargeGroups(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		round := s.open("enkat-2026", "")
		s.answer(round, "forskola", 30, 10)
		s.answer(round, "skola", 20, 21)
		s.publish(round)
		told := s.Get("/surveys/" + round + "/results").Want(200).Object()
		if told["n"] != 80.0 || told["minGroup"] != 7.0 {
			t.Errorf("%v answered, in groups of at least %v", told["n"], told["minGroup"])
		}
		for _, cell := range cells(told, "enhet") {
			options, _ := cell["options"].([]any)
			if cell["group"] != "forskola" {
				continue
			}
			yes := options[0].(object)
			if cell["n"] != 40.0 || yes["low"].(float64) > 75 || yes["high"].(float64) < 75 || yes["high"] == yes["low"] {
				t.Errorf("of the pre-school it told %v", cell)
			}
		}
		if names := told["groupNames"].([]any); len(names) != 3 || names[1].(object)["parent"] != "utbildning" {
			t.Errorf("the groups are called %v", names)
		}
		file := string(s.Get("/surveys/" + round + "/results/table?lang=sv").Want(200).Body)
		if !strings.Contains(file, "rutin,Har ni en rutin?,,,enhet,forskola,Förskola,40,ja,Ja,") || !strings.Contains(file, ",'=Skola,") {
			t.Errorf("the table file is\n%s", file)
		}
	})
}

func TestAGroupOfFewAndItsNeighbourAreHidden(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		round := s.open("enkat-2026", "")
		s.answer(round, "forskola", 30, 10)
		s.answer(round, "skola", 3, 3)
		s.publish(round)
		told := s.Get("/surveys/" + round + "/results").Want(200).Object()
		for _, cell := range cells(told, "enhet") {
			if cell["group"] != "utbildning" && (cell["n"] != nil || cell["options"] != nil) {
				t.Errorf("six answered in the school, and it told %v", cell)
			}
		}
		file := string(s.Get("/surveys/" + round + "/results/table").Want(200).Body)
		if !strings.Contains(file, "enhet,forskola,Förskola,,,,,\n") {
			t.Errorf("a hidden group's line has something in it:\n%s", file)
		}
	})
}

func TestARoundIsLaidBesideTheOneBefore(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		first := s.open("enkat-2025", "")
		s.answer(first, "forskola", 10, 30)
		s.answer(first, "skola", 3, 3)
		s.publish(first)
		second := s.open("enkat-2026", first)
		s.answer(second, "forskola", 30, 10)
		s.answer(second, "skola", 30, 10)
		s.Get("/surveys/"+first+"/results?compare="+second).WantProblem(422, "invalid", "compare")
		s.publish(second)
		told := s.Get("/surveys/" + second + "/results?compare=" + first).Want(200).Object()
		before := told["before"].(object)
		if before["surveyId"] != first || before["n"] != 45.0 {
			t.Errorf("beside it stands %v with %v answers", before["surveyId"], before["n"])
		}
		for _, cell := range cells(before, "enhet") {
			if cell["group"] == "forskola" && cell["n"] != nil {
				t.Errorf("what was hidden in the first round is told in the comparison: %v", cell)
			}
		}
		s.Get("/surveys/"+second+"/results?compare=nope").WantProblem(422, "invalid", "compare")
		if told := s.Get("/surveys/" + second + "/results").Want(200).Object(); told["before"] != nil {
			t.Errorf("nobody asked for %v", told["before"])
		}
	})
}

// cells are what is told of the groups of a breakdown, in the first table that has it.
func cells(told object, dimension string) (out []object) {
	for _, table := range told["tables"].([]any) {
		if table := table.(object); table["dimension"] == dimension {
			for _, cell := range table["groups"].([]any) {
				out = append(out, cell.(object))
			}
			return out
		}
	}
	return nil
}
