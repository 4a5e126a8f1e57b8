package app_test

import (
	"net/http"

	"envagin/api/testkit"
)

// The two columns that are machines, both of Region Västerbotten: one whose keys
// hold every scope, and one that only reads activities.
const (
	client     = "client"
	clientRead = "clientRead"
)

// viewer sends a request as a column of the table.
func viewer(a *testkit.App, name string) testkit.Option {
	a.T.Helper()
	switch name {
	case client:
		return testkit.WithKey(a.Key("region-vasterbotten", testkit.AllScopes()...))
	case clientRead:
		return testkit.WithKey(a.Key("region-vasterbotten", "activities:read"))
	default:
		return a.As(name)
	}
}

// clientsToTry makes a client with a key, and lets both machines be known before
// anything is counted: the first use of a day is noted.
func (th things) clientsToTry(a *testkit.App) {
	a.T.Helper()
	for _, name := range []string{client, clientRead} {
		a.Get("/api-info", viewer(a, name)).Want(200)
	}
	coordinator := a.As("coordinator")
	made := a.Do(http.MethodPost, "/api-clients", object{"name": "Prov", "bodyId": a.Body("region-vasterbotten"), "scopes": []string{"plans:read"},
		"email": "prov@example.org", "lang": "en", "active": true, "note": "Prov"}, coordinator).Want(201)
	th["own"]["api-clients"] = made.ID()
	th["own"]["keyId"] = a.Do(http.MethodPost, "/api-clients/"+made.ID()+"/keys", object{"label": "Prov", "expiresOn": "2027-01-01"}, coordinator).Want(201).ID()
}
