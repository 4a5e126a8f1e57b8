package responses_test

import (
	"strings"
	"testing"

	"envagin/api/testkit"
)

func TestAUnitsAnswerOutlivesWhoWroteIt(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		at := s.start()
		s.verb("contact", at, "/writers", object{"userIds": []string{}, "emails": []string{"reader@demo.example"}}).Want(200)
		s.write("contact", at, "plan", "nej").Want(200)
		a.Do(post, at+"/comments", object{"questionKey": "plan", "text": "Stämmer det?"}, a.As("contact")).Want(201)
		s.verb("manager", at, "/signature", object{}).Want(200)
		contact := "/users/" + a.Get("/users/me", a.As("contact")).ID() + "/personal-data"
		manager := "/users/" + a.Get("/users/me", a.As("manager")).ID() + "/personal-data"
		reader := "/users/" + a.Get("/users/me", a.As("reader")).ID() + "/personal-data"
		data := a.Get(contact, a.As("admin")).Want(200)
		for _, want := range []string{"Stämmer det?", `"questionKey":"plan"`, "lastWrote"} {
			if !strings.Contains(string(data.Body), want) {
				t.Errorf("%s is not taken out: %s", want, data.Body)
			}
		}

		for _, person := range []string{contact, manager, reader} {
			a.Do(remove, person, nil, a.As("admin"), testkit.IfMatch(a.Get(person, a.As("admin")).ETag())).Want(204)
		}

		whole := a.Get(at, a.As("coordinator")).Want(200)
		if strings.Contains(string(whole.Body), "Demo:") || len(whole.Object()["writers"].([]any)) != 0 {
			t.Error("somebody is still named:", string(whole.Body))
		}
		if by := whole.Object()["signature"].(object)["by"].(object); by["role"] != "manager" || by["userId"] != nil {
			t.Error(by)
		}
		if left := string(a.Get(contact, a.As("admin")).Want(200).Body); strings.Contains(left, "Stämmer det?") {
			t.Error("still tied to the person:", left)
		}
	})
}

func TestTheDemoShowsUnitsAtDifferentStages(t *testing.T) {
	t.Parallel()
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		round := "/surveys/" + a.Get("/surveys?answering=unit&state=open").Want(200).Items()[0]["id"].(string)
		states := map[any]int{}
		for _, r := range a.Get(round+"/responses", a.As("coordinator")).Want(200).Items() {
			states[r["state"]]++
		}
		if states["signed"] != 2 || states["draft"] != 2 {
			t.Error(states)
		}
		mine := a.Get(round+"/units", a.As("contact")).Want(200).Items()
		whole := a.Get(round+"/responses/"+mine[0]["responseId"].(string), a.As("contact")).Want(200).Object()
		if whole["state"] != "draft" || len(whole["comments"].([]any)) != 1 || len(whole["missing"].([]any)) == 0 {
			t.Error(whole["state"], whole["comments"], whole["missing"])
		}
		if n := len(a.Get(round+"/uses", a.As("coordinator")).Want(200).Items()); n != 1 {
			t.Error(n)
		}
		a.Get("/units/" + a.Body("ifn") + "/description").Want(200)
	})
}
