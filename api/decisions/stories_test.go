package decisions_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"envagin/api/testkit"
)

type object = map[string]any

// input is the commission of 2016, as a secretary would enter it anew.
func input(a *testkit.App, key string, more ...object) object {
	in := object{"planId": a.Plan(), "key": key, "bodyId": a.Body("ifn"), "date": object{"day": "2026-10-14", "precision": "day"},
		"registrationNumber": "IFN-2026/00123 § 84", "title": "Nämnden tar ställning till skyddat boende", "text": "Nämnden beslutar att **utreda** frågan.",
		"motions": []object{}, "reservations": []object{}, "concerns": []object{{"type": "activity", "id": a.Activity("2.5")}}}
	for _, m := range more {
		for field, value := range m {
			in[field] = value
		}
	}
	return in
}

func TestADecisionThatMustNotBeForgotten(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		secretary := a.As("secretary")
		made := a.Do(http.MethodPost, "/decisions", input(a, "skyddat-boende", object{
			"motions":      []object{{"movedBy": "V", "text": "Utredningen omfattar också barn.", "outcome": "rejected"}},
			"reservations": []object{{"by": "V", "text": "Till förmån för eget yrkande."}},
			"reportBack":   object{"day": "2026-11-01", "precision": "month"}}), secretary).Want(http.StatusCreated)
		at := "/decisions/" + made.ID()

		a.Run(t, "needs no motions, reservations or anything that it concerns", func(t *testing.T) {
			plain := a.Do(http.MethodPost, "/decisions", object{"planId": a.Plan(), "key": "enkelt", "bodyId": a.Body("ifn"), "title": "Nämnden noterar", "text": "Nämnden noterar."}, secretary).Want(http.StatusCreated)
			a.Do(http.MethodDelete, "/decisions/"+plain.ID(), nil, secretary, testkit.IfMatch(plain.ETag())).Want(http.StatusNoContent)
		})
		a.Run(t, "is read by everyone, with what was moved and who did not agree", func(t *testing.T) {
			var d struct {
				TextHTML     string
				Motions      []struct{ MovedBy, Outcome string }
				Reservations []struct{ By string }
				Titles       []struct{ Code, Title string }
				IsOpen       bool
			}
			a.Get(at).Want(http.StatusOK).Into(&d)
			if strings.TrimSpace(d.TextHTML) != "<p>Nämnden beslutar att <strong>utreda</strong> frågan.</p>" {
				t.Error(d.TextHTML)
			}
			if len(d.Motions) != 1 || d.Motions[0].Outcome != "rejected" || len(d.Reservations) != 1 || d.Reservations[0].By != "V" {
				t.Errorf("%+v", d)
			}
			if len(d.Titles) != 1 || d.Titles[0].Code != "2.5" || d.Titles[0].Title == "" || !d.IsOpen {
				t.Errorf("%+v", d)
			}
		})
		a.Run(t, "stands where it is looked for: at the activity, at the board, among the open ones and in the timeline", func(t *testing.T) {
			for _, query := range []string{"concerns=" + a.Activity("2.5"), "body=" + a.Body("ifn") + "&from=2026-01-01", "open=true&from=2026-01-01"} {
				items := a.Get("/decisions?" + query).Want(http.StatusOK).Items()
				if len(items) != 1 || items[0]["id"] != made.ID() {
					t.Errorf("%s gives %d", query, len(items))
				}
			}
			for _, query := range []string{"concerns=" + a.Activity("2.2"), "body=" + a.Body("ks"), "to=2015-12-31"} {
				if items := a.Get("/decisions?" + query).Want(http.StatusOK).Items(); len(items) != 0 {
					t.Errorf("%s gives %d", query, len(items))
				}
			}
			days := map[string]string{}
			for _, it := range a.Get("/timelines?limit=100&from=2026-10-01&to=2026-12-31").Items() {
				if strings.HasSuffix(it["id"].(string), made.ID()) {
					days[it["kind"].(string)] = it["date"].(object)["day"].(string)
				}
			}
			if days["decision"] != "2026-10-14" || days["reportDue"] != "2026-11-01" {
				t.Errorf("the timeline has %v", days)
			}
		})
		a.Run(t, "is late when the time for reporting back has passed, and closed when it has been done", func(t *testing.T) {
			if a.Get(at).Object()["isLate"] != false { // November is not over
				t.Error("it is late already")
			}
			a.Later(10 * 24 * time.Hour)
			if a.Get(at).Object()["isLate"] != true {
				t.Error("it is not late in December")
			}
			in := input(a, "skyddat-boende", object{"reportBack": object{"day": "2026-11-01", "precision": "month"},
				"reportedBack": object{"day": "2026-12-02", "precision": "day"}})
			got := a.Do(http.MethodPut, at, in, a.As("secretary"), testkit.IfMatch(a.Get(at).ETag())).Want(http.StatusOK).Object()
			if got["isOpen"] != false || got["isLate"] != false {
				t.Errorf("%v", got)
			}
		})
	})
}

func TestTheHistoryOfUmeasPlanIsThere(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		items := a.Get("/decisions?plan=" + a.Plan() + "&limit=100").Want(http.StatusOK).Items()
		if len(items) != 4 {
			t.Errorf("%d decisions", len(items))
		}
		for _, it := range items {
			if it["key"] != "ifn-uppdrag" {
				continue
			}
			if it["isOpen"] != true || it["date"].(object)["day"] != "2016-10-26" || len(it["reservations"].([]any)) != 1 {
				t.Errorf("%v", it)
			}
		}
		for _, it := range a.Get("/timelines?kind=decision&limit=100").Items() {
			if it["isManual"] == true {
				t.Errorf("%v stands twice", it["title"])
			}
		}
	})
}

func TestWhatNoDecisionCanSay(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")
		nowhere := "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a99"
		refused := func(field, code string, more object) {
			t.Helper()
			got := a.Do(http.MethodPost, "/decisions", input(a, "prov", more), coordinator).WantProblem(http.StatusUnprocessableEntity, "invalid", field)
			if !strings.Contains(string(got.Body), `"code":"`+code+`"`) {
				t.Errorf("%s is not %s in %s", field, code, got.Body)
			}
		}
		refused("title", "required", object{"title": " "})
		refused("concerns[0].id", "unknownReference", object{"concerns": []object{{"type": "activity", "id": nowhere}}})
		refused("concerns[1]", "duplicate", object{"concerns": []object{{"type": "plan", "id": a.Plan()}, {"type": "plan", "id": a.Plan()}}})
		refused("motions[0].outcome", "notAllowed", object{"motions": []object{{"movedBy": "V", "text": "Ett tillägg", "outcome": "perhaps"}}})
		refused("reportBack", "endBeforeStart", object{"reportBack": object{"day": "2026-10-13", "precision": "day"}})
		refused("bodyId", "unknownReference", object{"bodyId": nowhere})

		a.Do(http.MethodPost, "/decisions", input(a, "prov"), coordinator).Want(http.StatusCreated)
		a.Do(http.MethodPost, "/decisions", input(a, "prov"), coordinator).WantProblem(http.StatusConflict, "duplicate", "key")
		a.Do(http.MethodPost, "/decisions", input(a, "prov"), a.As("officer")).Want(http.StatusForbidden)
	})
}

func TestTwoWhoEnterTheSameDecisionAtOnce(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		made := a.Do(http.MethodPost, "/decisions", input(a, "prov"), a.As("secretary")).Want(http.StatusCreated)
		at := "/decisions/" + made.ID()
		a.Do(http.MethodPut, at, input(a, "prov", object{"title": "Den enes titel"}), a.As("secretary"), testkit.IfMatch(made.ETag())).Want(http.StatusOK)

		a.Do(http.MethodPut, at, input(a, "prov", object{"title": "Den andres titel"}), a.As("coordinator"), testkit.IfMatch(made.ETag())).Want(http.StatusPreconditionFailed)

		if title := a.Get(at).Object()["title"]; title != "Den enes titel" {
			t.Error(title)
		}
		text := string(a.Get("/histories/decision/"+made.ID(), a.As("coordinator")).Want(http.StatusOK).Body)
		if !strings.Contains(text, "Den enes titel") {
			t.Error(text)
		}
		a.Do(http.MethodDelete, at, nil, a.As("coordinator"), testkit.IfMatch(a.Get(at).ETag())).Want(http.StatusNoContent)
		a.Get(at).Want(http.StatusGone)
	})
}
