package app_test

import (
	"context"
	"fmt"
	"net/http"

	"envagin/api/platform/auth"
	"envagin/api/questions"
	"envagin/api/testkit"
)

// questionsToTry are a question that everyone reads, one that waits, and one for those who are signed in.
func (all things) questionsToTry(a *testkit.App) {
	a.T.Helper()
	for kind, part := range map[string]string{"own": "public", "others": "", "draft": "internal"} {
		own := all["own"]
		made := a.Do(http.MethodPost, "/council-questions", object{"title": "Prov", "question": "**Prov**", "askedByBodyId": own["bodyId"], "meetingId": own["council-meetings"],
			"violenceAreaIds": []string{own["violence-areas"]}, "neededBy": "2040-01-01", "lang": "en"}, a.As("coordinator")).Want(201)
		at := "/council-questions/" + made.ID()
		all[kind]["council-questions"] = made.ID()
		if part == "" {
			continue
		}
		answered := a.Do(http.MethodPut, at+"/answer", object{"answer": "Prov", "links": []object{{"title": "Prov", "url": "https://example.org"}}}, a.As("expert"), testkit.IfMatch(made.ETag())).Want(200)
		a.Do(http.MethodPut, at+"/publication", object{"part": part}, a.As("expert"), testkit.IfMatch(answered.ETag())).Want(200)
	}
}

// fillQuestions makes enough questions for their lists to be long, some of which wait too long.
func fillQuestions(a *testkit.App) {
	a.T.Helper()
	now := a.Clock.Now()
	var asking []auth.User
	for _, role := range []auth.RoleName{auth.Coordinator, auth.Secretary} {
		id := a.Get("/users/me", a.As(string(role))).Want(200).ID()
		asking = append(asking, auth.User{ID: id, Roles: []auth.Role{{Name: role}}})
	}
	a.Clock.Set(now.AddDate(0, 0, -40)) // by the service: signing in is bounded by the clock
	for n := range 10 {
		if _, err := a.Questions.Ask(context.Background(), asking[n%2], questions.Question{Title: fmt.Sprintf("Fråga %d", n), Text: "Prov", Lang: "sv"}); err != nil {
			a.T.Fatal(err)
		}
	}
	a.Clock.Set(now)
}
