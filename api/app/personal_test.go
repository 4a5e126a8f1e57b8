package app_test

import (
	"net/http"
	"strings"
	"testing"

	"envagin/api/testkit"
)

func TestWhatIsHeldOnAPersonIsTakenOutAndErasedWhole(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		officer := a.Get("/users/me", a.As("officer")).ID()
		at := "/users/" + officer + "/personal-data"
		report := object{"bodyId": a.Body("ifn"), "state": "onTrack", "done": "Prov"}
		activity := "/activities/" + a.Activity("2.2")
		a.Do(http.MethodPost, activity+"/reports", report, a.As("officer"), testkit.Header("Idempotency-Key", "a-key-of-the-officer")).Want(http.StatusCreated)

		a.Run(t, "by parts, each with what it holds", func(t *testing.T) {
			var data struct{ Pieces []struct{ Name string } }
			got := a.Get(at, a.As("officer")).Want(http.StatusOK)
			got.Into(&data)

			var names []string
			for _, p := range data.Pieces {
				names = append(names, p.Name)
			}
			if text := strings.Join(names, " "); text != "secondFactors federatedIdentities referenceMembers councilMandates councilMeetings councilQuestions responses traces requests" {
				t.Error(text)
			}
			for _, want := range []string{`"objectType":"report"`, `"methodPath":"POST /api/v1` + activity} {
				if !strings.Contains(string(got.Body), want) {
					t.Errorf("%s is not in %s", want, got.Body)
				}
			}
		})
		a.Run(t, "and is gone afterwards, but for what was done in the role", func(t *testing.T) {
			etag := a.Get(at, a.As("admin")).Want(http.StatusOK).ETag()
			a.Do(http.MethodDelete, at, nil, a.As("admin"), testkit.IfMatch(etag)).Want(http.StatusNoContent)

			left := string(a.Get(at, a.As("admin")).Want(http.StatusOK).Body)
			if strings.Contains(left, "officer@demo") || strings.Contains(left, "methodPath") || !strings.Contains(left, `"objectType":"report"`) {
				t.Error(left)
			}
			if reports := a.Get(activity + "/reports").Items(); len(reports) == 0 {
				t.Error("the report is gone")
			}
		})
	})
}
