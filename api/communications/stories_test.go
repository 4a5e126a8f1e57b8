package communications_test

import (
	"net/http"
	"strings"
	"testing"

	"envagin/api/testkit"
)

type object = map[string]any

func day(on, precision string) object { return object{"day": on, "precision": precision} }

// input is what an editor would plan to tell.
func input(a *testkit.App, more ...object) object {
	in := object{"planId": a.Plan(), "activityId": a.Activity("1.4"), "message": "Nu finns en väg in till allt stöd.\nSidan är öppen för alla.", "audience": "Alla som bor i Umeå",
		"direction": "outward", "channel": "Webbplatsen", "date": day("2026-11-20", "day"), "responsibleBodyId": a.Body("ks")}
	for _, m := range more {
		for field, value := range m {
			in[field] = value
		}
	}
	return in
}

func TestTellingOfTheWork(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		editor := a.As("editor")
		made := a.Do(http.MethodPost, "/communications", input(a), editor).Want(http.StatusCreated)
		at := "/communications/" + made.ID()
		state := func() string { return a.Get(at, editor).Want(http.StatusOK).Object()["state"].(string) }

		a.Run(t, "is late when its day has passed, and done when somebody says so", func(t *testing.T) {
			if s := state(); s != "late" {
				t.Error(s)
			}
			first := testkit.IfMatch(`"1"`)
			a.Do(http.MethodPut, at, input(a, object{"date": day("2026-11-01", "month")}), editor, first).Want(http.StatusOK)
			if s := state(); s != "planned" { // November is not over
				t.Error(s)
			}
			a.Do(http.MethodPut, at, input(a, object{"doneOn": "2026-11-23"}), editor, first).Want(http.StatusPreconditionFailed)
			a.Do(http.MethodPut, at, input(a, object{"doneOn": "2026-11-24"}), editor, testkit.IfMatch(`"2"`)).WantProblem(http.StatusUnprocessableEntity, "invalid", "doneOn")
			a.Do(http.MethodPut, at, input(a, object{"doneOn": "2026-11-23"}), editor, testkit.IfMatch(`"2"`)).Want(http.StatusOK)
			if s := state(); s != "done" {
				t.Error(s)
			}
		})
		a.Run(t, "is found by day, way, state, body and activity, and what has no day stands last", func(t *testing.T) {
			a.Do(http.MethodPost, "/communications", input(a, object{"message": "Utan dag", "direction": "inward", "date": nil}), editor).Want(http.StatusCreated)
			a.Do(http.MethodPost, "/communications", input(a, object{"message": "I december", "date": day("2026-12-01", "month"), "activityId": nil, "responsibleBodyId": a.Body("ifn")}), editor).Want(http.StatusCreated)
			for query, want := range map[string]string{
				"": "Nu I december Utan", "?direction=inward": "Utan", "?state=done": "Nu", "?state=planned": "I december Utan", "?state=late": "",
				"?body=" + a.Body("ifn"): "I december", "?activity=" + a.Activity("1.4"): "Nu Utan", "?from=2026-12-15": "I december", "?to=2026-11-30": "Nu",
			} {
				var got []string
				for _, it := range a.Get("/communications"+query, editor).Want(http.StatusOK).Items() {
					message := it["message"].(string)
					got = append(got, map[string]string{"N": "Nu", "I": "I december", "U": "Utan"}[message[:1]])
				}
				if strings.Join(got, " ") != want {
					t.Errorf("%q gives %v, not %s", query, got, want)
				}
			}
			about := a.Get(at, editor).Object()["activity"].(object)
			if about["code"] != "1.4" || about["title"] == "" {
				t.Error(about)
			}
		})
		a.Run(t, "leaves a history, and a tombstone when it is taken away", func(t *testing.T) {
			a.Get("/histories/communication/"+made.ID(), a.As("coordinator")).Want(http.StatusOK)
			a.Get("/histories/communication/"+made.ID(), a.As("partner")).Want(http.StatusNotFound)
			a.Do(http.MethodDelete, at, nil, editor, testkit.IfMatch(`"3"`)).Want(http.StatusNoContent)
			a.Get(at, editor).Want(http.StatusGone)
		})
	})
}

func TestOnlyThoseWhoWorkWithThePlanReadHowItIsTold(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		const timeline = "/timelines?limit=100&from=2026-11-01&to=2026-11-30"
		outsiders := []string{"", "reader", "partner"}
		before := map[string]string{}
		for _, role := range outsiders {
			before[role] = a.Get(timeline, a.As(role)).Want(http.StatusOK).ETag()
		}
		a.Get(timeline, a.As("officer")).Want(http.StatusOK)

		made := a.Do(http.MethodPost, "/communications", input(a), a.As("coordinator")).Want(http.StatusCreated)

		holds := func(text []byte) bool { return strings.Contains(string(text), "en väg in till allt stöd") }
		for _, role := range outsiders {
			got := a.Get(timeline, a.As(role)).Want(http.StatusOK)
			if holds(got.Body) || strings.Contains(string(got.Body), made.ID()) {
				t.Errorf("%q reads it in the timeline", role)
			}
			if got.ETag() != before[role] {
				t.Errorf("%q is told that something changed", role)
			}
			if holds(a.Get("/timelines/calendar", a.As(role)).Body) {
				t.Errorf("%q reads it in the calendar", role)
			}
		}
		found := false
		for _, it := range a.Get(timeline+"&kind=communication", a.As("officer")).Want(http.StatusOK).Items() {
			found = found || it["title"] == "Nu finns en väg in till allt stöd. …" && it["isManual"] == false
		}
		if !found {
			t.Error("an officer does not see it in the timeline")
		}
	})
}

func TestWhatNoCommunicationCanSay(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		nowhere := "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a99"
		for field, bad := range map[string][]any{
			"planId": {nowhere, "x"}, "activityId": {nowhere, "x"}, "message": {"", strings.Repeat("x", 2001), "\x00", "Ring 19121212-1212"}, "audience": {"", "a\nb"},
			"direction": {"", "sideways"}, "channel": {strings.Repeat("x", 201)}, "date.day": {}, "responsibleBodyId": {nowhere}, "doneOn": {"2026-11-24", "2026-13-01"}, "lang": {"de"},
		} {
			for _, value := range bad {
				a.Do(http.MethodPost, "/communications", input(a, object{field: value}), a.As("editor")).WantProblem(http.StatusUnprocessableEntity, "invalid", field)
			}
		}
		draft := a.Do(http.MethodPost, "/plans", object{"key": "utkast", "name": "Utkast", "status": "draft", "rootBodyId": a.Body("kf")}, a.As("coordinator")).Want(http.StatusCreated).ID()
		a.Do(http.MethodPost, "/communications", input(a, object{"planId": draft}), a.As("coordinator")).WantProblem(http.StatusUnprocessableEntity, "invalid", "activityId")
		made := a.Do(http.MethodPost, "/communications", input(a, object{"planId": draft, "activityId": nil}), a.As("coordinator")).Want(http.StatusCreated)
		a.Get("/communications/"+made.ID(), a.As("officer")).Want(http.StatusNotFound)
	})
}
