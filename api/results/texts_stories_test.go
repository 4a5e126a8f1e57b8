package results_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"gorm.io/gorm"

	"envagin/api/ballots"
	"envagin/api/testkit"
)

// wrote lets some in a group answer, of whom the first say something in their own words.
func (s *story) wrote(round, group string, answered int, words ...string) {
	s.T.Helper()
	var answers []ballots.DemoAnswer
	for i := range answered {
		said := map[string]json.RawMessage{"rutin": json.RawMessage(`"ja"`)}
		if i < len(words) {
			said["fritt"], _ = json.Marshal(words[i])
		}
		answers = append(answers, ballots.DemoAnswer{GroupID: s.groups[group], Answers: said})
	}
	if err := s.Ballots.Demo(s.T.Context(), round, answers); err != nil {
		s.T.Fatal(err)
	}
}

// own is n texts that differ.
func own(about string, n int) (words []string) {
	for i := range n {
		words = append(words, fmt.Sprintf("%s behöver tid, sade nummer %d.", about, i))
	}
	return words
}

// openWithWords opens a round with a question that takes text.
func (s *story) openWithWords(key string) string {
	s.T.Helper()
	return s.open(key, "", object{"sectionKey": "behov", "key": "fritt", "position": 1, "type": "longText", "textSv": "Vad mer?", "textEn": "What more?", "maxLength": 500})
}

func (s *story) texts(round, query, role string) []object {
	s.T.Helper()
	return s.Get("/surveys/"+round+"/free-texts?limit=100"+query, s.As(role)).Want(200).Items()
}

func (s *story) read(round string, text object, in object) *testkit.Answer {
	s.T.Helper()
	return s.Do(put, "/surveys/"+round+"/free-texts/"+text["id"].(string), in, s.As("coordinator"), testkit.IfMatch(fmt.Sprintf(`"%v"`, text["version"])))
}

func TestSomebodyReadsWhatEmployeesWroteBeforeEverybodyDoes(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		round := s.openWithWords("ord-2026")
		s.wrote(round, "forskola", 55, own("Vi på Ekbacken", 9)...)
		s.wrote(round, "skola", 60, own("Skolan", 8)...)
		at := "/surveys/" + round + "/free-texts"
		s.Get(at, s.As("coordinator")).WantProblem(404, "notFound")
		s.step(round, "closing").Want(200)
		s.drain()
		s.Get(at).WantProblem(404, "notFound")
		s.Get(at, s.As("admin")).WantProblem(404, "notFound")
		s.step(round, "publication").WantProblem(409, "textsWaiting")

		texts := s.texts(round, "&state=waiting", "coordinator")
		if len(texts) != 17 || len(s.texts(round, "&dimension=enhet&group=forskola", "coordinator")) != 9 || len(s.texts(round, "&question=rutin", "coordinator")) != 0 {
			t.Fatalf("there are %d texts to read", len(texts))
		}
		first := texts[0]
		s.read(round, first, object{"state": "waiting"}).WantProblem(422, "invalid", "state")
		s.read(round, first, object{"state": "allowed", "strike": []string{"Solgläntan"}}).WantProblem(422, "invalid", "strike[0]")
		s.read(round, first, object{"state": "allowed", "strike": []string{first["text"].(string)}}).WantProblem(422, "invalid", "strike")
		s.Do(put, at+"/"+first["id"].(string), object{"state": "allowed"}, s.As("admin"), testkit.IfMatch(`"1"`)).WantProblem(403, "forbidden")
		s.read(round, first, object{"state": "withheld"}).Want(200)
		s.read(round, first, object{"state": "allowed"}).WantProblem(412, "stale")
		for _, text := range texts[1:] {
			in := object{"state": "allowed"}
			if text["group"] == "forskola" {
				in["strike"] = []string{"på Ekbacken"}
			}
			s.read(round, text, in).Want(200)
		}
		s.step(round, "publication").Want(200)

		told := s.texts(round, "", "")
		if len(told) != 16 {
			t.Errorf("%d texts are told", len(told))
		}
		for _, text := range told {
			if text["state"] != "published" || strings.Contains(fmt.Sprint(text), "Ekbacken") || text["text"] != text["told"] {
				t.Errorf("it told %v", text)
			}
			if text["group"] == "forskola" && !strings.HasPrefix(text["text"].(string), "Vi […] behöver") {
				t.Errorf("of a struck text it told %v", text["text"])
			}
		}
		s.Do(put, at+"/"+told[0]["id"].(string), object{"state": "withheld"}, s.As("coordinator"), testkit.IfMatch(fmt.Sprintf(`"%v"`, told[0]["version"]))).WantProblem(409, "published")
		s.neverStored("Ekbacken")
	})
}

// neverStored holds that words that were struck are nowhere: neither with the texts nor in any trace of the reading. What
// was answered itself is kept until its own day.
func (s *story) neverStored(words string) {
	s.T.Helper()
	err := s.DB.Read(s.T.Context(), func(tx *gorm.DB) error {
		for _, of := range []string{"survey_free_texts WHERE wording || struck || told", "audit_events WHERE changes"} {
			var n int64
			if err := tx.Raw("SELECT count(*) FROM "+of+" LIKE ?", "%"+words+"%").Scan(&n).Error; err != nil {
				return err
			}
			if n > 0 {
				s.T.Errorf("%d rows have what was struck: %s", n, of)
			}
		}
		return nil
	})
	if err != nil {
		s.T.Error(err)
	}
}

func TestWhatFewWroteIsToldWithTheGroupAbove(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		round := s.openWithWords("ord-2026")
		s.wrote(round, "forskola", 12, own("Vi", 5)...)
		s.wrote(round, "skola", 60, own("Skolan", 3)...)
		s.step(round, "closing").Want(200)
		s.drain()
		texts := s.texts(round, "", "coordinator")
		for _, text := range texts {
			if text["group"] != "utbildning" {
				t.Errorf("a group of 12, or one where three wrote, is told by itself: %v", text)
			}
		}
		if len(texts) != 8 {
			t.Errorf("%d texts are there", len(texts))
		}
		if err := s.Results.Demo(s.T.Context(), round); err != nil { // a job may be done again
			t.Fatal(err)
		}
		if again := s.texts(round, "", "coordinator"); len(again) != 8 {
			t.Errorf("counted twice, there are %d texts", len(again))
		}
	})
}

func TestARoundWithoutTextsIsPublishedAtOnce(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		round := s.openWithWords("ord-2026")
		s.wrote(round, "forskola", 30, "Bara jag skrev.")
		s.publish(round)
		if told := s.texts(round, "", ""); len(told) != 0 {
			t.Errorf("one wrote, and it told %v", told)
		}
		if a := s.Get("/surveys/"+round+"/free-texts", s.As("reader")); a.Status != http.StatusOK {
			t.Errorf("the list gives %d", a.Status)
		}
	})
}
