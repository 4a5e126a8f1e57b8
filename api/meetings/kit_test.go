package meetings_test

import (
	"testing"

	"envagin/api/testkit"
)

type object = map[string]any

// story is the application with a council of three: the convener's seat is the
// coordinator's, the expert's seat the expert's, and the officer of IFN's seat the member's.
type story struct {
	*testkit.App
	seats map[string]string // by the role of who sits there
}

// roles are who sits where, by the seats' keys.
var roles = map[string]string{"umebra": "coordinator", "centrum-mot-vald": "expert", "aldreomsorg": "member"}

func eachDB(t *testing.T, tell func(t *testing.T, s *story)) {
	t.Helper()
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) { tell(t, seated(a)) })
}

// seated lets the three sit down.
func seated(a *testkit.App) *story {
	a.T.Helper()
	s := &story{App: a, seats: map[string]string{}}
	for _, seat := range a.Get("/council-seats?limit=100").Want(200).Items() {
		role, sits := roles[seat["key"].(string)]
		if !sits {
			continue
		}
		s.seats[role] = seat["id"].(string)
		a.Do("POST", "/council-members", object{"seatId": seat["id"], "email": role + "@demo.example", "from": "2026-01-01",
			"decision": object{"date": object{"day": "2025-12-01", "precision": "day"}, "bodyId": a.Body("kf")}}, a.As("coordinator")).Want(201)
	}
	if len(s.seats) != 3 {
		a.T.Fatalf("only %v sit in the council", s.seats)
	}
	return s
}

// plan makes a meeting of the council next week.
func (s *story) plan(more object) *testkit.Answer {
	s.T.Helper()
	in := object{"kind": "council", "title": "Samverkansrådet i december", "startsAt": "2026-12-01T13:00:00Z", "endsAt": "2026-12-01T15:00:00Z",
		"place": "Stadshuset", "template": "none", "notice": "Rådet följer upp årets **insatser**.", "joinUrl": "https://mote.example.se/radet"}
	for name, value := range more {
		in[name] = value
	}
	return s.Do("POST", "/council-meetings", in, s.As("secretary")).Want(201)
}

// take takes a step with the meeting as it stands now.
func (s *story) take(meeting, step string, body object) *testkit.Answer {
	s.T.Helper()
	etag := s.Get("/council-meetings/"+meeting, s.As("secretary")).Want(200).ETag()
	return s.Do("PUT", "/council-meetings/"+meeting+"/"+step, body, s.As("secretary"), testkit.IfMatch(etag))
}

// item puts something on the agenda.
func (s *story) item(meeting string, more object) *testkit.Answer {
	s.T.Helper()
	in := object{"title": "Skyddat boende", "kind": "decision", "minutes": 15}
	for name, value := range more {
		in[name] = value
	}
	return s.Do("POST", "/council-meetings/"+meeting+"/agenda-items", in, s.As("secretary")).Want(201)
}

// note says how somebody's seat is represented.
func (s *story) note(meeting, role, state string) *testkit.Answer {
	s.T.Helper()
	at := "/council-meetings/" + meeting + "/attendances/" + s.seats[role]
	return s.Do("PUT", at, object{"state": state}, s.As("secretary"), testkit.IfMatch(s.Get(at, s.As("secretary")).Want(200).ETag()))
}

// write writes the minutes under an item as they stand now.
func (s *story) write(meeting, item, text string) {
	s.T.Helper()
	at := "/council-meetings/" + meeting + "/agenda-items/" + item + "/text"
	s.Do("PUT", at, object{"text": text}, s.As("secretary"), testkit.IfMatch(s.Get(at, s.As("secretary")).Want(200).ETag())).Want(200)
}

// outcome writes what came out of an item.
func (s *story) outcome(meeting, item string, body object) *testkit.Answer {
	s.T.Helper()
	return s.Do("POST", "/council-meetings/"+meeting+"/agenda-items/"+item+"/outcomes", body, s.As("secretary"))
}

// held is a meeting that has been, with an item on which it was decided, a task of
// the member's, and an item that is secret; it gives the ids.
func (s *story) held(more object) (meeting, item, task string) {
	s.T.Helper()
	meeting = s.plan(more).ID()
	item = s.item(meeting, nil).ID()
	secret := s.item(meeting, object{"title": "Ett enskilt ärende", "isSecret": true, "kind": "discussion"}).ID()
	s.take(meeting, "call", object{}).Want(200)
	s.take(meeting, "opening", object{}).Want(200)
	s.note(meeting, "member", "present").Want(200)
	s.note(meeting, "expert", "present").Want(200)
	s.note(meeting, "coordinator", "excused").Want(200)
	s.write(meeting, item, "Rådet tackade för rapporten.")
	s.write(meeting, secret, "Det som sades om ärendet.")
	s.outcome(meeting, item, object{"kind": "decision", "text": "Rutinen prövas i tre enheter."}).Want(201)
	task = s.outcome(meeting, item, object{"kind": "task", "text": "Ta fram ett förslag till rutin.", "responsibleSeatId": s.seats["member"], "dueOn": "2027-02-01"}).Want(201).ID()
	s.take(meeting, "closing", object{}).Want(200)
	return meeting, item, task
}

// adjust sends the minutes to the member and the expert, who approve.
func (s *story) adjust(meeting string) {
	s.T.Helper()
	s.take(meeting, "adjustment", object{"adjusterSeatIds": []string{s.seats["member"], s.seats["expert"]}, "dueOn": "2026-12-10"}).Want(200)
	for _, role := range []string{"member", "expert"} {
		hash := s.Get("/council-meetings/"+meeting, s.As(role)).Object()["contentHash"]
		s.Do("POST", "/council-meetings/"+meeting+"/approvals", object{"contentHash": hash}, s.As(role)).Want(201)
	}
}
