package app_test

import (
	"net/http"
	"net/url"

	"envagin/api/openapi"
	"envagin/api/testkit"
)

// traces is how a thing came to be so, for those who read it, and who did it, for
// administrators.
func (s *recorder) traces() {
	s.t.Helper()
	activity := s.a.Get("/activities/"+s.first, s.a.As("coordinator"))
	spec, err := openapi.Load()
	if err != nil {
		s.t.Fatal(err)
	}
	in := m{}
	input := spec["components"].(m)["schemas"].(m)["ActivityInput"].(m)["properties"].(m)
	for field, value := range activity.Object() {
		if _, ok := input[field]; ok {
			in[field] = value
		}
	}
	in["title"] = "Utbilda chefer och skyddsombud"
	s.a.Do(http.MethodPut, "/activities/"+s.first, in, s.a.As("coordinator"), testkit.IfMatch(activity.ETag()),
		testkit.Header("Change-Note", url.PathEscape("Beslut i kommunstyrelsen 2026-11-10."))).Want(http.StatusOK)
	s.do("officer", http.MethodGet, "/histories/activity/"+s.first+"?limit=2", nil)
	found := s.do("admin", http.MethodGet, "/audit-events?aboutType=activity&aboutId="+s.first+"&limit=2", nil)
	id, _ := found.Items()[0]["id"].(string)
	s.do("admin", http.MethodGet, "/audit-events/"+id, nil)
}
