package responses_test

import (
	"strings"
	"testing"

	"envagin/api/testkit"
)

func TestWhatIsWrongIsNamed(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		for _, unit := range []string{"x", "01900000-0000-7000-8000-000000000000", a.Body("polisen"), a.Body("kf")} {
			a.Do(post, s.round+"/responses", object{"unitId": unit}, a.As("coordinator")).WantProblem(422, "invalid", "unitId")
		}
		a.Do(post, s.round+"/responses", object{"unitId": a.Body("aldrenamnden")}, a.As("contact")).WantProblem(422, "invalid", "unitId")
		a.Do(post, s.round+"/responses", object{"unitId": a.Body("ifn")}, a.As("reader")).WantProblem(403, "forbidden")
		at := s.start()
		for key, bad := range map[string][]any{
			"plan":    {"kanske", 3, []string{"ja"}, object{"ja": "nej"}},
			"parter":  {"ja", []string{"kanske"}, []string{"ja", "ja"}},
			"exempel": {3, "Hon heter 189001019802", "\x00", strings.Repeat("a", 100_000)},
		} {
			for _, value := range bad {
				s.write("contact", at, key, value).WantProblem(422, "invalid", "value")
			}
		}
		if p := s.write("contact", at, "exempel", "900101-9802"); strings.Contains(string(p.Body), "9802") {
			t.Error("the refusal holds the number:", string(p.Body))
		}
		contact := a.As("contact")
		a.Do(put, at+"/answers/plan", object{}, contact, testkit.IfMatch(`"0"`)).WantProblem(422, "invalid", "value")
		a.Do(put, at+"/answers/plan", object{"value": "ja"}, contact).WantProblem(428, "versionRequired")
		a.Do(put, at+"/answers/ingen", object{"value": "ja"}, contact, testkit.IfMatch(`"0"`)).WantProblem(404, "notFound")
		a.Get(at+"/answers/ingen", contact).WantProblem(404, "notFound")
		a.Get(s.round+"/responses/01900000-0000-7000-8000-000000000000", contact).WantProblem(404, "notFound")
		for field, bad := range map[string]string{"questionKey": "ingen", "text": "Ring 900101-9802"} {
			in := object{"questionKey": "plan", "text": "Hej"}
			in[field] = bad
			a.Do(post, at+"/comments", in, contact).WantProblem(422, "invalid", field)
		}
	})
}

func TestARoundThatIsNotOpenTakesNothing(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		in := object{"unitId": a.Body("centrum-mot-vald")}
		draft, staff := s.makeRound("utkast", "unit"), s.makeRound("medarbetare", "staff")
		a.Do(post, draft+"/responses", in, a.As("coordinator")).WantProblem(409, "notOpen")
		a.Do(post, draft+"/responses", in, a.As("contact")).WantProblem(404, "notFound")
		a.Do(post, staff+"/responses", in, a.As("coordinator")).WantProblem(409, "staffRound")
		at := s.start()
		s.write("contact", at, "plan", "nej").Want(200)

		s.verb("coordinator", s.round, "/closing", object{}).Want(200)

		s.write("contact", at, "plan", "ja").WantProblem(409, "closed")
		s.verb("manager", at, "/signature", object{}).WantProblem(409, "closed")
		s.verb("contact", at, "/writers", object{"userIds": []string{}}).WantProblem(409, "closed")
		a.Do(post, at+"/comments", object{"questionKey": "plan", "text": "Hej"}, a.As("contact")).WantProblem(409, "closed")
		a.Do(post, s.round+"/responses", object{"unitId": a.Body("ifn")}, a.As("officer")).WantProblem(409, "closed")
		if l := rels(a.Get(at, a.As("manager"))); l["write"] != nil || l["sign"] != nil {
			t.Error(l)
		}
		if value := a.Get(at+"/answers/plan", a.As("contact")).Want(200).Object()["value"]; value != "nej" {
			t.Error("what was written is lost:", value)
		}
	})
}
