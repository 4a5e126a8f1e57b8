package app_test

import (
	"net/http"
	"regexp"
	"strings"

	"envagin/api/testkit"
)

// accounts tells how a person is invited, chooses a password, says what is to be
// seen of them, signs out everywhere and is forgotten.
func (s *recorder) accounts() {
	s.do("", "GET", "/sign-in-methods", nil)
	person := m{"email": "anna@region.example", "name": "Anna Exempel", "lang": "sv", "active": true, "protected": false,
		"roles": []m{{"role": "contact", "bodyId": s.ifn}}}
	made := s.do("coordinator", "POST", "/users", person)
	at := "/users/" + made.ID()
	s.do("coordinator", "GET", at, nil)
	s.do("coordinator", "PUT", at, person, testkit.IfMatch(made.ETag()))
	s.do("coordinator", "POST", at+"/invitations", m{})

	s.byLink("anna@region.example", "fyra ord hör ihop")
	reset := m{"email": "anna@region.example"}
	s.record("POST", "/password-resets", reset, s.a.Do("POST", "/password-resets", reset).Want(http.StatusAccepted))

	anna := s.signedIn("anna@region.example", "fyra ord hör ihop")
	profile := s.as(anna, "GET", "/users/me/profile", nil)
	s.as(anna, "PUT", "/users/me/profile", m{"name": "Anna Exempel", "title": "Socialsekreterare", "phone": "090-16 00 00", "lang": "sv",
		"publicName": true, "publicEmail": false, "publicPhone": true, "protected": false}, testkit.IfMatch(profile.ETag()))
	s.do("", "GET", "/boards/"+s.ifn+"/contacts", nil)
	s.as(anna, "PUT", "/users/me/password", m{"currentPassword": "fyra ord hör ihop", "password": "en helt annan mening"})
	other := s.a.Do("POST", "/sessions", m{"email": "anna@region.example", "password": "en helt annan mening"},
		testkit.Header("User-Agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0")).Want(http.StatusCreated)
	anna = testkit.Header("Authorization", "Bearer "+other.Object()["accessToken"].(string))
	list := s.as(anna, "GET", "/sessions", nil)
	for _, session := range list.Items() {
		if session["current"] != true {
			s.as(anna, "DELETE", "/sessions/"+session["id"].(string), nil)
		}
	}
	s.as(anna, "DELETE", "/sessions?keep=current", nil)
	all := s.as(anna, "GET", at+"/personal-data", nil)
	s.do("admin", "DELETE", at+"/personal-data", nil, testkit.IfMatch(all.ETag()))
}

// byLink chooses a password by the link in the newest mail.
func (s *recorder) byLink(address, password string) {
	s.t.Helper()
	s.a.Drain()
	_, token, _ := strings.Cut(s.a.LastMailTo(address).Text, "#")
	token = regexp.MustCompile(`^\S+`).FindString(token)
	const shown = "pJx0V7J1bq5c8mH0g2i3yQeQmB4s9uZr1tKkXo7wLdE"
	check := s.a.Do("POST", "/link-checks", m{"token": token}).Want(http.StatusOK)
	s.record("POST", "/link-checks", m{"token": shown}, check)
	change := s.a.Do("POST", "/password-changes", m{"token": token, "password": password}).Want(http.StatusNoContent)
	s.record("POST", "/password-changes", m{"token": shown, "password": password}, change)
}

// signedIn is the header of somebody who is no demo account.
func (s *recorder) signedIn(email, password string) testkit.Option {
	s.t.Helper()
	answer := s.a.Do("POST", "/sessions", m{"email": email, "password": password}).Want(http.StatusCreated)
	return testkit.Header("Authorization", "Bearer "+answer.Object()["accessToken"].(string))
}

// as is do as somebody who is no demo account.
func (s *recorder) as(who testkit.Option, method, path string, body any, options ...testkit.Option) *testkit.Answer {
	s.t.Helper()
	answer := s.a.Do(method, path, body, append(options, who)...)
	if answer.Status >= 300 {
		s.t.Fatalf("%s %s: %d\n%s", method, path, answer.Status, answer.Body)
	}
	s.record(method, path, body, answer)
	return answer
}
