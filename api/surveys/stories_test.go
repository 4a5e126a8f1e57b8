package surveys_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"envagin/api/testkit"
)

type object = map[string]any

// round is what a coordinator would write.
func round(more ...object) object {
	in := object{"key": "prov-2027", "answering": "unit", "titleSv": "Kartläggning 2027", "titleEn": "Mapping 2027", "closesOn": "2027-03-15",
		"sections": []object{{"key": "del-ett", "titleSv": "Del ett", "titleEn": "Part one"}}}
	for _, m := range more {
		for field, value := range m {
			in[field] = value
		}
	}
	return in
}

func question(key string, more ...object) object {
	in := object{"sectionKey": "del-ett", "key": key, "type": "single", "required": true, "textSv": "Ja eller nej?", "textEn": "Yes or no?",
		"options": []object{{"key": "ja", "sv": "Ja", "en": "Yes"}, {"key": "nej", "sv": "Nej", "en": "No"}}}
	for _, m := range more {
		for field, value := range m {
			in[field] = value
		}
	}
	return in
}

func TestMakingARound(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")
		made := a.Do(http.MethodPost, "/surveys", round(), coordinator).Want(http.StatusCreated)
		at := "/surveys/" + made.ID()
		put := func(path string, body object, as ...testkit.Option) *testkit.Answer {
			return a.Do(http.MethodPut, at+path, body, append([]testkit.Option{coordinator, testkit.IfMatch(a.Get(at, coordinator).ETag())}, as...)...)
		}
		keys := func() string {
			var out []string
			for _, q := range a.Get(at+"/questions", coordinator).Want(http.StatusOK).Items() {
				out = append(out, q["key"].(string))
			}
			return strings.Join(out, " ")
		}

		a.Run(t, "is nobody else's business until it is opened", func(t *testing.T) {
			a.Get(at).Want(http.StatusNotFound)
			a.Get(at+"/questions", a.As("manager")).Want(http.StatusNotFound)
			for _, s := range a.Get("/surveys").Want(http.StatusOK).Items() {
				if s["id"] == made.ID() {
					t.Error("a draft is in the public list")
				}
			}
			a.Do(http.MethodPost, "/surveys", round(object{"key": "annan"}), a.As("manager")).Want(http.StatusForbidden)
		})
		a.Run(t, "cannot be opened before it has questions and a last day", func(t *testing.T) {
			put("/opening", object{}).WantProblem(http.StatusUnprocessableEntity, "invalid", "questions")
		})
		a.Run(t, "takes questions at their places, and moves the others", func(t *testing.T) {
			a.Do(http.MethodPost, at+"/questions", question("sist"), coordinator).Want(http.StatusCreated)
			first := a.Do(http.MethodPost, at+"/questions", question("forst", object{"position": 0}), coordinator).Want(http.StatusCreated)
			a.Do(http.MethodPost, at+"/questions", question("mitten", object{"position": 1}), coordinator).Want(http.StatusCreated)
			if got := keys(); got != "forst mitten sist" {
				t.Error(got)
			}
			a.Do(http.MethodPut, at+"/questions/"+first.ID(), question("forst", object{"position": 2}), coordinator, testkit.IfMatch(`"1"`)).Want(http.StatusOK)
			if got := keys(); got != "mitten sist forst" {
				t.Error(got)
			}
			a.Do(http.MethodPost, at+"/questions", question("sist"), coordinator).WantProblem(http.StatusConflict, "duplicate", "key")
		})
		a.Run(t, "lets a question depend only on one before it, and keeps what others depend on", func(t *testing.T) {
			on := object{"condition": object{"questionKey": "sist", "op": "is", "values": []string{"ja"}}}
			a.Do(http.MethodPost, at+"/questions", question("tidig", on, object{"position": 0}), coordinator).WantProblem(http.StatusUnprocessableEntity, "invalid", "condition.questionKey")
			a.Do(http.MethodPost, at+"/questions", question("sen", on, object{"position": 9}), coordinator).Want(http.StatusCreated)
			for _, q := range a.Get(at+"/questions", coordinator).Items() {
				if q["key"] == "sist" {
					a.Do(http.MethodDelete, at+"/questions/"+q["id"].(string), nil, coordinator, testkit.IfMatch(`"1"`)).WantProblem(http.StatusConflict, "inUse")
					a.Do(http.MethodPut, at+"/questions/"+q["id"].(string), question("sist", object{"position": 9}), coordinator, testkit.IfMatch(`"1"`)).WantProblem(http.StatusUnprocessableEntity, "invalid", "position")
				}
			}
		})
		a.Run(t, "can be tried, and keeps nothing of it", func(t *testing.T) {
			tried := a.Do(http.MethodPost, at+"/trials", object{"answers": object{"mitten": "ja", "sist": "ja", "forst": "kanske"}}, coordinator).Want(http.StatusOK).Object()
			if said, _ := json.Marshal(tried); tried["isWhole"] != false || !strings.Contains(string(said), `"answers.forst"`) || !strings.Contains(string(said), `"answers.sen"`) {
				t.Errorf("%s", said)
			}
			tried = a.Do(http.MethodPost, at+"/trials", object{"answers": object{"mitten": "ja", "sist": "nej", "forst": "ja"}}, coordinator).Want(http.StatusOK).Object()
			if tried["isWhole"] != true {
				t.Error(tried)
			}
		})
		a.Run(t, "loses nothing to a stale page", func(t *testing.T) {
			a.Do(http.MethodPut, at, round(object{"titleSv": "Ny titel"}), coordinator, testkit.IfMatch(`"1"`)).Want(http.StatusOK)
			a.Do(http.MethodPut, at, round(object{"titleSv": "Min titel"}), coordinator, testkit.IfMatch(`"1"`)).Want(http.StatusPreconditionFailed)
			a.Do(http.MethodPut, at, round(object{"sections": []object{}}), coordinator, testkit.IfMatch(`"2"`)).WantProblem(http.StatusUnprocessableEntity, "invalid", "sections")
		})
		a.Run(t, "is locked when it is opened, but for spelling and a later last day", func(t *testing.T) {
			put("/opening", object{}).Want(http.StatusOK)
			put("/opening", object{}).WantProblem(http.StatusConflict, "opened")
			a.Do(http.MethodPost, at+"/questions", question("ny"), coordinator).WantProblem(http.StatusConflict, "locked")
			put("", round(object{"isSensitive": true})).WantProblem(http.StatusConflict, "locked", "isSensitive")
			put("", round(object{"closesOn": "2027-01-01"})).WantProblem(http.StatusConflict, "locked", "closesOn")
			put("", round(object{"titleSv": "Rättad titel"})).Want(http.StatusOK)
			q := a.Get(at + "/questions").Want(http.StatusOK).Items()[0]
			one := at + "/questions/" + q["id"].(string)
			a.Do(http.MethodPut, one, question("mitten", object{"required": false}), coordinator, testkit.IfMatch(a.Get(one).ETag())).WantProblem(http.StatusConflict, "locked")
			a.Do(http.MethodPut, one, question("mitten", object{"textSv": "Ja, eller nej?"}), coordinator, testkit.IfMatch(a.Get(one).ETag())).Want(http.StatusOK)
			put("/closes-on", object{"closesOn": "2027-03-01"}).WantProblem(http.StatusUnprocessableEntity, "invalid", "closesOn")
			put("/closes-on", object{"closesOn": "2027-03-31"}).Want(http.StatusOK)
			a.Do(http.MethodDelete, at, nil, coordinator, testkit.IfMatch(a.Get(at, coordinator).ETag())).WantProblem(http.StatusConflict, "locked")
		})
		a.Run(t, "is read by everyone then, also on paper", func(t *testing.T) {
			open := a.Get(at).Want(http.StatusOK).Object()
			if open["takesAnswers"] != true || open["closesOn"] != "2027-03-31" {
				t.Error(open)
			}
			paper := string(a.Get(at + "/document").Want(http.StatusOK).Body)
			if !strings.Contains(paper, "Ja, eller nej?") || !strings.Contains(paper, `lang="sv"`) || strings.Contains(paper, "<script") {
				t.Error(paper)
			}
			if !strings.Contains(string(a.Get(at+"/document?lang=en").Want(http.StatusOK).Body), "Yes or no?") {
				t.Error("not in English")
			}
		})
		a.Run(t, "is closed by a person, and the next round is a copy with the same keys", func(t *testing.T) {
			put("/closing", object{}).Want(http.StatusOK)
			put("/closing", object{}).WantProblem(http.StatusConflict, "notOpen")
			next := a.Do(http.MethodPost, at+"/copies", object{"key": "prov-2028"}, coordinator).Want(http.StatusCreated).Object()
			if next["state"] != "draft" || next["followsId"] != made.ID() || next["closesOn"] != nil {
				t.Error(next)
			}
			before := keys()
			at = "/surveys/" + next["id"].(string)
			if keys() != before {
				t.Error(keys())
			}
			a.Do(http.MethodPost, "/surveys/"+made.ID()+"/copies", object{"key": "prov-2028"}, coordinator).WantProblem(http.StatusConflict, "duplicate", "key")
		})
	})
}

func TestARoundOfStaff(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")
		groups := []object{{"key": "alla", "nameSv": "Alla", "nameEn": "All", "size": 90}, {"key": "norr", "parentKey": "alla", "nameSv": "Norr", "nameEn": "North", "size": 40}}
		staff := round(object{"answering": "staff", "isSensitive": true, "groups": groups})

		a.Run(t, "has groups, each under one before it", func(t *testing.T) {
			a.Do(http.MethodPost, "/surveys", round(object{"groups": groups}), coordinator).WantProblem(http.StatusUnprocessableEntity, "invalid", "groups")
			upside := []object{groups[1], groups[0]}
			a.Do(http.MethodPost, "/surveys", round(object{"answering": "staff", "groups": upside}), coordinator).WantProblem(http.StatusUnprocessableEntity, "invalid", "groups[0].parentKey")
		})
		a.Run(t, "tells nothing of fewer than ten when it is sensitive", func(t *testing.T) {
			a.Do(http.MethodPost, "/surveys", round(object{"answering": "staff", "isSensitive": true, "threshold": 5}), coordinator).WantProblem(http.StatusUnprocessableEntity, "invalid", "threshold")
			made := a.Do(http.MethodPost, "/surveys", staff, coordinator).Want(http.StatusCreated).Object()
			if made["minGroup"] != float64(10) || len(made["groups"].([]any)) != 2 {
				t.Error(made)
			}
		})
		a.Run(t, "breaks down only by what everyone answers", func(t *testing.T) {
			by := object{"key": "prov-grupper", "dimensions": []object{{"key": "yrke", "nameSv": "Yrke", "nameEn": "Work", "questionKey": "yrke"}}}
			made := a.Do(http.MethodPost, "/surveys", round(staff, by), coordinator).Want(http.StatusCreated)
			at := "/surveys/" + made.ID()
			a.Do(http.MethodPost, at+"/questions", question("yrke", object{"required": false}), coordinator).Want(http.StatusCreated)
			a.Do(http.MethodPut, at+"/opening", object{}, coordinator, testkit.IfMatch(`"1"`)).WantProblem(http.StatusUnprocessableEntity, "invalid", "dimensions[0].questionKey")
		})
	})
}

func TestTheShippedQuestionnaire(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		made := a.Do(http.MethodPost, "/surveys", round(object{"fromTemplate": true}), a.As("coordinator")).Want(http.StatusCreated)

		questions := a.Get("/surveys/"+made.ID()+"/questions", a.As("coordinator")).Want(http.StatusOK).Items()

		if len(made.Object()["sections"].([]any)) != 4 || len(questions) < 15 || !strings.Contains(questions[0]["helpSvHtml"].(string), "<p>") {
			t.Error(len(questions))
		}
		a.Do(http.MethodPut, "/surveys/"+made.ID()+"/opening", object{}, a.As("coordinator"), testkit.IfMatch(`"1"`)).Want(http.StatusOK)
	})
}

func TestARoundBesideThePlan(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")
		made := a.Do(http.MethodPost, "/surveys", round(object{"planId": a.Plan(), "opensOn": "2027-02-01", "fromTemplate": true}), coordinator).Want(http.StatusCreated)
		told := func(as ...testkit.Option) int {
			n := 0
			for _, it := range a.Get("/timelines?limit=100&kind=survey&plan="+a.Plan(), as...).Want(http.StatusOK).Items() {
				if it["title"] == "Kartläggning 2027" {
					n++
				}
			}
			return n
		}

		a.Run(t, "is in the timeline for those who write it, and for all when it is open", func(t *testing.T) {
			if told() != 0 || told(coordinator) != 1 {
				t.Error(told(), told(coordinator))
			}
			a.Do(http.MethodPut, "/surveys/"+made.ID()+"/opening", object{}, coordinator, testkit.IfMatch(made.ETag())).Want(http.StatusOK)
			if told() != 1 {
				t.Error("it is open, and nobody is told")
			}
		})
		a.Run(t, "is what a decision concerns", func(t *testing.T) {
			in := object{"planId": a.Plan(), "key": "om-kartlaggning", "bodyId": a.Body("ks"), "title": "Kartläggningen görs om", "text": "Varje år.", "concerns": []object{{"type": "survey", "id": made.ID()}}}
			decided := a.Do(http.MethodPost, "/decisions", in, coordinator).Want(http.StatusCreated)
			if said := string(a.Get("/decisions?concernsType=survey&concerns=" + made.ID()).Want(http.StatusOK).Body); !strings.Contains(said, decided.ID()) || !strings.Contains(said, "Kartläggning 2027") {
				t.Error(said)
			}
			in["key"], in["concerns"] = "om-annat", []object{{"type": "survey", "id": a.Plan()}}
			a.Do(http.MethodPost, "/decisions", in, coordinator).WantProblem(http.StatusUnprocessableEntity, "invalid", "concerns[0].id")
		})
	})
}
