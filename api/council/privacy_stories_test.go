package council_test

import (
	"strings"
	"testing"

	"envagin/api/testkit"
)

// Who sits in the council is named where the person allows it, and to those who
// work with them.
func TestWhoSitsThereIsNamedAsThePersonAllows(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		m := s.appoint("centrum-mot-vald", "member@demo.example", "2026-01-01", "").Want(201).ID()
		const name, address = "Demo: rådsledamot", "member@demo.example"
		pages := []string{"/council-seats?limit=100", "/council-seats/" + s.seatID("centrum-mot-vald"),
			"/council-seats/" + s.seatID("centrum-mot-vald") + "/members", "/council-members", "/council-members/" + m}
		// sees tells on how many of the pages somebody reads the text.
		sees := func(role, text string) (n int) {
			t.Helper()
			for _, page := range pages {
				n += strings.Count(string(s.Get(page, s.As(role)).Want(200).Body), text)
			}
			return n
		}
		profile := func(change object) {
			t.Helper()
			p := s.Get("/users/me/profile", s.As("member")).Want(200)
			in := object{"name": name, "title": "Enhetschef", "phone": "090-16 00 00", "lang": "sv", "publicName": false, "publicEmail": false, "publicPhone": false, "protected": false}
			for field, value := range change {
				in[field] = value
			}
			s.Do("PUT", "/users/me/profile", in, s.As("member"), testkit.IfMatch(p.ETag())).Want(200)
		}

		s.Run(t, "colleagues and the officer who appoints see the name, others do not", func(t *testing.T) {
			for role, want := range map[string]int{"": 0, "reader": 0, "partner": 0, "editor": 0, "contact": 0,
				"officer": 5, "coordinator": 5, "admin": 5, "secretary": 5, "member": 5, "expert": 5, "steering": 5} {
				if got := sees(role, name); got != want {
					t.Errorf("%q reads the name on %d pages", role, got)
				}
			}
			if sees("", "userId") != 0 || sees("reader", address) != 0 || sees("secretary", address) != 3 {
				t.Error("the account or the address is shown wrongly")
			}
		})
		s.Run(t, "a machine reads what everyone reads", func(t *testing.T) {
			got := s.Get("/council-members", testkit.WithKey(s.Key("region-vasterbotten", testkit.AllScopes()...))).Want(200)
			if strings.Contains(string(got.Body), name) || len(got.Items()) != 1 {
				t.Errorf("%s", got.Body)
			}
		})
		s.Run(t, "everyone does once the person says so, also from the cache", func(t *testing.T) {
			profile(object{"publicName": true})
			if sees("", name) != 5 || sees("", address) != 0 {
				t.Error("the name is not shown, or the address is")
			}
			profile(object{"publicName": true, "publicEmail": true})
			if sees("", address) != 3 {
				t.Error("the address is not shown")
			}
			profile(nil)
			if sees("", name) != 0 {
				t.Error("the name is shown still")
			}
		})
		s.Run(t, "of a protected person there is no name anywhere, for nobody", func(t *testing.T) {
			profile(object{"protected": true})
			for _, role := range []string{"", "officer", "coordinator", "admin", "secretary", "expert"} {
				if sees(role, name) != 0 || sees(role, address) != 0 {
					t.Errorf("%q reads who it is", role)
				}
			}
			places := []string{"/histories/councilSeat/" + s.seatID("centrum-mot-vald"), "/audit-events?objectType=councilMember", "/timelines?kind=mandate", "/timelines/calendar"}
			for _, place := range places {
				if text := string(s.Get(place, s.As("admin")).Want(200).Body); strings.Contains(text, name) || strings.Contains(text, address) {
					t.Errorf("%s tells who it is", place)
				}
			}
		})
		s.Run(t, "one's own mandates are one's own", func(t *testing.T) {
			if n := len(s.Get("/council-members?person=me", s.As("member")).Want(200).Items()); n != 1 {
				t.Errorf("the member has %d mandates", n)
			}
			if n := len(s.Get("/council-members?person=me", s.As("reader")).Want(200).Items()); n != 0 {
				t.Errorf("the reader has %d mandates", n)
			}
			s.Get("/council-members?person=me").WantProblem(401, "signInNeeded")
			s.Get("/council-members?person="+s.Plan()).WantProblem(400, "invalidParameter", "person")
		})
	})
}

func TestWhoIsForgottenLeavesTheSeatAndItsHistory(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		s.appoint("centrum-mot-vald", "reader@demo.example", "2020-01-01", "2021-12-31").Want(201)
		s.appoint("centrum-mot-vald", "reader@demo.example", "2026-01-01", "2027-12-31").Want(201)
		s.appoint("socialt-ansvariga-samordnare", "reader@demo.example", "2028-01-01", "").Want(201)
		at := "/users/" + s.me("reader")["id"].(string) + "/personal-data"

		s.Run(t, "the person takes out what they held", func(t *testing.T) {
			got := string(s.Get(at, s.As("reader")).Want(200).Body)
			for _, want := range []string{`"councilMandates"`, `"seat":"Centrum mot våld"`, `"from":"2020-01-01"`, `"from":"2028-01-01"`} {
				if !strings.Contains(got, want) {
					t.Errorf("%s is not in %s", want, got)
				}
			}
		})
		s.Run(t, "and leaves mandates without a name", func(t *testing.T) {
			s.Do("DELETE", at, nil, s.As("admin"), testkit.IfMatch(s.Get(at, s.As("admin")).ETag())).Want(204)

			history := s.Get("/council-seats/"+s.seatID("centrum-mot-vald")+"/members", s.As("coordinator")).Want(200)
			if items := history.Items(); len(items) != 2 || items[0]["to"] != "2026-11-23" || items[1]["to"] != "2021-12-31" || strings.Contains(string(history.Body), "läsare") {
				t.Errorf("%s", history.Body)
			}
			if n := len(s.Get("/council-seats/" + s.seatID("socialt-ansvariga-samordnare") + "/members").Items()); n != 0 {
				t.Error("what had not begun is there still")
			}
		})
	})
}
