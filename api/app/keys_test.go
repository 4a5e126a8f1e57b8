package app_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"envagin/api/app"
	"envagin/api/testkit"
)

// Two servers on one database, as behind a load balancer; SQLite has one server.
func TestKeysRotateUnderTwoServersThatGoOn(t *testing.T) {
	t.Parallel()
	if !strings.Contains(strings.Join(testkit.Dialects(), " "), "postgres") {
		t.Skip("only PostgreSQL serves two at once")
	}
	database := testkit.NewDatabase(t, "postgres")
	one := testkit.StartWith(t, database, func(*app.Config) {})
	two := testkit.StartAgain(t, database, func(*app.Config) {})
	later := func(d time.Duration) {
		one.Later(d)
		two.Later(d)
	}
	bearer := func(token string) testkit.Option { return testkit.Header("Authorization", "Bearer "+token) }
	renew := func(a *testkit.App, cookie string) *testkit.Answer {
		return a.Do(http.MethodPost, "/session-renewals", nil, testkit.Header("Cookie", cookie)).Want(http.StatusOK)
	}
	in := one.Do(http.MethodPost, "/sessions", object{"email": "officer@demo.example", "password": testkit.Password}).Want(http.StatusCreated)
	old := in.Object()["accessToken"].(string)
	cookie, _, _ := strings.Cut(in.Header.Get("Set-Cookie"), ";")

	if err := one.Accounts.RotateKeys(context.Background()); err != nil {
		t.Fatal(err)
	}

	for _, a := range []*testkit.App{one, two} {
		a.Get("/users/me", bearer(old)).Want(http.StatusOK)
	}
	later(time.Minute)
	first := renew(one, cookie)
	fresh := first.Object()["accessToken"].(string)
	if strings.Split(fresh, ".")[0] == strings.Split(old, ".")[0] {
		t.Error("the old key signs after a minute")
	}
	again := renew(two, cookie) // the same within the grace, on the other server
	if first.Header.Get("Set-Cookie") != again.Header.Get("Set-Cookie") {
		t.Error("two servers make two successors")
	}
	two.Get("/users/me", bearer(fresh)).Want(http.StatusOK)
	one.Get("/users/me", bearer(again.Object()["accessToken"].(string))).Want(http.StatusOK)

	set := two.Get("//.well-known/jwks.json").Want(http.StatusOK)
	if set.Header.Get("Cache-Control") != "public, max-age=300" || set.Header.Get("Content-Type") != "application/jwk-set+json" || strings.Count(string(set.Body), `"kid"`) != 2 {
		t.Errorf("%v %s", set.Header, set.Body)
	}
	if strings.Contains(string(set.Body), `"d"`) {
		t.Error("a private key is published")
	}
	later(2 * time.Hour)
	if set := one.Get("//.well-known/jwks.json").Want(http.StatusOK); strings.Count(string(set.Body), `"kid"`) != 1 {
		t.Errorf("%s", set.Body)
	}
}
