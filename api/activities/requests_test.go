package activities_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"strings"
	"sync"
	"testing"

	"envagin/api/testkit"
)

func TestAChangeNamesTheVersionItIsBasedOn(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		self := "/activities/" + made(a, 1).ID()
		coordinator := a.As("coordinator")
		first := a.Get(self, coordinator).Want(200)

		a.Run(t, "without If-Match: 428", func(t *testing.T) {
			a.Do(put, self, content(first.Object()), coordinator).WantProblem(428, "versionRequired")
			a.Do(remove, self, nil, coordinator).WantProblem(428, "versionRequired")
		})
		a.Run(t, "with something that is no ETag of ours: 400", func(t *testing.T) {
			for _, bad := range []string{"*", "abc", `"x.y"`, `"1.a", "2.b"`, `"-1.a"`, `""`} {
				a.Do(put, self, content(first.Object()), coordinator, testkit.IfMatch(bad)).WantProblem(400, "invalidIfMatch")
			}
		})
		a.Run(t, "with an old one: 412 with what changed, by whom and when", func(t *testing.T) {
			a.Do(put, self, and(content(first.Object()), "title", "Annan rubrik", "summary", "Ny."), a.As("admin"), testkit.IfMatch(first.ETag())).Want(200)

			stale := a.Do(put, self, and(content(first.Object()), "title", "Min rubrik"), coordinator, testkit.IfMatch(first.ETag())).WantProblem(412, "stale")

			var p struct {
				Changes []struct {
					Field, At, ByRole string
					Before, After     any
					Version           int
				}
			}
			stale.Into(&p)
			if len(p.Changes) != 2 || p.Changes[1].Field != "title" || p.Changes[1].Before != "Ny aktivitet 1" || p.Changes[1].After != "Annan rubrik" ||
				p.Changes[1].Version != 2 || p.Changes[1].ByRole != "admin" || p.Changes[1].At != "2026-11-23T08:30:00Z" {
				t.Errorf("%s", stale.Body)
			}
			if a.Get(self).Object()["title"] != "Annan rubrik" {
				t.Error("the stale writer won")
			}
		})
		a.Run(t, "with a weak one, the suffix of gzip or the version alone: done", func(t *testing.T) {
			for n, form := range []func(string) string{
				func(tag string) string { return "W/" + tag },
				func(tag string) string { return strings.TrimSuffix(tag, `"`) + `-gzip"` },
				func(tag string) string { return "W/" + strings.TrimSuffix(tag, `"`) + `-gzip"` },
				func(tag string) string { v, _, _ := strings.Cut(tag, "."); return v + `"` },
			} {
				now := a.Get(self, coordinator)
				a.Do(put, self, and(content(now.Object()), "position", n), coordinator, testkit.IfMatch(form(now.ETag()))).Want(200)
			}
		})
		a.Run(t, "what is wrong inside is told before what is stale", func(t *testing.T) {
			a.Do(put, self, and(content(first.Object()), "title", ""), coordinator, testkit.IfMatch(first.ETag())).WantProblem(422, "invalid", "title")
		})
		a.Run(t, "two at once: one wins", func(t *testing.T) {
			now := a.Get(self, coordinator)
			statuses := make([]int, 2)
			var wg sync.WaitGroup
			for i, title := range []string{"En", "Två"} {
				wg.Go(func() {
					statuses[i] = a.Do(put, self, and(content(now.Object()), "title", title), coordinator, testkit.IfMatch(now.ETag())).Status
				})
			}
			wg.Wait()
			if statuses[0]+statuses[1] != 200+412 {
				t.Error(statuses)
			}
		})
	})
}

func TestConditionalReads(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		self := "/activities/" + a.Activity("2.2")
		plain := testkit.Header("Accept-Encoding", "identity")
		first := a.Get(self, plain).Want(200)

		a.Run(t, "304 for who has it, in any spelling of the tag", func(t *testing.T) {
			bare := strings.Trim(first.ETag(), `"`)
			for _, have := range []string{first.ETag(), "W/" + first.ETag(), `"` + bare + `-gzip"`, `W/"` + bare + `-gzip"`, `"other", ` + first.ETag(), "*"} {
				got := a.Get(self, testkit.Header("If-None-Match", have)).Want(304)
				if len(got.Body) > 0 || got.ETag() == "" {
					t.Errorf("%s: %q %q", have, got.ETag(), got.Body)
				}
			}
		})
		a.Run(t, "200 for who has another version or scope", func(t *testing.T) {
			for _, have := range []string{`"1.0000000000000000"`, `"2"`, a.Get(self, a.As("reader")).ETag(), a.Get(self, a.As("officer")).ETag()} {
				a.Get(self, testkit.Header("If-None-Match", have)).Want(200)
			}
		})
		a.Run(t, "compressed for who takes it, under a tag of its own", func(t *testing.T) {
			zipped := a.Get(self, testkit.Header("Accept-Encoding", "br, gzip")).Want(200)
			if zipped.Header.Get("Content-Encoding") != "gzip" || !strings.HasSuffix(zipped.ETag(), `-gzip"`) {
				t.Fatal(zipped.Header)
			}
			r, err := gzip.NewReader(bytes.NewReader(zipped.Body))
			if err != nil {
				t.Fatal(err)
			}
			if text, err := io.ReadAll(r); err != nil || !bytes.Equal(text, first.Body) {
				t.Error("the compressed form says something else")
			}
			if a.Get(self, testkit.Header("Accept-Encoding", "gzip;q=0")).Header.Get("Content-Encoding") != "" {
				t.Error("compressed for who does not take it")
			}
		})
		a.Run(t, "an answer says what it depends on and is kept by nobody", func(t *testing.T) {
			if first.Header.Get("Vary") != "Authorization, X-Api-Key, Accept-Encoding" || first.Header.Get("Cache-Control") != "no-store" {
				t.Error(first.Header)
			}
		})
		a.Run(t, "HEAD is GET without the body", func(t *testing.T) {
			head := a.Do("HEAD", self, nil, plain).Want(200)
			if len(head.Body) != 0 || head.ETag() != first.ETag() || head.Header.Get("Content-Length") != first.Header.Get("Content-Length") {
				t.Error(head.Header)
			}
			if missing := a.Do("HEAD", "/activities/01900000-0000-7000-8000-000000000000", nil).Want(404); len(missing.Body) > 0 {
				t.Errorf("%s", missing.Body)
			}
		})
		a.Run(t, "other methods are named in Allow", func(t *testing.T) {
			a.Do("PATCH", self, "{}").WantProblem(405, "methodNotAllowed")
			for path, want := range map[string]string{self: "GET HEAD PUT DELETE", "/activities": "GET HEAD POST", self + "/confirmation": "PUT"} {
				options, refused := a.Do("OPTIONS", path, nil).Want(204).Header.Get("Allow"), a.Do("TRACE", path, nil).Want(405).Header.Get("Allow")
				for method := range strings.FieldsSeq(want) {
					if !strings.Contains(options, method) || !strings.Contains(refused, method) {
						t.Errorf("%s: %q, %q", path, options, refused)
					}
				}
			}
		})
		a.Run(t, "what does not exist is a problem too", func(t *testing.T) {
			a.Get("/nothing").WantProblem(404, "notFound")
			a.Get("/activities/not-an-id").WantProblem(404, "notFound")
			a.Get("/activities/%00").WantProblem(404, "notFound")
			a.Get(strings.ToUpper(self)).WantProblem(404, "notFound")
		})
		a.Run(t, "a bad token is refused even where none is needed", func(t *testing.T) {
			for _, bad := range []string{"Bearer x", "Bearer ", "Basic eDp5", "x"} {
				got := a.Get(self, testkit.Header("Authorization", bad)).Want(401)
				if got.Header.Get("WWW-Authenticate") == "" {
					t.Error(bad)
				}
			}
		})
	})
}

func TestAPostWithAKeyHappensOnce(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")
		key := func(text string) testkit.Option { return testkit.Header("Idempotency-Key", text) }
		count := func() int { return len(a.Get("/activities?limit=100", coordinator).Items()) }
		before := count()

		a.Run(t, "twice gives the same answer twice and one thing", func(t *testing.T) {
			first := a.Do(post, "/activities", fresh(a, 1), coordinator, key("key-number-one")).Want(201)
			second := a.Do(post, "/activities", fresh(a, 1), coordinator, key("key-number-one")).Want(201)

			if !bytes.Equal(first.Body, second.Body) || first.ETag() != second.ETag() || first.Header.Get("Location") != second.Header.Get("Location") {
				t.Errorf("%s\n%s", first.Body, second.Body)
			}
			if second.Header.Get("Idempotent-Replayed") != "true" || count() != before+1 {
				t.Error(second.Header, count())
			}
		})
		a.Run(t, "for another body it is refused", func(t *testing.T) {
			a.Do(post, "/activities", fresh(a, 2), coordinator, key("key-number-one")).WantProblem(422, "invalid", "Idempotency-Key")
			a.Do(post, "/boards", fresh(a, 1), coordinator, key("key-number-one")).WantProblem(422, "invalid", "Idempotency-Key")
		})
		a.Run(t, "for another person it is another key", func(t *testing.T) {
			a.Do(post, "/activities", fresh(a, 3), a.As("admin"), key("key-number-one")).Want(201)
		})
		a.Run(t, "a failed request frees its key", func(t *testing.T) {
			a.Do(post, "/activities", fresh(a, 4, "title", ""), coordinator, key("key-number-two")).WantProblem(422, "invalid", "title")
			a.Do(post, "/activities", fresh(a, 4), coordinator, key("key-number-two")).Want(201)
		})
		a.Run(t, "five at once are one", func(t *testing.T) {
			now := count()
			answers := make([]*testkit.Answer, 5)
			body := fresh(a, 5)
			var wg sync.WaitGroup
			for i := range answers {
				wg.Go(func() { answers[i] = a.Do(post, "/activities", body, coordinator, key("key-number-three")) })
			}
			wg.Wait()
			for _, answer := range answers {
				if answer.Status != 201 || !bytes.Equal(answer.Body, answers[0].Body) {
					t.Errorf("%d %s", answer.Status, answer.Body)
				}
			}
			if n := count(); n != now+1 {
				t.Errorf("%d new", n-now)
			}
		})
		a.Run(t, "a key that is too short or too long is refused", func(t *testing.T) {
			a.Do(post, "/activities", fresh(a, 6), coordinator, key("short")).WantProblem(400, "invalidIdempotencyKey")
			a.Do(post, "/activities", fresh(a, 6), coordinator, key(strings.Repeat("x", 201))).WantProblem(400, "invalidIdempotencyKey")
		})
	})
}

func TestBodiesAreReadStrictly(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")
		right := func(fields ...any) string { return string(encode(t, fresh(a, 1, fields...))) }
		for name, c := range map[string]struct {
			body   string
			status int
			code   string
			field  string
		}{
			"an unknown field":           {right("colour", "red"), 400, "unknownField", "colour"},
			"an unknown field deep down": {right("funding", object{"colour": "red"}), 400, "unknownField", "colour"},
			"a read-only field":          {right("status", "done"), 400, "unknownField", "status"},
			"a wrong type":               {right("title", 7), 400, "wrongType", "title"},
			"a fraction for a number":    {right("position", 1.5), 400, "wrongType", "position"},
			"a number out of all bounds": {strings.Replace(right(), `"position":1`, `"position":1e400`, 1), 400, "wrongType", "position"},
			"a list for a text":          {right("title", []string{"x"}), 400, "wrongType", "title"},
			"a text for a list":          {right("levels", "society"), 400, "wrongType", "levels"},
			"two documents":              {right() + right(), 400, "trailingData", ""},
			"rubbish behind":             {right() + "x", 400, "trailingData", ""},
			"an empty body":              {" ", 400, "notAnObject", ""},
			"a list":                     {"[]", 400, "notAnObject", ""},
			"null":                       {"null", 400, "notAnObject", ""},
			"half a document":            {`{"title":"x`, 400, "notJSON", ""},
			"not JSON":                   {"{title: x}", 400, "notJSON", ""},
			"NUL in a text":              {right("title", "a\x00b"), 422, "invalid", "title"},
			"a control character":        {right("summary", "a\x1bb"), 422, "invalid", "summary"},
			"a lone surrogate":           {strings.Replace(right(), "Ny aktivitet", `\ud800`, 1), 400, "invalidCharacter", "title"},
			"a plan nobody knows":        {right("planId", "01900000-0000-7000-8000-000000000000"), 422, "invalid", "planId"},
			"NUL in an id":               {right("planId", "a\x00b"), 422, "invalid", "planId"},
			"NUL in another id":          {right("parentId", "a\x00b"), 422, "invalid", "parentId"},
			"NUL in a list of ids":       {right("violenceAreaIds", []string{"\x00"}), 422, "invalid", "violenceAreaIds"},
			"ten deep in lists":          {right("levels", json.RawMessage(strings.Repeat("[", 9000)+strings.Repeat("]", 9000))), 400, "wrongType", "levels"},
			"all that is wrong at once":  {right("title", "", "key", "Å", "part", -1), 422, "invalid", "part"},
		} {
			a.Run(t, name, func(t *testing.T) {
				got := a.Do(post, "/activities", c.body, coordinator)
				if c.code == "" {
					got.Want(c.status)
				} else if c.field == "" {
					got.WantProblem(c.status, c.code)
				} else {
					got.WantProblem(c.status, c.code, c.field)
				}
				for _, inside := range []string{"Go struct", "activities.", "SQLSTATE", "json:"} {
					if strings.Contains(string(got.Body), inside) {
						t.Errorf("the answer tells of our inside: %s", got.Body)
					}
				}
			})
		}
		a.Run(t, "text/plain is 415", func(t *testing.T) {
			a.Do(post, "/activities", right(), coordinator, testkit.Header("Content-Type", "text/plain")).WantProblem(415, "unsupportedMediaType")
			a.Do(post, "/activities", right(), coordinator, testkit.Header("Content-Type", "")).WantProblem(415, "unsupportedMediaType")
		})
		a.Run(t, "10 MB is 413, told its length or not", func(t *testing.T) {
			huge := `{"title":"` + strings.Repeat("x", 10<<20) + `"}`
			a.Do(post, "/activities", huge, coordinator).WantProblem(413, "tooLarge")
			a.Do(post, "/activities", huge, coordinator, testkit.Header("Idempotency-Key", "a-large-one")).WantProblem(413, "tooLarge")
			a.Do(put, "/activities/"+a.Activity("2.2"), huge, coordinator).WantProblem(413, "tooLarge")
		})
		a.Run(t, "HTML in Markdown is shown as nothing that runs", func(t *testing.T) {
			got := made(a, 7, "description", "Hej <script>alert(1)</script> [x](javascript:alert(1)) **då**").Object()
			html := got["descriptionHtml"].(string)
			if strings.Contains(html, "<script") || strings.Contains(html, "javascript:") || !strings.Contains(html, "<strong>då</strong>") {
				t.Error(html)
			}
		})
		a.Run(t, "the order of refusals: who, what, how, which version, content", func(t *testing.T) {
			self := "/activities/" + a.Activity("2.2")
			text := testkit.Header("Content-Type", "text/plain")
			a.Do(put, self, "x", text).WantProblem(401, "signInNeeded")
			a.Do(put, self, "x", text, a.As("officer")).WantProblem(403, "forbidden")
			a.Do(put, self, "x", text, coordinator).WantProblem(415, "unsupportedMediaType")
			a.Do(put, self, "x", coordinator).WantProblem(428, "versionRequired")
			a.Do(put, self, "x", coordinator, version(1)).WantProblem(400, "notAnObject")
		})
	})
}

func encode(t *testing.T, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
