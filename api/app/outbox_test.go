package app_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"envagin/api/app"
	"envagin/api/platform/day"
	"envagin/api/testkit"
)

// Who is invited to a demo is not signed in yet, and must find the letter.
func TestInADemoEverybodyReadsTheLetters(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		if n := len(a.Get("/outbox-messages").Want(200).Items()); n != 0 {
			t.Fatalf("%d letters before any was written", n)
		}

		first, _ := keptToTry(a, 1)
		a.Later(time.Second)
		a.Do("POST", "/users", object{"email": "ny@demo.example", "name": "Ny", "lang": "sv", "active": true, "protected": false,
			"roles": []object{{"role": "reader"}}}, a.As("coordinator")).Want(201)
		a.Drain()

		letters := a.Get("/outbox-messages").Want(200).Items()
		if len(letters) != 2 || letters[1]["id"] != first || letters[0]["recipient"] != "ny@demo.example" {
			t.Fatalf("%v", letters)
		}
		one := a.Get("/outbox-messages/" + first).Want(200)
		if text := one.Object(); text["text"] != letterToTry.Text || text["subject"] != letterToTry.Subject || one.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%v", text)
		}
		for _, unknown := range []string{"x", "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11", "%00"} {
			a.Get("/outbox-messages/"+unknown).WantProblem(404, "notFound")
		}
		a.Get("/outbox-messages?limit=101").WantProblem(400, "invalidParameter", "limit")
	})
}

func TestOutsideADemoThereIsNoOutbox(t *testing.T) {
	t.Parallel()
	for _, dialect := range testkit.Dialects() {
		config := app.Config{Database: testkit.NewDatabase(t, dialect), BaseURL: "http://localhost:8080", CheapPasswords: true}
		a, err := app.NewAt(context.Background(), config, slog.New(slog.DiscardHandler), day.Fixed(testkit.Now))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(a.Close)
		for _, path := range []string{"/outbox-messages", "/outbox-messages/0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"} {
			answer := httptest.NewRecorder()
			a.Handler().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/api/v1"+path, nil))
			if answer.Code != http.StatusNotFound {
				t.Errorf("%s: %d", path, answer.Code)
			}
		}
	}
}
