package results_test

import (
	"reflect"
	"testing"

	"gorm.io/gorm"

	"envagin/api/ballots"
	"envagin/api/testkit"
)

func (s *story) correct(round string, in object) *testkit.Answer {
	s.T.Helper()
	whole := object{"reasonSv": "Koderna kom bort.", "reasonEn": "The codes were lost."}
	for name, value := range in {
		whole[name] = value
	}
	return s.Do(post, "/surveys/"+round+"/corrections", whole, s.As("coordinator"))
}

// outcome is how a correction went, once it has been counted.
func (s *story) outcome(round string, order *testkit.Answer) object {
	s.T.Helper()
	s.drain()
	return s.Get("/surveys/"+round+"/corrections/"+order.ID(), s.As("coordinator")).Want(200).Object()
}

func TestWhatWasToldOfAGroupWhoseCodesWereLostIsPutRight(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		round := s.openWithWords("ord-2026")
		s.answer(round, "forskola", 30, 10)
		s.answer(round, "skola", 20, 21)
		s.wrote(round, "skola", 12, own("Skolan", 8)...)
		at := "/surveys/" + round
		s.correct(round, object{"kind": "withdrawGroup", "targetKey": "skola"}).WantProblem(409, "notPublished")
		s.step(round, "closing").Want(200)
		s.drain()
		for _, text := range s.texts(round, "", "coordinator") {
			s.read(round, text, object{"state": "allowed"}).Want(200)
		}
		s.step(round, "publication").Want(200)
		before := s.Get(at + "/results")

		order := s.correct(round, object{"kind": "withdrawGroup", "targetKey": "skola"}).Want(201)
		if order.Object()["state"] != "waiting" {
			t.Errorf("it is %v at once", order.Object())
		}
		s.correct(round, object{"kind": "withdrawQuestion", "targetKey": "fritt"}).WantProblem(409, "correctionWaiting")
		s.Get(at+"/corrections/"+order.ID()).WantProblem(404, "notFound")
		if s.Get(at + "/results").Object()["n"] != before.Object()["n"] {
			t.Error("it tells something else before it is counted")
		}
		if done := s.outcome(round, order); done["state"] != "done" {
			t.Fatalf("it went %v", done)
		}

		told := s.Get(at + "/results").Want(200)
		if told.Object()["n"] != 40.0 || told.ETag() == before.ETag() {
			t.Errorf("%v answer still, under %s", told.Object()["n"], told.ETag())
		}
		for _, cell := range cells(told.Object(), "enhet") {
			if cell["group"] == "skola" {
				t.Errorf("it tells of the group that was taken out: %v", cell)
			}
		}
		public := s.Get(at + "/corrections").Want(200).Items()
		if len(public) != 1 || public[0]["reasonSv"] != "Koderna kom bort." || public[0]["onDay"] == "" {
			t.Errorf("everyone reads %v", public)
		}
		if texts := s.texts(round, "&group=skola", ""); len(texts) != 0 {
			t.Errorf("what they wrote is still told: %v", texts)
		}
		s.drain() // a job may be done again
		if again := s.Get(at + "/results"); !reflect.DeepEqual(again.Object()["tables"], told.Object()["tables"]) {
			t.Error("done again, it tells something else")
		}
	})
}

func TestACorrectionThatWouldTellWhatFewAnsweredIsRefused(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		round := s.open("enkat-2026", "")
		s.answer(round, "forskola", 33, 10)
		s.answer(round, "skola", 2, 3) // what they said would be the difference of the two
		s.publish(round)
		at := "/surveys/" + round
		before := s.Get(at + "/results").Object()

		order := s.correct(round, object{"kind": "withdrawGroup", "targetKey": "skola"}).Want(201)
		gone := s.outcome(round, order)

		if gone["state"] != "refused" || gone["refusal"] != "tooClose" {
			t.Errorf("it went %v", gone)
		}
		for name, value := range gone {
			if number, is := value.(float64); is && name != "version" {
				t.Errorf("%s tells how many differ: %v", name, number)
			}
		}
		if after := s.Get(at + "/results").Object(); !reflect.DeepEqual(after["tables"], before["tables"]) || after["n"] != before["n"] {
			t.Error("it tells something else than before")
		}
		if public := s.Get(at + "/corrections").Want(200).Items(); len(public) != 0 {
			t.Errorf("everyone reads of what was refused: %v", public)
		}
		if all := s.Get(at+"/corrections", s.As("coordinator")).Items(); len(all) != 1 {
			t.Errorf("the coordinator reads %v", all)
		}
	})
}

func TestAQuestionThatWasWronglyPutIsTakenOut(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		round := s.open("enkat-2026", "", object{"sectionKey": "behov", "key": "stod", "position": 1, "type": "single", "textSv": "Får ni stöd?", "textEn": "Do you get support?",
			"options": []object{{"key": "ja", "sv": "Ja", "en": "Yes"}, {"key": "nej", "sv": "Nej", "en": "No"}}})
		s.answer(round, "forskola", 30, 10)
		s.answer(round, "skola", 30, 10)
		s.publish(round)

		for field, in := range map[string]object{
			"kind":      {"kind": "change", "targetKey": "rutin"},
			"targetKey": {"kind": "withdrawQuestion", "targetKey": "vadsomhelst"},
			"reasonEn":  {"kind": "withdrawQuestion", "targetKey": "rutin", "reasonEn": ""},
			"reasonSv":  {"kind": "withdrawQuestion", "targetKey": "rutin", "reasonSv": "Om 19811228-9874."},
		} {
			s.correct(round, in).WantProblem(422, "invalid", field)
		}
		s.correct(round, object{"kind": "withdrawGroup", "targetKey": "utbildning"}).WantProblem(422, "invalid", "targetKey")
		s.Do(post, "/surveys/"+round+"/corrections", object{"kind": "withdrawQuestion", "targetKey": "rutin", "reasonSv": "a", "reasonEn": "b"}, s.As("reader")).WantProblem(403, "forbidden")
		order := s.correct(round, object{"kind": "withdrawQuestion", "targetKey": "rutin"}).Want(201)

		if done := s.outcome(round, order); done["state"] != "done" {
			t.Fatalf("it went %v", done)
		}
		told := s.Get("/surveys/" + round + "/results").Object()
		for _, table := range told["tables"].([]any) {
			if table.(object)["question"] == "rutin" {
				t.Errorf("it tells of the question: %v", table)
			}
		}
		if told["n"] != 80.0 {
			t.Errorf("%v answered", told["n"])
		}
		s.correct(round, object{"kind": "withdrawQuestion", "targetKey": "rutin"}).WantProblem(422, "invalid", "targetKey")
	})
}

func TestNothingIsPutRightOnceTheAnswersAreDestroyed(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		round := s.open("enkat-2026", "")
		s.answer(round, "forskola", 30, 10)
		s.answer(round, "skola", 30, 10)
		s.publish(round)
		err := s.DB.Tx(s.T.Context(), func(tx *gorm.DB) error {
			return tx.Where("survey_id = ?", round).Delete(&ballots.Row{}).Error
		})
		if err != nil {
			t.Fatal(err)
		}

		order := s.correct(round, object{"kind": "withdrawQuestion", "targetKey": "rutin"}).Want(201)

		if gone := s.outcome(round, order); gone["state"] != "refused" || gone["refusal"] != "destroyed" {
			t.Errorf("it went %v", gone)
		}
		if told := s.Get("/surveys/" + round + "/results").Object(); told["n"] != 80.0 {
			t.Errorf("%v answered", told["n"])
		}
	})
}
