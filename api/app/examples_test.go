package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"envagin/api/accounts"
	"envagin/api/openapi"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/testkit"
)

// examplesDir is where the specification takes its examples from.
const examplesDir = "../openapi/examples"

// TestExamples tells one story that carries out every operation once, and holds
// the committed examples against what was sent and answered. With
// ENVAGIN_RECORD=1 it writes them instead. Clock and ids stand still, so the
// same code gives the same bytes.
func TestExamples(t *testing.T) {
	if !strings.Contains(strings.Join(testkit.Dialects(), " "), "sqlite") {
		t.Skip("the examples are the same on both databases and are recorded on SQLite")
	}
	n := 0
	next := func() string { n++; return fmt.Sprintf("0198c6f0-0000-7000-8000-%012x", n) }
	id.Replace(next)
	defer id.Replace(nil)
	s := newRecorder(t)

	s.bodiesAndAccounts()
	s.words()
	s.plan()
	s.activities()
	s.timeline()
	s.versions()
	s.accounts()
	s.integrations()
	s.traces()
	s.keeping()
	s.factors()
	s.federation()
	s.council()
	s.around()
	s.decided()
	s.told()
	s.asked()
	s.meetings()
	s.mapped()
	s.answered()
	s.compiled()
	s.votes()
	s.tells()
	s.invites()
	s.writes()
	s.wrote()
	s.corrects()
	s.writesToStaff()
	s.leave()

	if os.Getenv("ENVAGIN_RECORD") == "" {
		s.compare()
	}
}

// recorder carries out requests and keeps the first success of each operation.
type recorder struct {
	t      *testing.T
	a      *testkit.App
	dir    string
	paths  []operation
	seen   map[string]bool
	area   *testkit.Answer
	group  *testkit.Answer
	plan1  string
	ifn    string
	kf     string
	first  string // an activity
	second string
}

type operation struct {
	method, id string
	path       *regexp.Regexp
}

func newRecorder(t *testing.T) *recorder {
	t.Helper()
	s := &recorder{t: t, a: testkit.StartEmpty(t, "sqlite", withPrinter), dir: examplesDir, seen: map[string]bool{}}
	if os.Getenv("ENVAGIN_RECORD") == "" {
		s.dir = t.TempDir()
	}
	spec, err := openapi.Load()
	if err != nil {
		t.Fatal(err)
	}
	parameter := regexp.MustCompile(`\{[^}]+\}`)
	for _, o := range openapi.Operations(spec) {
		// A word in the place of an id (users/me) is an operation of its own.
		one := "[0-9a-f-]{36}"
		if strings.HasPrefix(o.Path, "/retention-rules") { // named by their keys
			one = "[a-z-]+"
		}
		path := strings.NewReplacer("{objectType}", "[a-zA-Z]+", "{questionKey}", "[a-z-]+").Replace(o.Path)
		pattern := "^" + parameter.ReplaceAllString(path, one) + "$"
		s.paths = append(s.paths, operation{strings.ToUpper(o.Method), o.OperationID, regexp.MustCompile(pattern)})
	}
	return s
}

// do sends a request as somebody and records it as the operation's example.
func (s *recorder) do(role, method, path string, body any, options ...testkit.Option) *testkit.Answer {
	s.t.Helper()
	answer := s.a.Do(method, path, body, append(options, s.a.As(role))...)
	if answer.Status >= 300 {
		s.t.Fatalf("%s %s: %d\n%s", method, path, answer.Status, answer.Body)
	}
	s.record(method, path, body, answer)
	return answer
}

// secret is what differs each time and would be no example to follow.
var (
	secret  = regexp.MustCompile(`"accessToken":"[^"]+"`)
	pending = regexp.MustCompile(`"token":"[^"]+"`)
)

// keyParts are those of a key that differ each time, by what stands for them.
var keyParts = map[string]*regexp.Regexp{
	`"prefix":"evi_4fT0mK2xQw9Z"`: regexp.MustCompile(`"prefix":"evi_[^"]+"`),
	`"value":"evi_4fT0mK2xQw9Z_0Yv1mC8r0nq3oE6d5bZt7aXkGhJuLwPiSsRfVc2D1eA4BQ9xT"`: regexp.MustCompile(`"value":"evi_[^"]+"`),
}

func (s *recorder) record(method, path string, body any, answer *testkit.Answer) {
	s.t.Helper()
	bare, _, _ := strings.Cut(path, "?")
	for _, o := range s.paths {
		answered := fmt.Sprint(o.id, " ", answer.Status)
		if o.method != method || !o.path.MatchString(bare) || s.seen[answered] || s.seen[o.id] && len(answer.Body) == 0 {
			continue
		}
		if !s.seen[o.id] { // what an earlier recording left is not completed
			_ = os.Remove(filepath.Join(s.dir, o.id+".json"))
		}
		s.seen[o.id], s.seen[answered] = true, true
		var sent []byte
		if body != nil {
			sent, _ = json.Marshal(body)
		}
		got := secret.ReplaceAll(answer.Body, []byte(`"accessToken":"eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl"`))
		got = pending.ReplaceAll(got, []byte(`"token":"pJx0V7J1bq5c8mH0g2i3yQeQmB4s9uZr1tKkXo7wLdE"`))
		for text, part := range keyParts {
			got = part.ReplaceAll(got, []byte(text))
		}
		got = bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n"))
		if err := openapi.RecordExample(s.dir, o.id, sent, got, answer.Status); err != nil {
			s.t.Fatal(err)
		}
	}
}

// all carries out create, list, get, replace and delete of one kind of thing.
// Another is made and deleted, so that the first stays for the story.
func (s *recorder) all(folder, list string, first, changed, other map[string]any) *testkit.Answer {
	s.t.Helper()
	made := s.do("coordinator", "POST", folder, first)
	s.do("coordinator", "GET", list, nil)
	s.do("coordinator", "GET", folder+"/"+made.ID(), nil)
	if changed != nil {
		made = s.do("coordinator", "PUT", folder+"/"+made.ID(), changed, testkit.IfMatch(made.ETag()))
	}
	if other != nil {
		gone := s.do("coordinator", "POST", folder, other)
		s.do("coordinator", "DELETE", folder+"/"+gone.ID(), nil, testkit.IfMatch(gone.ETag()))
	}
	return made
}

type m = map[string]any

func (s *recorder) bodiesAndAccounts() {
	ctx := context.Background()
	_, err := s.a.Accounts.AddUser(ctx, accounts.NewUser{Email: "admin@demo.example", Name: "Demo", Lang: "sv", Role: auth.Admin, Password: testkit.Password})
	if err != nil {
		s.t.Fatal(err)
	}
	post := func(body m) *testkit.Answer {
		return s.a.Do("POST", "/boards", body, s.a.As("admin")).Want(http.StatusCreated)
	}
	s.kf = post(m{"key": "kf", "kind": "council", "nameSv": "Kommunfullmäktige", "nameEn": "City council", "source": "plan"}).ID()
	post(m{"key": "centrum-mot-vald", "kind": "unit", "nameSv": "Centrum mot våld", "nameEn": "Centre against violence", "parentId": s.kf, "source": "plan"})
	post(m{"key": "region-vasterbotten", "kind": "outsideBody", "nameSv": "Region Västerbotten", "nameEn": "Region Västerbotten", "source": "plan"})
	s.ifn = post(m{"key": "ifn", "kind": "board", "nameSv": "Individ- och familjenämnden", "nameEn": "Individual and family services board", "shortName": "IFN", "parentId": s.kf, "source": "plan"}).ID()
	if err := s.a.Accounts.EnsureDemo(ctx, testkit.Password); err != nil {
		s.t.Fatal(err)
	}
	board := m{"key": "aldrenamnden", "kind": "board", "nameSv": "Äldrenämnden", "nameEn": "Elderly care board", "parentId": s.kf, "source": "plan"}
	changed := m{"key": "aldrenamnden", "kind": "board", "nameSv": "Äldrenämnden", "nameEn": "Elderly care board", "parentId": s.kf, "website": "https://www.umea.se", "source": "municipality"}
	s.all("/boards", "/boards?kind=board&limit=2", board, changed, m{"key": "misstag", "kind": "unit", "nameSv": "Ett misstag", "nameEn": "A mistake"})
	s.do("", "GET", "/units", nil)
	s.do("", "GET", "/partners", nil)
	s.do("", "GET", "/api-info", nil)

	session := s.a.Do("POST", "/sessions", m{"email": "officer@demo.example", "password": testkit.Password}).Want(http.StatusCreated)
	s.record("POST", "/sessions", m{"email": "officer@demo.example", "password": "the officer's password"}, session)
	cookie := testkit.Header("Cookie", strings.Split(session.Header.Get("Set-Cookie"), ";")[0])
	s.record("POST", "/session-renewals", nil, s.a.Do("POST", "/session-renewals", nil, cookie).Want(http.StatusOK))
	s.record("DELETE", "/sessions/current", nil, s.a.Do("DELETE", "/sessions/current", nil, cookie).Want(http.StatusNoContent))
	s.do("officer", "GET", "/users/me", nil)
	s.do("coordinator", "GET", "/users?limit=2", nil)
}

func (s *recorder) words() {
	area := m{"key": "nara-relationer", "nameSv": "Våld i nära relationer", "nameEn": "Violence in close relationships", "position": 2}
	s.area = s.all("/violence-areas", "/violence-areas", area, area, m{"key": "misstag", "nameSv": "Ett misstag", "nameEn": "A mistake", "position": 9})
	group := m{"key": "utsatta", "nameSv": "Personer som utsätts för våld", "nameEn": "People exposed to violence", "position": 1}
	s.group = s.all("/target-groups", "/target-groups", group, group, m{"key": "misstag", "nameSv": "Ett misstag", "nameEn": "A mistake", "position": 9})
}

func (s *recorder) plan() {
	plan := func(key string) m {
		return m{"key": key, "name": "Gemensam plan mot våld", "lang": "sv", "status": "published", "rootBodyId": s.kf, "periodFrom": "2026-01-01",
			"periodTo": "2029-12-31", "isSummary": true, "parts": []m{{"number": 1, "title": "Alla nämnder"}, {"number": 2, "title": "Efter målgrupp och enhet"}}, "source": "municipality"}
	}
	s.plan1 = s.all("/plans", "/plans", plan("plan-mot-vald"), plan("plan-mot-vald"), plan("misstag")).ID()
	goal := func(key string) m {
		return m{"planId": s.plan1, "key": key, "kind": "overarching", "text": "Våldet ska minska.", "position": 1, "source": "plan"}
	}
	s.all("/goals", "/goals?plan="+s.plan1, goal("minska-valdet"), goal("minska-valdet"), goal("misstag"))
	section := func(anchor string) m {
		return m{"anchor": anchor, "position": 1, "title": "Uppföljning", "body": "Planen följs upp **varje år**.", "isSummary": true, "lang": "sv"}
	}
	sections := "/plans/" + s.plan1 + "/sections"
	s.all(sections, sections, section("uppfoljning"), section("uppfoljning"), section("misstag"))
	round := func(key string) m {
		return m{"key": key, "name": "Årlig uppföljning till kommunfullmäktige", "audience": "council", "firstDue": "2026-12-31", "everyMonths": 12, "source": "plan"}
	}
	rounds := "/plans/" + s.plan1 + "/reporting-rounds"
	s.all(rounds, rounds, round("arlig-kf"), round("arlig-kf"), round("misstag"))
}

func (s *recorder) activities() {
	activity := func(key, code, title string) m {
		return m{"planId": s.plan1, "key": key, "code": code, "part": 2, "position": 2, "title": title, "summary": "Fler ska få hjälp tidigt.",
			"description": "Hjälpen gäller **både** den som utsätts och den som utövar våld.", "start": m{"day": "2026-01-01", "precision": "year"},
			"violenceAreaIds": []string{s.area.ID()}, "targetGroupIds": []string{s.group.ID()}, "levels": []string{"individual"}, "source": "plan"}
	}
	first := activity("centrum-mot-vald", "2.2", "Utveckla Centrum mot våld")
	s.first = s.all("/activities", "/activities?limit=2", first, first, activity("misstag", "9", "Ett misstag")).ID()
	s.second = s.a.Do("POST", "/activities", activity("skyddat-boende", "2.5", "Skyddat boende"), s.a.As("coordinator")).Want(http.StatusCreated).ID()
	at := "/activities/" + s.first

	answers := m{"bodyId": s.ifn, "role": "answerable", "source": "plan"}
	s.all(at+"/responsibilities", at+"/responsibilities", answers, answers, m{"rule": "allBoards", "role": "supports", "source": "interpretation"})
	milestone := m{"key": "rutin", "title": "Gemensam rutin med skolorna", "due": m{"day": "2027-03-01", "precision": "month"}, "source": "municipality"}
	s.all(at+"/milestones", at+"/milestones", milestone, milestone, m{"key": "misstag", "title": "Ett misstag"})
	s.all(at+"/dependencies", at+"/dependencies", m{"beforeId": s.second}, nil, nil)
	before := s.a.Get(at + "/dependencies").Items()[0]["id"].(string)
	s.do("coordinator", "DELETE", at+"/dependencies/"+before, nil, testkit.IfMatch(`"1"`))

	report := m{"bodyId": s.ifn, "state": "deviation", "done": "Samtal med skolorna har börjat.", "deviation": "En tjänst är vakant sedan i maj.", "next": "Rekrytering klar i januari."}
	made := s.do("officer", "POST", at+"/reports", report)
	s.do("", "GET", at+"/reports", nil)
	s.do("", "GET", at+"/reports/"+made.ID(), nil)
	s.do("officer", "PUT", at+"/reports/"+made.ID(), report, testkit.IfMatch(made.ETag()))
	s.do("", "GET", at+"/parts", nil)
	part := s.do("", "GET", at+"/parts/"+s.ifn, nil)
	s.do("officer", "PUT", at+"/parts/"+s.ifn, m{"assignmentReference": "Uppdragsplan 2026, punkt 4.2"}, testkit.IfMatch(part.ETag()))
	notes := s.do("officer", "GET", at+"/internal-notes", nil)
	s.do("officer", "PUT", at+"/internal-notes", m{"text": "Ta upp lokalfrågan på nästa möte."}, testkit.IfMatch(notes.ETag()))
	s.states(at)
	s.do("", "GET", "/plans/"+s.plan1+"/matrix-cells", nil)
}

// states carries out each verb and takes it back again.
func (s *recorder) states(at string) {
	etag := s.a.Get(at).ETag()
	put := func(verb string, body any) {
		etag = s.do("coordinator", "PUT", at+"/"+verb, body, testkit.IfMatch(etag)).ETag()
	}
	takeBack := func(verb string) {
		etag = s.do("coordinator", "DELETE", at+"/"+verb, nil, testkit.IfMatch(etag)).ETag()
	}
	put("completion", m{"on": m{"day": "2026-10-01", "precision": "month"}})
	takeBack("completion")
	put("status-override", m{"status": "atRisk", "reason": "Lokalen är inte klar.", "until": "2026-12-31"})
	takeBack("status-override")
	put("cancellation", m{"on": "2026-11-01", "reason": "Ersatt av länets gemensamma arbete."})
	takeBack("cancellation")
	put("confirmation", nil)
	other := s.a.Do("POST", "/activities", m{"planId": s.plan1, "key": "boende", "code": "2.6", "part": 2, "position": 6, "title": "Boende"}, s.a.As("coordinator")).Want(http.StatusCreated)
	s.do("coordinator", "PUT", "/activities/"+other.ID()+"/merger", m{"intoId": s.second}, testkit.IfMatch(other.ETag()))
}

func (s *recorder) timeline() {
	entry := func(key string) m {
		return m{"planId": s.plan1, "key": key, "kind": "decision", "title": "Fullmäktige antar planen", "date": m{"day": "2025-12-15", "precision": "day"},
			"bodyId": s.kf, "reference": "KS-2025/00123", "source": "municipality"}
	}
	s.all("/timelines", "/timelines?limit=3", entry("antagande"), entry("antagande"), entry("misstag"))
	s.do("", "GET", "/timelines/calendar?kind=decision", nil)
}

func (s *recorder) versions() {
	at := "/plans/" + s.plan1
	made := s.do("coordinator", "POST", at+"/versions", m{"label": "Antagen", "decidedById": s.kf, "decisionDate": "2025-12-15", "decisionReference": "KS-2025/00123"})
	s.do("", "GET", at+"/versions", nil)
	s.do("", "GET", at+"/versions/"+made.ID(), nil)
	s.do("", "GET", at+"/versions/"+made.ID()+"/package", nil)
	second := s.a.Get("/activities/" + s.second)
	content := m{"planId": s.plan1, "key": "skyddat-boende", "code": "2.5", "part": 2, "position": 5, "title": "Skyddat boende för alla"}
	s.a.Do("PUT", "/activities/"+s.second, content, s.a.As("coordinator"), testkit.IfMatch(second.ETag())).Want(http.StatusOK)
	s.do("", "GET", at+"/comparisons?from="+made.ID(), nil)
}

// leave checks that no operation was forgotten.
func (s *recorder) leave() {
	for _, o := range s.paths {
		if !s.seen[o.id] {
			s.t.Errorf("the story does not carry out %s", o.id)
		}
	}
}

// compare holds what happened against what is committed.
func (s *recorder) compare() {
	s.t.Helper()
	for _, o := range s.paths {
		want, err := os.ReadFile(filepath.Join(examplesDir, o.id+".json"))
		if err != nil {
			s.t.Errorf("%s: no example is committed; run ENVAGIN_RECORD=1 go test -run TestExamples ./api/app, then make spec", o.id)
			continue
		}
		got, err := os.ReadFile(filepath.Join(s.dir, o.id+".json"))
		if err != nil {
			s.t.Error(err)
		} else if !bytes.Equal(got, want) {
			s.t.Errorf("%s: the committed example is not what happens today; record it anew and run make spec", o.id)
		}
	}
}
