package app_test

import (
	"net/http"

	"envagin/api/testkit"
)

// integrations is how a system of another body gets a key.
func (s *recorder) integrations() {
	region := s.a.Get("/partners").Items()[0]["id"]
	system := func(name string) m {
		return m{"name": name, "bodyId": region, "scopes": []string{"activities:read", "reports:write"}, "email": "it-integration@region.example",
			"lang": "sv", "active": true, "note": "Avtal diarienummer KS-2026/00456."}
	}
	client := s.all("/api-clients", "/api-clients", system("Region Västerbottens ärendesystem"), system("Region Västerbottens ärendesystem"), system("Ett misstag"))
	keys := "/api-clients/" + client.ID() + "/keys"
	key := s.do("coordinator", http.MethodPost, keys, m{"label": "Produktion 2027", "expiresOn": "2027-11-22"})
	s.do("coordinator", http.MethodGet, keys, nil)
	s.do("coordinator", http.MethodGet, keys+"/"+key.ID(), nil)
	value, _ := key.Object()["value"].(string)
	s.record(http.MethodGet, "/api-clients/me", nil, s.a.Get("/api-clients/me", testkit.WithKey(value)).Want(http.StatusOK))
	header := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	s.do("coordinator", http.MethodDelete, keys+"/"+key.ID(), nil, header("If-Match", key.ETag()))
	s.do("", http.MethodGet, "/access-rules", nil)
}
