package steering_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"envagin/api/testkit"
)

type object = map[string]any

type view struct {
	Since  string
	Counts []struct {
		Kind  string
		Count int
	}
	Items []struct {
		Kind, On, Code, Title, State, Text, ObjectType string
		Reason                                         struct{ Sv string }
	}
}

func (v view) of(kind string) (codes []string) {
	for _, it := range v.Items {
		if it.Kind == kind {
			codes = append(codes, it.Code)
		}
	}
	return codes
}

func TestTheSteeringGroupSeesWhatItMustKnow(t *testing.T) {
	t.Parallel()
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		steering, coordinator := a.As("steering"), a.As("coordinator")
		read := func(query string) (v view) {
			t.Helper()
			a.Get("/steering-items?limit=100"+query, steering).Want(200).Into(&v)
			return v
		}

		a.Run(t, "what is late comes first, with why", func(t *testing.T) {
			v := read("")
			if v.Since != "2026-08-25" || !slices.Contains(v.of("late"), "2.6") || v.Items[0].Kind != "late" || v.Items[0].Reason.Sv == "" {
				t.Errorf("%+v", v.Items[0])
			}
		})
		a.Run(t, "what changed since a day, each activity once and the latest first", func(t *testing.T) {
			school := a.Activity("2.8")
			body := a.Body("gymnasie-och-vuxenutbildningsnamnden")
			for _, text := range []string{"Första.", "Andra."} {
				a.Do(http.MethodPost, "/activities/"+school+"/reports", object{"bodyId": body, "state": "onTrack", "asOf": "2026-11-23", "done": text}, coordinator).Want(201)
			}
			v := read("&since=2026-11-01")
			changed := v.of("changed")
			if changed[0] != "2.8" || len(changed) != len(slices.Compact(slices.Sorted(slices.Values(changed)))) || slices.Contains(changed, "1.2") {
				t.Error(changed)
			}
			for _, it := range v.Items {
				if it.Kind == "changed" && it.Code == "2.8" && it.Text != "Andra." {
					t.Error(it)
				}
			}
			if got := read("&since=2026-11-24").of("changed"); len(got) != 0 {
				t.Error("nothing changes tomorrow:", got)
			}
		})
		a.Run(t, "an activity that ended is told of as ended", func(t *testing.T) {
			site := a.Get("/activities/"+a.Activity("1.4"), coordinator)
			a.Do(http.MethodPut, "/activities/"+site.ID()+"/completion", object{"on": object{"day": "2026-11-20", "precision": "day"}}, coordinator, testkit.IfMatch(site.ETag())).Want(200)
			for _, it := range read("&since=2026-11-01").Items {
				if it.Kind == "changed" && it.Code == "1.4" && (it.State != "done" || it.On != "2026-11-20") {
					t.Error(it)
				}
			}
		})
		a.Run(t, "what nobody has told of for long, and what comes", func(t *testing.T) {
			v := read("")
			if len(v.of("stale")) == 0 || len(v.of("due")) == 0 {
				t.Error(v.Counts)
			}
			for _, it := range v.Items {
				if it.Kind == "due" && (it.On < "2026-11-23" || it.On > "2027-01-22") {
					t.Error("due is what comes within 60 days:", it)
				}
			}
		})
		a.Run(t, "a decision stands there until it has been reported back", func(t *testing.T) {
			in := object{"planId": a.Plan(), "key": "prov", "title": "Redovisa läget", "bodyId": a.Body("ks"), "registrationNumber": "KS-2026/1", "date": object{"day": "2026-11-01", "precision": "day"},
				"reportBack": object{"day": "2026-11-22", "precision": "day"}, "motions": []object{}, "reservations": []object{}, "concerns": []object{}}
			made := a.Do(http.MethodPost, "/decisions", in, coordinator).Want(201)
			titles := func() (late []string) {
				for _, it := range read("").Items {
					if it.Kind == "decision" && it.State == "late" && it.On == "2026-11-22" {
						late = append(late, it.Title)
					}
				}
				return late
			}
			if got := titles(); len(got) != 1 || got[0] != "Redovisa läget" {
				t.Error(got)
			}
			seen := map[string]bool{}
			for _, it := range read("").Items {
				if it.Kind == "due" || it.Kind == "decision" {
					if seen[it.Title+it.On] {
						t.Error("told twice:", it)
					}
					seen[it.Title+it.On] = true
				}
			}
			in["reportedBack"] = object{"day": "2026-11-23", "precision": "day"}
			a.Do(http.MethodPut, "/decisions/"+made.ID(), in, coordinator, testkit.IfMatch(made.ETag())).Want(200)
			if got := titles(); len(got) != 0 {
				t.Error("reported back, and still there:", got)
			}
		})
		a.Run(t, "a question to the experts stands there once it has waited too long, and never who asked", func(t *testing.T) {
			for _, it := range read("").Items {
				if it.Kind == "question" && (it.Title != "Hur ofta bör metodstödet för kartläggning ses över?" || it.On != "2026-11-13" || it.ObjectType != "councilQuestion") {
					t.Error(it)
				}
			}
			if n := len(read("").of("question")); n != 1 {
				t.Error(n)
			}
		})
		a.Run(t, "a page knows how many there are of each kind", func(t *testing.T) {
			whole := read("")
			var part view
			a.Get("/steering-items?limit=1&page=2", steering).Want(200).Into(&part)
			if len(part.Items) != 1 || !slices.Equal(part.Counts, whole.Counts) || len(whole.Counts) != 8 {
				t.Error(part.Counts, whole.Counts)
			}
		})
		a.Run(t, "a task from a meeting stands there until it is done, and changes are told since the group last met", func(t *testing.T) {
			secretary := a.As("secretary")
			meeting := a.Do(http.MethodPost, "/council-meetings", object{"kind": "steering", "title": "Styrgruppen", "template": "none",
				"startsAt": "2026-11-10T08:00:00Z", "endsAt": "2026-11-10T09:00:00Z"}, secretary).Want(201).ID()
			self := "/council-meetings/" + meeting
			step := func(name string) {
				a.Do(http.MethodPut, self+"/"+name, object{}, secretary, testkit.IfMatch(a.Get(self, secretary).Want(200).ETag())).Want(200)
			}
			item := a.Do(http.MethodPost, self+"/agenda-items", object{"title": "Läget", "kind": "discussion", "minutes": 5}, secretary).Want(201).ID()
			hidden := a.Do(http.MethodPost, self+"/agenda-items", object{"title": "Enskilt", "kind": "discussion", "minutes": 5, "isSecret": true}, secretary).Want(201).ID()
			step("call")
			step("opening")
			var task string
			for at, text := range map[string]string{item: "Ta fram underlag.\nTill nästa möte.", hidden: "Tala med den enskilde."} {
				made := a.Do(http.MethodPost, self+"/agenda-items/"+at+"/outcomes", object{"kind": "task", "text": text, "responsibleBodyId": a.Body("ks"), "dueOn": "2026-11-20"}, secretary).Want(201)
				if at == item {
					task = self + "/agenda-items/" + at + "/outcomes/" + made.ID()
				}
			}
			step("closing")

			titles := func() (out []string) {
				for _, it := range read("").Items {
					if it.Kind == "task" && (strings.HasPrefix(it.Title, "Ta fram") || strings.HasPrefix(it.Title, "Tala")) { // the demo has others
						out = append(out, it.Title+" "+it.On+" "+it.State)
					}
				}
				return out
			}
			if got := titles(); !slices.Equal(got, []string{"Ta fram underlag. 2026-11-20 late"}) {
				t.Error(got)
			}
			if v := read(""); v.Since != "2026-11-10" {
				t.Error(v.Since)
			}
			a.Do(http.MethodPut, task, object{"kind": "task", "text": "Ta fram underlag.", "responsibleBodyId": a.Body("ks"), "dueOn": "2026-11-20", "doneOn": "2026-11-23"}, secretary, testkit.IfMatch(`"1"`)).Want(200)
			if got := titles(); len(got) != 0 {
				t.Error("done, and still there:", got)
			}
		})
		a.Run(t, "drafts are not there, and others do not read it", func(t *testing.T) {
			draft := a.Do(http.MethodPost, "/plans", object{"key": "utkast", "name": "Utkast", "status": "draft", "rootBodyId": a.Body("kf")}, coordinator).Want(201).ID()
			hidden := a.Do(http.MethodPost, "/activities", object{"planId": draft, "key": "dold", "code": "X.1", "part": 1, "position": 1, "title": "Dold",
				"end": object{"day": "2020-01-01", "precision": "day"}}, coordinator).Want(201).ID()
			a.Do(http.MethodPost, "/activities/"+hidden+"/responsibilities", object{"bodyId": a.Body("ks"), "role": "answerable", "position": 1}, coordinator).Want(201)
			a.Do(http.MethodPost, "/activities/"+hidden+"/reports", object{"bodyId": a.Body("ks"), "state": "onTrack", "asOf": "2026-11-22", "done": "Prov"}, coordinator).Want(201)
			for _, it := range read("").Items {
				if it.Code == "X.1" {
					t.Error(it)
				}
			}
			a.Get("/steering-items").WantProblem(401, "signInNeeded")
			a.Get("/steering-items", a.As("member")).WantProblem(403, "forbidden")
			a.Get("/steering-items?since=x", steering).Want(400)
		})
	})
}
