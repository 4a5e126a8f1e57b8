package compilations_test

import (
	"slices"
	"testing"

	"envagin/api/compilations"
)

func (s *story) read(role string) (v compilations.View) {
	s.T.Helper()
	s.Get(s.round+"/compilation", s.As(role)).Want(200).Into(&v)
	return v
}

func TestWhatTheUnitsHaveSignedIsCompiledByNameAndBoard(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		unit, board := a.Body("centrum-mot-vald"), a.Body("ifn")
		at := s.answer("centrum-mot-vald", object{"plan": "nej", "parter": []string{"ja", "nej"}, "steg": 2, "grupper": object{"barn": "ja"}, "exempel": "Vi ringer skolan varje måndag."})
		s.answer("ifn", object{"plan": "ja", "exempel": "Ett utkast."})
		before := s.read("coordinator")
		s.step("manager", at, "/signature")

		v := s.read("coordinator")

		a.Run(t, "with how many were asked, and only those who have signed", func(t *testing.T) {
			if before.Answered != 0 || len(before.Units) != 0 || before.Asked != v.Asked || v.Asked < 2 || v.Answered != 1 {
				t.Errorf("%+v %+v", before, v)
			}
			if len(v.Units) != 1 || v.Units[0].UnitID != unit || v.Units[0].NameSv != "Centrum mot våld" || v.Units[0].BoardID != board || v.Units[0].ResponseID != last(at) {
				t.Errorf("%+v", v.Units)
			}
			if len(v.Boards) != 1 || v.Boards[0].BoardID != board || v.Boards[0].Answered != 1 {
				t.Errorf("%+v", v.Boards)
			}
		})
		a.Run(t, "with what could be chosen counted, in all and for the board", func(t *testing.T) {
			counted := map[string][]int{}
			for _, q := range v.Questions {
				counted[q.Key] = []int{}
				for _, c := range q.Counts {
					counted[q.Key] = append(counted[q.Key], c.Count)
					if c.Count == 1 && (len(c.Boards) != 1 || c.Boards[0].Count != 1 || c.Boards[0].BoardID != board) || c.Count == 0 && len(c.Boards) != 0 {
						t.Errorf("%s: %+v", q.Key, c)
					}
				}
			}
			for key, want := range map[string][]int{"plan": {0, 1}, "parter": {1, 1}, "steg": {0, 1, 0}, "grupper": {1, 0, 0, 0}, "exempel": {}} {
				if !slices.Equal(counted[key], want) {
					t.Error(key, counted[key])
				}
			}
		})
		a.Run(t, "with each answer by its unit", func(t *testing.T) {
			q := v.Questions[4]
			if q.Answered != 1 || q.Answers[0].UnitID != unit || q.Answers[0].Value != "Vi ringer skolan varje måndag." {
				t.Errorf("%+v", q)
			}
		})
		a.Run(t, "with what was made of an answer, traced back to it", func(t *testing.T) {
			a.Do(post, at+"/uses", object{"questionKey": "exempel", "kind": "goodExample", "text": "Ring skolan."}, a.As("coordinator")).Want(201)
			uses := s.read("coordinator").Uses
			if len(uses) != 1 || uses[0].ResponseID != last(at) || uses[0].UnitNames.Sv != "Centrum mot våld" || uses[0].QuestionKey != "exempel" ||
				uses[0].Kind != "goodExample" || uses[0].Text != "Ring skolan." || uses[0].Value != "Vi ringer skolan varje måndag." {
				t.Errorf("%+v", uses)
			}
		})
	})
}

func TestTheCompilationIsTheCoordinatorsUntilItIsPublished(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		s.step("manager", s.answer("centrum-mot-vald", object{"plan": "nej"}), "/signature")
		hidden := func() {
			t.Helper()
			a.Get(s.round+"/compilation").WantProblem(404, "notFound")
			for _, role := range []string{"reader", "manager", "officer", "partner"} {
				a.Get(s.round+"/compilation", a.As(role)).WantProblem(404, "notFound")
			}
			a.Get(s.round+"/compilation", a.As("coordinator")).Want(200)
		}
		hidden()
		s.step("coordinator", s.round, "/closing")
		hidden()

		s.step("coordinator", s.round, "/publication")

		var v compilations.View
		a.Get(s.round + "/compilation").Want(200).Into(&v)
		if v.State != "published" || v.Answered != 1 || v.ClosedOn == "" {
			t.Errorf("%+v", v)
		}
	})
}

func TestARoundOfStaffHasNoCompilation(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		coordinator := s.As("coordinator")
		made := s.Do(post, "/surveys", object{"key": "personal", "answering": "staff", "titleSv": "Personal", "titleEn": "Staff", "opensOn": "2026-11-01", "closesOn": "2026-12-31"}, coordinator).Want(201)
		s.Get("/surveys/"+made.ID()+"/compilation", coordinator).WantProblem(404, "notFound")
	})
}
