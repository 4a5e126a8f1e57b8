package testkit

import (
	"context"
	"net/http"
	"strings"

	"envagin/api/integrations"
	"envagin/api/platform/auth"
)

// keeper makes what stories only use.
var keeper = auth.User{ID: "testkit", Roles: []auth.Role{{Name: auth.Admin}}}

// Key makes a system that acts for a body, by the body's key, with a key that
// lives a year, and gives the value. The same again is the same.
func (a *App) Key(body string, scopes ...string) string {
	a.T.Helper()
	name := "key " + body + " " + strings.Join(scopes, " ")
	if key, ok := a.tokens[name]; ok {
		return key
	}
	ctx := context.Background()
	client, err := a.Clients.Create(ctx, keeper, integrations.Client{Name: name, BodyID: a.Body(body), Scopes: scopes, Email: "system@region.example", Active: true})
	if err != nil {
		a.T.Fatal(err)
	}
	_, key, err := a.Clients.CreateKey(ctx, keeper, client.ID, integrations.KeyInput{ExpiresOn: a.Clock.Today().AddMonths(12)})
	if err != nil {
		a.T.Fatal(err)
	}
	a.tokens[name] = key
	return key
}

// WithKey sends the request as a machine client.
func WithKey(key string) Option {
	return func(r *http.Request) { r.Header.Set("X-Api-Key", key) }
}

// AllScopes are the names of every scope there is.
func AllScopes() []string {
	names := make([]string, len(auth.Scopes))
	for i, s := range auth.Scopes {
		names[i] = s.Name
	}
	return names
}
