package integrations_test

import (
	"net/http"
	"strings"
	"testing"

	"envagin/api/testkit"
)

const (
	get    = http.MethodGet
	post   = http.MethodPost
	put    = http.MethodPut
	remove = http.MethodDelete
)

type object = map[string]any

// system is the Region's, as the coordinator writes it.
func system(a *testkit.App, fields ...any) object {
	o := object{"name": "Ärendesystem", "bodyId": a.Body("region-vasterbotten"), "scopes": []string{"activities:read", "reports:write"},
		"email": "it@region.example", "active": true}
	for i := 0; i < len(fields); i += 2 {
		o[fields[i].(string)] = fields[i+1]
	}
	return o
}

// client is a system that has been made, and the keys that it has.
type client struct {
	a    *testkit.App
	path string
}

func made(a *testkit.App, fields ...any) client {
	a.T.Helper()
	return client{a, "/api-clients/" + a.Do(post, "/api-clients", system(a, fields...), a.As("coordinator")).Want(201).ID()}
}

// key makes a key; the answer shows its value.
func (k client) key(expiresOn string) *testkit.Answer {
	k.a.T.Helper()
	return k.a.Do(post, k.path+"/keys", object{"label": "Produktion", "expiresOn": expiresOn}, k.a.As("coordinator")).Want(201)
}

func value(answer *testkit.Answer) string {
	text, _ := answer.Object()["value"].(string)
	return text
}

// change puts the system's content anew, with some fields changed.
func (k client) change(fields ...any) {
	k.a.T.Helper()
	now := k.a.Get(k.path, k.a.As("coordinator")).Want(200)
	k.a.Do(put, k.path, system(k.a, fields...), k.a.As("coordinator"), testkit.IfMatch(now.ETag())).Want(200)
}

func (k client) end(key *testkit.Answer) {
	k.a.T.Helper()
	k.a.Do(remove, k.path+"/keys/"+key.ID(), nil, k.a.As("coordinator"), testkit.IfMatch(key.ETag())).Want(204)
}

func TestTheRegionsSystemIsGivenAKey(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")

		a.Run(t, "the coordinator makes a client and a key, whose value is shown once", func(t *testing.T) {
			k := made(a)
			key := k.key("2027-11-23")
			secret := value(key)
			if !strings.HasPrefix(secret, key.Object()["prefix"].(string)+"_") || key.Object()["state"] != "living" || key.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("%s", key.Body)
			}
			for _, path := range []string{k.path + "/keys/" + key.ID(), k.path + "/keys", k.path} {
				if body := string(a.Get(path, coordinator).Want(200).Body); strings.Contains(body, secret) || strings.Contains(body, `"value"`) || strings.Contains(body, "hash") {
					t.Errorf("%s: %s", path, body)
				}
			}
			if got := key.Header.Get("Location"); got != "http://localhost:8080/api/v1"+k.path+"/keys/"+key.ID() {
				t.Error(got)
			}
		})
		a.Run(t, "a request that is sent again makes no second key, and shows none", func(t *testing.T) {
			k := made(a)
			again := func() *testkit.Answer {
				return a.Do(post, k.path+"/keys", object{"expiresOn": "2027-01-01"}, coordinator, testkit.Header("Idempotency-Key", "0198c6f0-again"))
			}
			first := again().Want(201)
			if second := again().WantProblem(409, "answeredOnce"); strings.Contains(string(second.Body), "evi_") || value(first) == "" {
				t.Errorf("%s", second.Body)
			}
			if n := len(a.Get(k.path+"/keys", coordinator).Items()); n != 1 {
				t.Errorf("%d keys", n)
			}
		})
		a.Run(t, "five keys live at once, so that they are exchanged without a pause", func(t *testing.T) {
			k := made(a)
			first := k.key("2026-12-31")
			for range 4 {
				k.key("2027-11-23")
			}
			a.Do(post, k.path+"/keys", object{"expiresOn": "2027-11-23"}, coordinator).WantProblem(409, "tooMany")
			k.end(first)
			k.key("2027-11-23")
			states := map[string]int{}
			for _, key := range a.Get(k.path+"/keys", coordinator).Items() {
				states[key["state"].(string)]++
			}
			if states["living"] != 5 || states["ended"] != 1 {
				t.Error(states)
			}
			ended := a.Get(k.path+"/keys/"+first.ID(), coordinator).Want(200)
			if links := ended.Object()["_links"].(object); links["delete"] != nil || ended.Object()["endedAt"] == nil {
				t.Errorf("%s", ended.Body)
			}
			a.Do(remove, k.path+"/keys/"+first.ID(), nil, coordinator, testkit.IfMatch(ended.ETag())).WantProblem(409, "keyEnded")
			a.Do(remove, k.path+"/keys/"+first.ID(), nil, coordinator, testkit.IfMatch(first.ETag())).WantProblem(412, "stale")
		})
		a.Run(t, "what a client and a key may not be is told by field", func(t *testing.T) {
			for field, value := range map[string]any{"name": "", "email": "x", "scopes": []string{}, "scopes[0]": []string{"users:read"}, "lang": "de",
				"bodyId": "01900000-0000-7000-8000-000000000000"} {
				name, _, _ := strings.Cut(field, "[")
				a.Do(post, "/api-clients", system(a, name, value), coordinator).WantProblem(422, "invalid", field)
			}
			k := made(a)
			for _, expiresOn := range []string{"2026-11-22", "2027-11-24", "2027-02-30", ""} {
				a.Do(post, k.path+"/keys", object{"expiresOn": expiresOn}, coordinator).WantProblem(422, "invalid", "expiresOn")
			}
			a.Do(post, "/api-clients", `{"name":"x","bodyId":"x","email":"a@b.se"}`, coordinator).WantProblem(422, "invalid", "active")
		})
		a.Run(t, "a client stays with its body", func(t *testing.T) {
			k := made(a)
			now := a.Get(k.path, coordinator)
			a.Do(put, k.path, system(a, "bodyId", a.Body("ifn")), coordinator, testkit.IfMatch(now.ETag())).WantProblem(422, "invalid", "bodyId")
			a.Do(put, k.path, system(a, "name", "Nytt"), coordinator, testkit.IfMatch(now.ETag())).Want(200)
			a.Do(put, k.path, system(a, "name", "Annat"), coordinator, testkit.IfMatch(now.ETag())).WantProblem(412, "stale")
		})
		a.Run(t, "one that never used a key is deleted, another is closed", func(t *testing.T) {
			unused, busy := made(a), made(a)
			unused.key("2027-01-01")
			a.Get("/activities", testkit.WithKey(value(busy.key("2027-01-01")))).Want(200)
			first := testkit.IfMatch(`"1"`)

			a.Do(remove, unused.path, nil, coordinator, first).Want(204)
			a.Get(unused.path, coordinator).WantProblem(410, "gone")
			a.Get(unused.path+"/keys", coordinator).WantProblem(410, "gone")
			a.Do(remove, busy.path, nil, coordinator, first).WantProblem(409, "inUse")
			busy.change("active", false)
			a.Do(post, busy.path+"/keys", object{"expiresOn": "2027-01-01"}, coordinator).WantProblem(409, "clientClosed")
		})
		a.Run(t, "a key belongs to its client", func(t *testing.T) {
			k, other := made(a), made(a)
			key := k.key("2027-01-01")
			a.Get(other.path+"/keys/"+key.ID(), coordinator).WantProblem(404, "notFound")
			a.Do(remove, other.path+"/keys/"+key.ID(), nil, coordinator, testkit.IfMatch(key.ETag())).WantProblem(404, "notFound")
			a.Get("/activities", testkit.WithKey(value(key))).Want(200)
		})
		a.Run(t, "lists keep to what was asked for", func(t *testing.T) {
			a.Do(post, "/api-clients", system(a, "name", "Öppna data", "bodyId", a.Body("ifn"), "active", false), coordinator).Want(201)
			only := func(query string) (names []string) {
				for _, k := range a.Get("/api-clients"+query, coordinator).Want(200).Items() {
					names = append(names, k["name"].(string))
				}
				return names
			}
			if got := only("?body=" + a.Body("ifn")); len(got) != 1 || got[0] != "Öppna data" {
				t.Error(got)
			}
			if got := only("?sort=-name&limit=1"); got[0] != "Öppna data" {
				t.Error(got)
			}
			for _, name := range only("?active=true&limit=100") {
				if name == "Öppna data" {
					t.Error("a closed client is among those that are let in")
				}
			}
		})
	})
}
