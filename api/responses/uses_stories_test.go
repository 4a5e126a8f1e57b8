package responses_test

import (
	"strings"
	"testing"

	"envagin/api/testkit"
)

func TestASignedAnswerBecomesSomethingThatLeadsBackToIt(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		draft := s.start()
		example := object{"questionKey": "exempel", "kind": "goodExample", "text": "Ett samtal i veckan med skolan."}
		a.Do(post, draft+"/uses", example, a.As("coordinator")).WantProblem(409, "notSigned")
		a.Do(remove, draft, nil, a.As("coordinator"), testkit.IfMatch(a.Get(draft, a.As("coordinator")).ETag())).Want(204)
		at := s.signed()
		a.Do(post, at+"/uses", example, a.As("manager")).WantProblem(403, "forbidden")

		made := a.Do(post, at+"/uses", example, a.As("coordinator")).Want(201)

		a.Run(t, "with what the answer said then, whatever it says later", func(t *testing.T) {
			s.verb("manager", at, "/reopening", object{"reason": "Fler skolor"}).Want(200)
			s.write("contact", at, "exempel", "Vi ringer fler.").Want(200)
			used := a.Get(s.round+"/uses", a.As("coordinator")).Want(200).Items()[0]
			if used["value"] != "Vi ringer skolan varje måndag." || used["unitNames"].(object)["sv"] != "Centrum mot våld" {
				t.Error(used)
			}
			back := used["_links"].(object)["answer"].(object)["href"].(string)
			if !strings.HasSuffix(back, at+"/answers/exempel") {
				t.Error(back)
			}
			s.verb("manager", at, "/signature", object{}).Want(200)
		})
		a.Run(t, "a proposal stands in the plan, to be confirmed", func(t *testing.T) {
			proposal := object{"questionKey": "exempel", "kind": "proposedActivity", "text": "Alla enheter ringer sin skola.",
				"activity": object{"planId": a.Plan(), "code": "2.91", "part": 2, "title": "Samtal med skolan"}}
			used := a.Do(post, at+"/uses", proposal, a.As("coordinator")).Want(201).Object()
			activity := a.Get("/activities/" + used["activityId"].(string)).Want(200).Object()
			if activity["title"] != "Samtal med skolan" || activity["source"] != "interpretation" || activity["description"] != proposal["text"] {
				t.Error(activity)
			}
			proposal["activity"] = object{"planId": a.Plan(), "code": "2.91", "part": 2, "title": ""}
			a.Do(post, at+"/uses", proposal, a.As("coordinator")).WantProblem(422, "invalid", "activity.title")
			proposal["activity"], proposal["kind"] = object{"planId": a.Plan(), "code": "2.92", "part": 2, "title": "x"}, "need"
			a.Do(post, at+"/uses", proposal, a.As("coordinator")).WantProblem(422, "invalid", "activity")
		})
		a.Run(t, "by kind, for the coordinator and for the unit itself", func(t *testing.T) {
			if n := len(a.Get(s.round+"/uses?kind=goodExample", a.As("coordinator")).Want(200).Items()); n != 1 {
				t.Error(n)
			}
			if n := len(a.Get(s.round+"/uses", a.As("contact")).Want(200).Items()); n != 2 {
				t.Error(n)
			}
			if n := len(a.Get(s.round+"/uses", a.As("reader")).Want(200).Items()); n != 0 {
				t.Error(n)
			}
			a.Get(s.round+"/uses").WantProblem(401, "signInNeeded")
		})
		a.Run(t, "and is taken back", func(t *testing.T) {
			a.Do(remove, at+"/uses/"+made.ID(), nil, a.As("coordinator"), testkit.IfMatch(made.ETag())).Want(204)
			if n := len(a.Get(s.round+"/uses?kind=goodExample", a.As("coordinator")).Items()); n != 0 {
				t.Error(n)
			}
		})
		for field, bad := range map[string]any{"kind": "idea", "text": "Om 900101-9802", "questionKey": "ingen"} {
			in := object{"questionKey": "exempel", "kind": "need", "text": "Text"}
			in[field] = bad
			a.Do(post, at+"/uses", in, a.As("coordinator")).WantProblem(422, "invalid", field)
		}
		a.Do(post, at+"/uses", object{"questionKey": "parter", "kind": "need", "text": "Text"}, a.As("coordinator")).WantProblem(409, "notAnswered")
	})
}

func TestAUnitsDescriptionIsPublicOnceSomebodyElseHasReadIt(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		at, public := s.signed()+"/description", "/units/"+a.Body("centrum-mot-vald")+"/description"
		a.Get(public).WantProblem(404, "notFound")
		begun := a.Get(at, a.As("contact")).Want(200)
		if text(begun, "state") != "notWritten" || text(begun, "suggestion") != "### Fråga om exempel\n\nVi ringer skolan varje måndag." {
			t.Error(string(begun.Body))
		}

		s.verb("contact", at, "", object{"text": "Vi möter **alla**."}).Want(200)

		a.Run(t, "it waits until the coordinator approves", func(t *testing.T) {
			a.Get(public).WantProblem(404, "notFound")
			s.verb("manager", at, "/review", object{"outcome": "approve"}).WantProblem(403, "forbidden")
			s.verb("coordinator", at, "/review", object{"outcome": "return"}).WantProblem(422, "invalid", "reason")
			s.verb("coordinator", at, "/review", object{"outcome": "approve"}).Want(200)
			if read := a.Get(public).Want(200).Object(); read["html"] != "<p>Vi möter <strong>alla</strong>.</p>\n" && read["html"] != "<p>Vi möter <strong>alla</strong>.</p>" {
				t.Error(read)
			}
			s.verb("coordinator", at, "/review", object{"outcome": "approve"}).WantProblem(409, "notWaiting")
		})
		a.Run(t, "what was approved stays while a new text is read", func(t *testing.T) {
			s.verb("contact", at, "", object{"text": "Vi möter alla, varje dag."}).Want(200)
			if read := a.Get(public).Want(200).Object(); read["text"] != "Vi möter **alla**." {
				t.Error(read)
			}
			returned := s.verb("coordinator", at, "/review", object{"outcome": "return", "reason": "Också på helger?"}).Want(200)
			if text(returned, "state") != "returned" || text(returned, "reason") != "Också på helger?" || returned.Object()["publicOn"] == nil {
				t.Error(string(returned.Body))
			}
		})
		a.Run(t, "nobody approves their own text", func(t *testing.T) {
			s.verb("coordinator", at, "", object{"text": "Vi möter alla, alla vardagar."}).Want(200)
			if l := rels(a.Get(at, a.As("coordinator"))); l["approve"] != nil || l["review"] == nil {
				t.Error(l)
			}
			s.verb("coordinator", at, "/review", object{"outcome": "approve"}).WantProblem(409, "ownText")
		})
		a.Run(t, "what is public is taken down, with a reason", func(t *testing.T) {
			s.verb("coordinator", at, "/review", object{"outcome": "takeDown", "reason": "Enheten flyttar"}).Want(200)
			a.Get(public).WantProblem(404, "notFound")
			s.verb("coordinator", at, "/review", object{"outcome": "takeDown", "reason": "Igen"}).WantProblem(409, "notPublic")
		})
		s.verb("contact", at, "", object{"text": "Ring 900101-9802"}).WantProblem(422, "invalid", "text")
		a.Do(put, at, object{"text": "x"}, a.As("contact"), testkit.IfMatch(`"1"`)).WantProblem(412, "stale")
	})
}
