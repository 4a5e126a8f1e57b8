package responses_test

import (
	"strings"
	"testing"

	"envagin/api/testkit"
)

func TestAUnitAnswersTogetherAndItsManagerSigns(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		var at string
		a.Run(t, "the contact person finds the unit and begins its answer", func(t *testing.T) {
			units := a.Get(s.round+"/units", a.As("contact")).Want(200).Items()
			if len(units) != 1 || units[0]["_links"].(object)["start"] == nil || units[0]["state"] != nil {
				t.Fatal(units)
			}
			at = s.start()
			units = a.Get(s.round+"/units", a.As("contact")).Want(200).Items()
			if units[0]["state"] != "draft" || !strings.HasSuffix(at, units[0]["responseId"].(string)) || units[0]["_links"].(object)["start"] != nil {
				t.Error(units)
			}
		})
		a.Run(t, "who begins it once more is told where it is", func(t *testing.T) {
			again := a.Do(post, s.round+"/responses", object{"unitId": a.Body("centrum-mot-vald")}, a.As("manager")).WantProblem(409, "exists", "unitId")
			if !strings.Contains(string(again.Body), `"detail":"`+at+`"`) {
				t.Error(string(again.Body))
			}
		})
		a.Run(t, "what is missing is told as one writes", func(t *testing.T) {
			whole := a.Get(at, a.As("manager")).Want(200)
			if text(whole, "missing") != "[plan]" || text(whole, "asked") != "[plan parter exempel]" || len(whole.Object()["answers"].([]any)) != 0 {
				t.Error(string(whole.Body))
			}
			s.write("contact", at, "plan", "ja").Want(200)
			whole = a.Get(at, a.As("manager")).Want(200)
			if text(whole, "missing") != "[hur]" || text(whole, "answered") != "1" {
				t.Error(string(whole.Body))
			}
			s.verb("manager", at, "/signature", object{}).WantProblem(422, "invalid")
		})
		a.Run(t, "the manager signs what was read, and nobody else does", func(t *testing.T) {
			s.write("manager", at, "hur", "Efter en **rutin**.").Want(200)
			read := text(a.Get(at, a.As("manager")).Want(200), "contentHash")
			s.write("contact", at, "hur", "Efter vår rutin.").Want(200)
			s.verb("manager", at, "/signature", object{"contentHash": read}).WantProblem(409, "changedMeanwhile")
			s.verb("contact", at, "/signature", object{}).WantProblem(403, "forbidden")
			s.verb("coordinator", at, "/signature", object{}).WantProblem(403, "forbidden")
			signed := s.verb("manager", at, "/signature", object{}).Want(200)
			if text(signed, "state") != "signed" || signed.Object()["signature"].(object)["contentHash"] != signed.Object()["contentHash"] {
				t.Error(string(signed.Body))
			}
			s.verb("manager", at, "/signature", object{}).WantProblem(409, "signed")
		})
		a.Run(t, "then nothing in it changes", func(t *testing.T) {
			s.write("contact", at, "hur", "Nytt.").WantProblem(409, "signed")
			a.Do(post, at+"/comments", object{"questionKey": "hur", "text": "Sent?"}, a.As("contact")).WantProblem(409, "signed")
			s.verb("contact", at, "/writers", object{"userIds": []string{}}).WantProblem(409, "signed")
			a.Do(remove, at, nil, a.As("coordinator"), testkit.IfMatch(a.Get(at, a.As("coordinator")).ETag())).WantProblem(409, "wasSigned")
			if l := rels(a.Get(at, a.As("manager"))); l["write"] != nil || l["sign"] != nil || l["reopen"] == nil || l["document"] == nil {
				t.Error(l)
			}
			if l := rels(a.Get(at+"/answers/hur", a.As("contact"))); l["edit"] != nil {
				t.Error(l)
			}
		})
		a.Run(t, "until it is reopened, with a reason", func(t *testing.T) {
			s.verb("contact", at, "/reopening", object{"reason": "Fel år"}).WantProblem(403, "forbidden")
			s.verb("manager", at, "/reopening", object{"reason": " "}).WantProblem(422, "invalid", "reason")
			open := s.verb("manager", at, "/reopening", object{"reason": "Fel år"}).Want(200)
			if text(open, "state") != "reopened" || open.Object()["signature"] != nil || open.Object()["reopened"].(object)["reason"] != "Fel år" {
				t.Error(string(open.Body))
			}
			s.verb("manager", at, "/reopening", object{"reason": "Igen"}).WantProblem(409, "notSigned")
			s.write("contact", at, "hur", "Efter rutinen från 2025.").Want(200)
			s.verb("manager", at, "/signature", object{}).Want(200)
		})
		a.Run(t, "it is printed with what was answered and its checksum", func(t *testing.T) {
			page := string(a.Get(at+"/document", a.As("manager")).Want(200).Body)
			hash := text(a.Get(at, a.As("manager")), "contentHash")
			for _, want := range []string{"<h1>Kartläggning: Centrum mot våld</h1>", "Fråga om plan", "<p>Ja</p>", "Efter rutinen från 2025.", "Inget svar", hash} {
				if !strings.Contains(page, want) {
					t.Errorf("%q is not in %s", want, page)
				}
			}
			if english := string(a.Get(at+"/document?lang=en", a.As("manager")).Want(200).Body); !strings.Contains(english, "<p>Yes</p>") || !strings.Contains(english, `lang="en"`) {
				t.Error(english)
			}
		})
	})
}

func TestWhatIsAnsweredAndNoLongerAskedIsTakenAwayBeforeItIsSigned(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		at := s.start()
		s.write("contact", at, "plan", "ja").Want(200)
		s.write("contact", at, "hur", "Efter en rutin.").Want(200)
		s.write("contact", at, "plan", "nej").Want(200)

		whole := s.Get(at, s.As("manager"))

		if text(whole, "stray") != "[hur]" || text(whole, "missing") != "[]" {
			t.Error(string(whole.Body))
		}
		s.verb("manager", at, "/signature", object{}).WantProblem(422, "invalid")
		s.write("contact", at, "hur", nil).Want(200)
		s.verb("manager", at, "/signature", object{}).Want(200)
	})
}

func TestWhoReadsAndWritesAUnitsAnswer(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		at := s.start()
		for role, want := range map[string]int{"officer": 200, "manager": 200, "coordinator": 200, "admin": 403, "reader": 403, "expert": 403, "partner": 403} {
			etag := testkit.IfMatch(`"0"`)
			if role != "admin" && want == 200 {
				etag = testkit.IfMatch(a.Get(at+"/answers/exempel", a.As(role)).Want(200).ETag())
			}
			a.Do(put, at+"/answers/exempel", object{"value": "Av " + role}, a.As(role), etag).Want(want)
		}
		a.Get(at, a.As("admin")).Want(200)
		for _, path := range []string{at, at + "/answers/plan", at + "/comments", at + "/document", at + "/description"} {
			a.Get(path, a.As("reader")).WantProblem(403, "forbidden")
			a.Get(path).WantProblem(401, "signInNeeded")
		}
		for role, want := range map[string]int{"coordinator": 1, "admin": 1, "officer": 1, "contact": 1, "reader": 0, "partner": 0} {
			if n := len(a.Get(s.round+"/responses", a.As(role)).Want(200).Items()); n != want {
				t.Errorf("%s lists %d", role, n)
			}
		}
		a.Get(s.round+"/responses").WantProblem(401, "signInNeeded")
		a.Get(s.round+"/units", a.As("reader")).WantProblem(403, "forbidden")
		if n := a.Get(s.round+"/units?limit=1", a.As("coordinator")).Want(200).Object()["_meta"].(object)["totalRecords"].(float64); n < 2 {
			t.Error("all units are the coordinator's:", n)
		}

		a.Run(t, "a colleague is let in by mail address, and out again", func(t *testing.T) {
			s.verb("contact", at, "/writers", object{"userIds": []string{}, "emails": []string{"nobody@demo.example"}}).WantProblem(422, "invalid", "emails[0]")
			s.verb("contact", at, "/writers", object{"userIds": []string{"x"}}).WantProblem(422, "invalid", "userIds[0]")
			s.verb("contact", at, "/writers", object{}).WantProblem(422, "invalid", "userIds")
			let := s.verb("contact", at, "/writers", object{"userIds": []string{}, "emails": []string{"Reader@demo.example"}}).Want(200)
			who := let.Object()["writers"].([]any)[0].(object)
			if who["name"] != "Demo: läsare" {
				t.Error(who)
			}
			s.write("reader", at, "plan", "nej").Want(200)
			if n := len(a.Get(s.round+"/responses", a.As("reader")).Want(200).Items()); n != 1 {
				t.Error(n)
			}
			s.verb("reader", at, "/writers", object{"userIds": []string{}}).WantProblem(403, "forbidden")
			s.verb("manager", at, "/writers", object{"userIds": []any{who["userId"]}}).Want(200)
			s.verb("manager", at, "/writers", object{"userIds": []string{}}).Want(200)
			a.Get(at, a.As("reader")).WantProblem(403, "forbidden")
		})
		a.Run(t, "the coordinator deletes what was begun by mistake", func(t *testing.T) {
			etag := testkit.IfMatch(a.Get(at, a.As("coordinator")).ETag())
			a.Do(remove, at, nil, a.As("contact"), etag).WantProblem(403, "forbidden")
			a.Do(remove, at, nil, a.As("coordinator"), etag).Want(204)
			a.Get(at, a.As("contact")).WantProblem(410, "gone")
			s.start()
		})
	})
}
