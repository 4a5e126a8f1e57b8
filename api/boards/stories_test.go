package boards_test

import (
	"maps"
	"net/http"
	"slices"
	"testing"

	"envagin/api/testkit"
)

const (
	post   = http.MethodPost
	put    = http.MethodPut
	remove = http.MethodDelete
)

type object = map[string]any

// unit is a body that nobody has made yet.
func unit(key string, fields ...any) object {
	o := object{"key": key, "kind": "unit", "nameSv": "Enheten " + key, "nameEn": "The unit " + key}
	for i := 0; i < len(fields); i += 2 {
		o[fields[i].(string)] = fields[i+1]
	}
	return o
}

func TestTheRegisterOfBodies(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")
		root := a.Body("kf")
		made := func(body object) *testkit.Answer { return a.Do(post, "/boards", body, coordinator) }
		first := testkit.IfMatch(`"1"`)

		a.Run(t, "a body is made, read, replaced and deleted, and leaves a tombstone", func(t *testing.T) {
			body := made(unit("flyktig", "parentId", root, "externalIds", []object{{"scheme": "orgNumber", "value": "212000-2627"}})).Want(201)
			self := "/boards/" + body.ID()
			if body.Header.Get("Location") != "http://localhost:8080/api/v1"+self {
				t.Error(body.Header.Get("Location"))
			}
			replaced := a.Do(put, self, unit("flyktig", "parentId", root, "shortName", "FL"), coordinator, testkit.IfMatch(body.ETag())).Want(200)
			if got := a.Get(self).Object(); got["shortName"] != "FL" || got["version"] != 2.0 || got["externalIds"] != nil {
				t.Error(got)
			}
			a.Do(remove, self, nil, coordinator, testkit.IfMatch(replaced.ETag())).Want(204)

			a.Get(self).WantProblem(410, "gone")
			a.Do(put, self, unit("flyktig"), coordinator, first).WantProblem(410, "gone")
			a.Do(remove, self, nil, coordinator, first).WantProblem(410, "gone")
			made(unit("flyktig")).Want(201) // the key is free again
		})
		a.Run(t, "actions are links only for who may", func(t *testing.T) {
			for role, want := range map[string]bool{"": false, "officer": false, "coordinator": true, "admin": true} {
				links := a.Get("/boards/"+root, a.As(role)).Object()["_links"].(object)
				if (links["edit"] != nil) != want || (links["delete"] != nil) != want {
					t.Errorf("%q: %v", role, links)
				}
			}
		})
		a.Run(t, "a key is taken once", func(t *testing.T) {
			made(unit("ks")).WantProblem(409, "duplicate", "key")
			other := made(unit("egen-nyckel")).Want(201)
			a.Do(put, "/boards/"+other.ID(), unit("ks"), coordinator, first).WantProblem(409, "duplicate", "key")
		})
		a.Run(t, "what something points at is ended, not deleted", func(t *testing.T) {
			ifn := a.Get("/boards/"+a.Body("ifn"), coordinator)
			a.Do(remove, "/boards/"+ifn.ID(), nil, coordinator, testkit.IfMatch(ifn.ETag())).WantProblem(409, "inUse")
			a.Do(remove, "/boards/"+root, nil, coordinator, testkit.IfMatch(a.Get("/boards/"+root, coordinator).ETag())).WantProblem(409, "inUse")
		})
		a.Run(t, "nothing lies under itself, under nothing, or ends before it begins", func(t *testing.T) {
			over := made(unit("over")).Want(201).ID()
			under := made(unit("under", "parentId", over)).Want(201).ID()
			a.Do(put, "/boards/"+over, unit("over", "parentId", under), coordinator, first).WantProblem(422, "invalid", "parentId")
			a.Do(put, "/boards/"+over, unit("over", "parentId", over), coordinator, first).WantProblem(422, "invalid", "parentId")
			for field, bad := range map[string][]any{
				"parentId":  {"01900000-0000-7000-8000-000000000000", "x", "\x00", ""},
				"validFrom": {"0000-01-01", "9999-01-01", "2020-13-01", "x"},
				"kind":      {"", "king"},
				"website":   {"javascript:alert(1)"},
				"email":     {"x"},
			} {
				for _, value := range bad {
					made(unit("fel", field, value)).WantProblem(422, "invalid", field)
				}
			}
			made(unit("fel", "validFrom", "2020-01-02", "validTo", "2020-01-01")).WantProblem(422, "invalid", "validTo")
		})
		a.Run(t, "a tree that moves takes its rule with it", func(t *testing.T) {
			town := made(unit("ny-kommun", "kind", "council")).Want(201).ID()
			office := made(unit("kontor", "kind", "administration", "parentId", root)).Want(201).ID()
			board := made(unit("nattnamnden", "kind", "board", "parentId", office)).Want(201).ID()
			answered := func() int { return len(a.Get("/activities?limit=100&board=" + board).Want(200).Items()) }
			if answered() == 0 {
				t.Fatal("all boards leave the new one out")
			}

			a.Do(put, "/boards/"+office, unit("kontor", "kind", "administration", "parentId", town), coordinator, first).Want(200)

			if n := answered(); n != 0 {
				t.Errorf("a board of another municipality answers for %d activities here", n)
			}
		})
		a.Run(t, "lists go by Swedish name", func(t *testing.T) {
			parent := made(unit("sorterad")).Want(201).ID()
			for key, name := range map[string]string{"o": "Öppen", "z": "Zon", "ae": "Äldre", "aa": "ålder", "a": "alfa"} {
				made(unit("s-"+key, "nameSv", name, "parentId", parent)).Want(201)
			}
			for sort, want := range map[string][]string{"name": {"alfa", "Zon", "ålder", "Äldre", "Öppen"}, "-name": {"Öppen", "Äldre", "ålder", "Zon", "alfa"}} {
				var got []string
				for _, page := range []string{"1", "2", "3"} {
					for _, item := range a.Get("/boards?limit=2&parent=" + parent + "&sort=" + sort + "&page=" + page).Want(200).Items() {
						got = append(got, item["nameSv"].(string))
					}
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s: %v", sort, got)
				}
			}
		})
		a.Run(t, "lists keep to what was asked for", func(t *testing.T) {
			for path, kind := range map[string]string{"/units": "unit", "/partners": "outsideBody", "/boards?kind=board": "board"} {
				kinds := map[string]bool{}
				for _, item := range a.Get(path).Want(200).Items() {
					kinds[item["kind"].(string)] = true
				}
				if !maps.Equal(kinds, map[string]bool{kind: true}) {
					t.Errorf("%s: %v", path, kinds)
				}
			}
			if got := a.Get("/boards?page=999").Want(200).Items(); len(got) != 0 {
				t.Error(got)
			}
			for query, field := range map[string]string{"?kind=king": "kind", "?name=x": "name", "?limit=0": "limit", "?key=a%00": "key", "?parent=a&parent=b": "parent"} {
				a.Get("/boards"+query).WantProblem(400, "invalidParameter", field)
			}
			a.Get("/units?kind=board").WantProblem(400, "invalidParameter", "kind")
		})
	})
}
