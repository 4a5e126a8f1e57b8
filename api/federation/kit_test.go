package federation_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os/exec"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/app"
	"envagin/api/federation"
	"envagin/api/testkit"
)

type object = map[string]any

const callback = "/federated-sign-ins/callback"

// server is the real provider, run by node beside the test.
type server struct {
	t      testing.TB
	issuer string
	stop   func()
}

// startProvider runs frontend/tools/oidc/provider.mjs.
func startProvider(t testing.TB, arguments ...string) *server {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	command := exec.CommandContext(ctx, "node", append([]string{"../../frontend/tools/oidc/provider.mjs", "--port", "0"}, arguments...)...)
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	stop := func() {
		cancel()
		_ = command.Wait()
	}
	t.Cleanup(stop)
	var first struct{ Issuer string }
	line, err := bufio.NewReader(out).ReadBytes('\n')
	if err != nil || json.Unmarshal(line, &first) != nil {
		t.Fatalf("the provider did not start (npm ci in frontend?): %v %s", err, line)
	}
	return &server{t, first.Issuer, stop}
}

// groups changes which groups a person is in.
func (s *server) groups(person string, groups ...string) {
	s.t.Helper()
	text, _ := json.Marshal(object{"groups": groups})
	req, err := http.NewRequest(http.MethodPut, s.issuer+"/people/"+person, strings.NewReader(string(text)))
	if err != nil {
		s.t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil || res.StatusCode != http.StatusNoContent {
		s.t.Fatal(res, err)
	}
	_ = res.Body.Close()
}

// settings are those of the stories.
func settings(issuer string) federation.Config {
	roles, err := federation.ParseRoles("plan-samordnare=coordinator; ifn-handlaggare=officer:ifn\nplan-las=reader")
	if err != nil {
		panic(err)
	}
	return federation.Config{Issuer: issuer, ClientID: "envagin", Name: "kommunens inloggning", GroupsClaim: "groups",
		Scopes: []string{"openid", "email", "profile"}, Roles: roles, BaseURL: "http://localhost:8080"}
}

// story is the app, and the provider it knows.
type story struct {
	*testkit.App
	provider *server
}

func eachDB(t *testing.T, change func(*federation.Config), tell func(t *testing.T, s *story)) {
	t.Helper()
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			p := startProvider(t)
			a := testkit.StartWith(t, testkit.NewDatabase(t, dialect), func(c *app.Config) {
				c.OIDC = settings(p.issuer)
				if change != nil {
					change(&c.OIDC)
				}
			})
			a.Clock.Set(time.Now()) // the provider's clock is that of the machine
			tell(t, &story{a, p})
		})
	}
}

// away is a browser that was sent to the provider.
type away struct {
	address string
	cookie  testkit.Option
}

func (s *story) leave(returnTo string) away {
	s.T.Helper()
	got := s.Do("POST", "/federated-sign-ins", object{"returnTo": returnTo}).Want(201)
	address, _ := got.Object()["authorizationUrl"].(string)
	return away{address, testkit.Header("Cookie", strings.Split(got.Header.Get("Set-Cookie"), ";")[0])}
}

// choose is who one is at the provider, and gives the query that it sends the
// browser back with.
func (s *story) choose(address, person string) string {
	s.T.Helper()
	jar, _ := cookiejar.New(nil)
	back := ""
	browser := &http.Client{Jar: jar, CheckRedirect: func(r *http.Request, _ []*http.Request) error {
		if strings.HasSuffix(r.URL.Path, callback) {
			back = r.URL.RawQuery
			return http.ErrUseLastResponse
		}
		return nil
	}}
	page, err := browser.Get(address)
	if err != nil {
		s.T.Fatal(err)
	}
	text, _ := io.ReadAll(page.Body)
	_ = page.Body.Close()
	if back != "" { // an error comes at once
		return back
	}
	if page.StatusCode != http.StatusOK || !strings.Contains(string(text), "Välj vem du är") {
		s.T.Fatalf("the provider: %d %s", page.StatusCode, text)
	}
	chosen, err := browser.PostForm(page.Request.URL.String(), url.Values{"person": {person}})
	if err != nil {
		s.T.Fatal(err)
	}
	text, _ = io.ReadAll(chosen.Body)
	_ = chosen.Body.Close()
	if back == "" {
		s.T.Fatalf("the provider: %d %s", chosen.StatusCode, text)
	}
	return back
}

// come is the browser that comes back.
func (s *story) come(query string, options ...testkit.Option) *testkit.Answer {
	s.T.Helper()
	return s.Get(callback+"?"+query, options...).Want(http.StatusSeeOther)
}

// signIn is the whole way of a person.
func (s *story) signIn(person string) *testkit.Answer {
	s.T.Helper()
	a := s.leave("/aktiviteter?plan=x")
	return s.come(s.choose(a.address, person), a.cookie)
}

// wantIn fails unless the answer lets in, and gives the one who is.
func (s *story) wantIn(got *testkit.Answer) object {
	s.T.Helper()
	return s.Get("/users/me", s.token(got)).Want(200).Object()
}

// token is that of the session that begins; it fails when none does.
func (s *story) token(got *testkit.Answer) testkit.Option {
	s.T.Helper()
	at := got.Header.Get("Location")
	if !strings.HasPrefix(at, "http://localhost:8080/logga-in/klart?till=") {
		s.T.Fatalf("not let in: %s", at)
	}
	for _, cookie := range got.Header.Values("Set-Cookie") {
		if strings.HasPrefix(cookie, "envagin-refresh=") {
			renewed := s.Do("POST", "/session-renewals", nil, testkit.Header("Cookie", strings.Split(cookie, ";")[0])).Want(200)
			token, _ := renewed.Object()["accessToken"].(string)
			return testkit.Header("Authorization", "Bearer "+token)
		}
	}
	s.T.Fatal("no cookie")
	return nil
}

// wantRefused fails unless the answer ends on the sign-in page with this code,
// and without a session.
func (s *story) wantRefused(got *testkit.Answer, code string) {
	s.T.Helper()
	if at := got.Header.Get("Location"); at != "http://localhost:8080/logga-in?fel="+code {
		s.T.Errorf("ended at %s, wanted %s", at, code)
	}
	for _, cookie := range got.Header.Values("Set-Cookie") {
		if strings.HasPrefix(cookie, "envagin-refresh=") {
			s.T.Errorf("a cookie: %s", cookie)
		}
	}
}

// rolesOf are a person's roles as text.
func rolesOf(person object) string {
	var out []string
	roles, _ := person["roles"].([]any)
	for _, r := range roles {
		role, _ := r.(object)
		out = append(out, fmt.Sprint(role["role"], " ", role["provided"] == true))
	}
	return strings.Join(out, ", ")
}

// rows is a whole table as text, a line a row.
func (s *story) rows(tables ...string) string {
	s.T.Helper()
	var out strings.Builder
	err := s.DB.Read(context.Background(), func(tx *gorm.DB) error {
		for _, table := range tables {
			var rows []map[string]any
			if err := tx.Table(table).Find(&rows).Error; err != nil {
				return err
			}
			for _, row := range rows {
				fmt.Fprintln(&out, row)
			}
		}
		return nil
	})
	if err != nil {
		s.T.Fatal(err)
	}
	return out.String()
}
