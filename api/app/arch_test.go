package app_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// neighbours are the rooms that a room may call, through their shared.go: a DAG.
var neighbours = map[string][]string{
	"boards":         {},
	"plans":          {"boards"},
	"activities":     {"boards", "plans"},
	"timelines":      {"boards", "plans", "activities", "council", "decisions", "communications", "meetings", "surveys"},
	"accounts":       {"boards"},
	"decisions":      {"boards", "plans", "activities"},
	"council":        {"boards", "plans", "accounts", "decisions"},
	"questions":      {"boards", "plans", "accounts"},
	"references":     {"boards", "plans", "activities", "accounts"},
	"competences":    {"boards", "plans"},
	"communications": {"boards", "plans", "activities"},
	"meetings":       {"boards", "activities", "decisions", "council", "questions", "accounts"},
	"steering":       {"boards", "plans", "activities", "timelines", "council", "decisions", "questions", "meetings"},
	"surveys":        {"boards", "plans"},
	"ballots":        {"surveys", "boards"},
	"responses":      {"surveys", "boards", "accounts", "activities"},
	"results":        {"surveys", "ballots"},
	"compilations":   {"surveys", "responses", "boards"},
	"invitations":    {"surveys", "responses", "ballots", "boards", "accounts"},
	"integrations":   {"boards"},
	"retention":      {},
	"traces":         {"accounts"},
	"factors":        {"accounts"},
	"federation":     {"accounts", "boards"},
}

// banned are the imports that a kind of file does not know, by the file's last word.
var banned = map[string][]string{
	"handler": {gormPath, databasePath, auditPath},
	"payload": {gormPath, echoPath, "net/http", "context", databasePath, auditPath},
	"service": {echoPath, "net/http", httpxPath},
	"store":   {echoPath, "net/http", httpxPath},
	"package": {echoPath, "net/http", httpxPath},
	"shared":  {echoPath, "net/http", httpxPath},
	"demo":    {echoPath, "net/http", httpxPath},
	// What a room says of how long it keeps its rows.
	"retention": {echoPath, "net/http", httpxPath},
	// The door is where every room that has proved who somebody is lets them in.
	"door": {gormPath, databasePath, auditPath},
	// A provider asks another system over the network.
	"provider": {gormPath, echoPath, httpxPath, databasePath, auditPath},
	// Two more that belong to the service of activities: each has a file for its length.
	"refresh": {echoPath, "net/http", httpxPath},
	"whole":   {echoPath, "net/http", httpxPath},
}

// rules is every other file of a room: pure Go on what it is given.
var rules = []string{gormPath, echoPath, "net/http", httpxPath, databasePath, auditPath}

const (
	module       = "envagin/api/"
	gormPath     = "gorm.io/gorm"
	echoPath     = "github.com/labstack/echo/v4"
	httpxPath    = module + "platform/httpx"
	databasePath = module + "platform/database"
	auditPath    = module + "platform/audit"
)

// long are the files over 400 lines, with the reason.
var long = map[string]string{}

const maxLines = 400

// source is one Go file of the API.
type source struct {
	path    string // under api/
	pkg     string // its folder under api/
	name    string
	text    []byte
	file    *ast.File
	imports []string
	test    bool
}

func sources(t *testing.T) []source {
	t.Helper()
	all, err := parsed()
	if err != nil || len(all) < 50 {
		t.Fatal(len(all), err)
	}
	return all
}

var parsed = sync.OnceValues(func() (all []source, err error) {
	fset := token.NewFileSet()
	err = filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && d.Name() == "testdata" {
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return err
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(fset, path, text, 0)
		if err != nil {
			return err
		}
		path, _ = filepath.Rel("..", path)
		s := source{path: path, pkg: filepath.Dir(path), name: filepath.Base(path), text: text, file: file, test: strings.HasSuffix(path, "_test.go")}
		for _, i := range file.Imports {
			text, _ := strconv.Unquote(i.Path.Value)
			s.imports = append(s.imports, text)
		}
		all = append(all, s)
		return nil
	})
	return all, err
})

// kind is the last word of a file's name: goal_service.go is a service.
func (s source) kind() string {
	words := strings.Split(strings.TrimSuffix(s.name, ".go"), "_")
	return words[len(words)-1]
}

func TestAFileOfARoomImportsWhatItsKindMay(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if _, room := neighbours[s.pkg]; !room || s.test {
			continue
		}
		no, known := banned[s.kind()]
		if !known {
			no = rules
		}
		for _, i := range s.imports {
			if slices.Contains(no, i) {
				t.Errorf("%s imports %s", s.path, i)
			}
		}
	}
}

func TestRoomsCallOnlyTheirNeighbours(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		mine, room := neighbours[s.pkg]
		for _, i := range s.imports {
			to, ours := strings.CutPrefix(i, module)
			if !ours || s.test {
				continue
			}
			_, toRoom := neighbours[to]
			switch {
			case toRoom && room && !slices.Contains(mine, to):
				t.Errorf("%s: the room %s is no neighbour of %s", s.path, to, s.pkg)
			case toRoom && strings.HasPrefix(s.pkg, "platform"):
				t.Errorf("%s: the platform knows no room", s.path)
			case to == "app" && s.pkg != "." && !strings.HasPrefix(s.pkg, "testkit"):
				t.Errorf("%s: only main knows app", s.path)
			case strings.HasPrefix(to, "testkit"):
				if !strings.HasPrefix(s.pkg, "testkit") {
					t.Errorf("%s: testkit is for tests", s.path)
				}
			case s.pkg == "platform/problem" && to != "platform/problem":
				t.Errorf("%s: problem knows nothing of ours", s.path)
			}
		}
	}
}

func TestNeighboursMakeNoCircle(t *testing.T) {
	t.Parallel()
	var walk func(room string, path []string)
	walk = func(room string, path []string) {
		if slices.Contains(path, room) {
			t.Fatalf("%v", append(path, room))
		}
		for _, next := range neighbours[room] {
			walk(next, append(path, room))
		}
	}
	for room := range neighbours {
		walk(room, nil)
	}
}

func TestEveryRoomHasItsFiles(t *testing.T) {
	t.Parallel()
	have := map[string]source{}
	for _, s := range sources(t) {
		have[s.path] = s
	}
	for room := range neighbours {
		for _, name := range []string{"doc.go", "handler.go", "payload.go", "service.go", "store.go", "stories_test.go"} {
			if _, ok := have[room+"/"+name]; !ok {
				t.Errorf("%s has no %s", room, name)
			}
		}
		if n := bytes.Count(have[room+"/doc.go"].text, []byte("\n")); n > 40 {
			t.Errorf("%s/doc.go has %d lines; 40 are read", room, n)
		}
	}
}

func TestFilesAreShort(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		n := bytes.Count(s.text, []byte("\n"))
		if _, reason := long[s.path]; n > maxLines && !reason {
			t.Errorf("%s has %d lines; split it", s.path, n)
		}
	}
}

func TestPackagesAreNamedForWhatTheyDo(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if slices.Contains([]string{"models", "utils", "util", "common", "helpers", "services", "misc"}, s.file.Name.Name) {
			t.Errorf("%s: package %s says nothing", s.path, s.file.Name.Name)
		}
	}
}

func TestStoresExportNothing(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if _, room := neighbours[s.pkg]; !room || s.kind() != "store" {
			continue
		}
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.IsExported() && f.Recv == nil {
				t.Errorf("%s exports %s; neighbours call shared.go", s.path, f.Name)
			}
		}
	}
}

// forbidden is what stands nowhere in the program, each with its reason.
var forbidden = []struct {
	text   *regexp.Regexp
	reason string
	except []string
}{
	{regexp.MustCompile(`(?i)order by [^"` + "`" + `]*\b(lower|upper)\s*\(`), "Swedish order is a key column made in Go", nil},
	{regexp.MustCompile(`(?i)"[^"\n]*\b(lower|upper|ilike)\b\s*[('][^"\n]*"`), "what is compared without case has a folded column", nil},
	{regexp.MustCompile(`\.AutoMigrate\(|\bgorm\.Model\b`), "the schema is numbered SQL", nil},
	{regexp.MustCompile(`\bfunc \([^)]*\) (Before|After)(Create|Save|Update|Delete|Find)\(`), "no gorm hooks", nil},
	{regexp.MustCompile(`\btime\.Now\(`), "the time is passed in",
		[]string{"platform/day/clock.go", "platform/httpx/middleware.go", "platform/database/", "testkit/", "bench/"}},
	{regexp.MustCompile(`\bfmt\.Print|\blog\.Print`), "what is told goes to the log or to a writer", []string{"main.go", "commands.go", "openapi/cmd/", "testkit/", "bench/"}},
	{regexp.MustCompile(`(?m)^\s+\w+(, \w+)*\s+\*gorm\.DB( //.*)?$`), "nobody keeps a *gorm.DB", []string{"platform/database/"}},
	{regexp.MustCompile(`\.Migrator\(\)\.(Drop|Create|Alter|Rename|Add)`), "gorm's migrator has deleted rows", nil},
}

func TestWhatIsForbiddenStandsNowhere(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		for _, f := range forbidden {
			if slices.ContainsFunc(f.except, func(e string) bool { return strings.HasPrefix(s.path, e) }) {
				continue
			}
			if at := f.text.FindIndex(s.text); at != nil {
				t.Errorf("%s:%d: %s", s.path, 1+bytes.Count(s.text[:at[0]], []byte("\n")), f.reason)
			}
		}
	}
}

// tables are each room's own; others ask through shared.go. Timelines read everyone's.
var tables = map[string][]string{
	"retention":  {"retention_settings", "erasure_records", "retention_nights"},
	"boards":     {"bodies"},
	"plans":      {"plans", "sections", "goals", "versions", "reporting_rounds", "violence_areas", "target_groups"},
	"activities": {"activities", "responsibilities", "milestones", "reports", "parts", "dependencies", "internal_notes", "activity_answers"},
	"decisions":  {"decisions", "decision_concerns"},
	"council":    {"council_seats", "council_members", "council_reminders"},
	"meetings": {"council_meeting_series", "council_meetings", "council_agenda_items", "council_item_texts", "council_outcomes", "council_attendance", "council_adjusters",
		"council_meeting_notes", "council_sittings", "council_topics", "agenda_papers", "meeting_calls", "meeting_call_letters", "forum_places", "forum_sign_ups", "meeting_pdfs"},
	"questions":      {"council_questions", "council_question_areas", "council_question_terms"},
	"references":     {"reference_members", "reference_callings"},
	"competences":    {"competences", "competence_areas", "competence_groups"},
	"communications": {"communications"},
	"surveys":        {"surveys", "survey_questions", "survey_groups"},
	"ballots":        {"ballot_rounds", "ballot_keys", "ballot_codes", "survey_staff_answers", "ballot_nights"},
	"responses":      {"responses", "response_answers", "response_comments", "response_writers", "response_sittings", "response_uses", "unit_descriptions"},
	"results":        {"survey_results", "survey_free_texts", "survey_corrections"},
	"compilations":   {"survey_analyses"},
	"invitations":    {"survey_coverage", "coverage_nights", "survey_letters", "staff_sendings", "staff_letters"},
	"integrations":   {"api_clients", "api_keys", "api_key_reminders"},
	"accounts":       {"users", "user_roles", "sessions", "refresh_tokens", "pending_sign_ins", "account_links", "account_notices", "signing_keys", "signin_attempts"},
	"federation":     {"federated_identities", "federated_sign_ins"},
	"factors":        {"totps", "recovery_codes", "passkeys", "passkey_challenges"},
}

var tableInSQL = regexp.MustCompile(`\b(?:FROM|JOIN|INTO|UPDATE) (\w+)`)

func TestOnlyTimelinesReadOthersTables(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if _, room := neighbours[s.pkg]; !room || s.test || s.pkg == "timelines" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			for _, found := range tableInSQL.FindAllStringSubmatch(lit.Value, -1) {
				for owner, names := range tables {
					if owner != s.pkg && slices.Contains(names, found[1]) {
						t.Errorf("%s reads the table %s of %s", s.path, found[1], owner)
					}
				}
			}
			return true
		})
	}
}
