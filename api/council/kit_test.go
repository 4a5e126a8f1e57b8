package council_test

import (
	"context"
	"strings"
	"testing"

	"envagin/api/testkit"
)

type object = map[string]any

// story is the application with what stories of the council say often.
type story struct{ *testkit.App }

func eachDB(t *testing.T, tell func(t *testing.T, s *story)) {
	t.Helper()
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) { tell(t, &story{a}) })
}

// seat gives a seat by its key, as somebody sees it.
func (s *story) seat(key, role string) object {
	s.T.Helper()
	for _, seat := range s.Get("/council-seats?limit=100", s.As(role)).Want(200).Items() {
		if seat["key"] == key {
			return seat
		}
	}
	s.T.Fatalf("there is no seat %q", key)
	return nil
}

func (s *story) seatID(key string) string {
	s.T.Helper()
	text, _ := s.seat(key, "")["id"].(string)
	return text
}

// by is a decision of a body, by its key.
func (s *story) by(body string) object {
	s.T.Helper()
	return object{"date": object{"day": "2026-11-18", "precision": "day"}, "bodyId": s.Body(body), "registrationNumber": "IFN-2026/00123"}
}

// appointment is one to a seat, which Centrum mot våld's board decided unless said otherwise.
func (s *story) appointment(seat, email, from, to string, more ...object) object {
	s.T.Helper()
	a := object{"seatId": s.seatID(seat), "email": email, "name": "Eva Ek", "from": from, "decision": s.by("ifn")}
	if to != "" {
		a["to"] = to
	}
	for _, m := range more {
		for name, value := range m {
			a[name] = value
		}
	}
	return a
}

// appoint appoints somebody as the officer of IFN.
func (s *story) appoint(seat, email, from, to string, more ...object) *testkit.Answer {
	s.T.Helper()
	return s.Do("POST", "/council-members", s.appointment(seat, email, from, to, more...), s.As("officer"))
}

// me is the account of a demo account.
func (s *story) me(role string) object {
	s.T.Helper()
	return s.Get("/users/me", s.As(role)).Want(200).Object()
}

// remind asks for the letters that are due, and sends them; it gives those of the council.
func (s *story) remind() (letters []string) {
	s.T.Helper()
	before := len(s.Outbox())
	if err := s.Council.Remind(context.Background()); err != nil {
		s.T.Fatal(err)
	}
	s.Drain()
	for _, m := range s.Outbox()[before:] {
		if strings.Contains(m.Subject, "rådet") {
			letters = append(letters, m.To+"\n"+m.Text)
		}
	}
	return letters
}

func at(v any, path ...string) any {
	for _, name := range path {
		node, _ := v.(object)
		v = node[name]
	}
	return v
}
