package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"envagin/api/app"
	"envagin/api/testkit"
)

// guide is where the pages for integrators lie.
const guide = "../../docs/integrators"

// installation is a demo that calls itself by the address where it answers, so
// that programs can follow its links.
type installation struct {
	*app.App
	url string
}

func install(t *testing.T) installation {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	url := "http://" + listener.Addr().String()
	a, err := app.New(context.Background(), app.Config{Database: testkit.NewDatabase(t, "sqlite"), BaseURL: url, Demo: true,
		DemoPassword: testkit.Password, CheapPasswords: true}, slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: a.Handler(), ReadHeaderTimeout: time.Minute}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() {
		_ = server.Close()
		a.Close()
	})
	return installation{a, url + "/api/v1"}
}

// need skips a test of programs that a developer may not have; the build server
// has them all (deploy/ci/setup.sh).
func need(t *testing.T, programs ...string) {
	t.Helper()
	for _, name := range programs {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("%s is not installed", name)
		}
	}
}

// run carries out a program in dir, and gives what it said.
func run(t *testing.T, dir string, environment []string, name string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), environment...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// commands are the lines of a page that a reader types: those that begin with $,
// with what is inside their quotes or after a backslash.
func commands(t *testing.T, page string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(guide, page))
	if err != nil {
		t.Fatal(err)
	}
	var script strings.Builder
	open := false // a quote, or the line before ended in a backslash
	quotes := 0
	for line := range strings.SplitSeq(string(text), "\n") {
		command, begins := strings.CutPrefix(line, "$ ")
		if !begins && !open {
			continue
		}
		script.WriteString(command + "\n")
		quotes += strings.Count(command, "'")
		open = quotes%2 == 1 || strings.HasSuffix(command, "\\")
	}
	return script.String()
}

func TestGettingStartedIsWhatHappens(t *testing.T) {
	t.Parallel()
	need(t, "bash", "curl", "jq")
	a, dir := install(t), t.TempDir()

	out := run(t, dir, []string{"ENVAGIN_API=" + a.url, "ENVAGIN_DEMO_PASSWORD=" + testkit.Password},
		"bash", "-euo", "pipefail", "-c", commands(t, "getting-started.md"))

	for _, wanted := range []string{`"code": "2.6"`, `"unknownParameter"`, `"role":"supports"`, `"state":"living"`, `"scopes":["activities:read","reports:write"]`,
		`["2.2","Utveckla Centrum mot våld"`, `"insufficientScope"`, "201 Created", `"byRole":"client"`, `["atRisk",`, `["onTrack",2]`, "304 0"} {
		if !strings.Contains(out, wanted) {
			t.Errorf("nothing said %s", wanted)
		}
	}
	t.Log(out)
}

// regionKey is a key of the Region, which takes part in activity 2.2.
func (a installation) regionKey(t *testing.T) string {
	t.Helper()
	var session struct{ AccessToken string }
	a.ask(t, "", "/sessions", object{"email": "coordinator@demo.example", "password": testkit.Password}, &session)
	var partners, found struct {
		Items []struct{ ID, Key, Code string }
	}
	a.ask(t, "", "/boards?key=region-vasterbotten", nil, &partners)
	a.ask(t, "", "/activities?limit=100", nil, &found)
	region := partners.Items[0].ID
	for _, one := range found.Items {
		if one.Code == "2.2" {
			a.ask(t, session.AccessToken, "/activities/"+one.ID+"/responsibilities", object{"bodyId": region, "role": "supports", "position": 50}, nil)
		}
	}
	var made struct{ ID, Value string }
	a.ask(t, session.AccessToken, "/api-clients", object{"name": "Prov", "bodyId": region, "scopes": []string{"activities:read", "reports:write"},
		"email": "it@region.example", "active": true}, &made)
	a.ask(t, session.AccessToken, "/api-clients/"+made.ID+"/keys", object{"expiresOn": a.Clock.Today().AddDays(30)}, &made)
	return made.Value
}

// ask sends a GET, or a POST when there is a body, and reads the answer.
func (a installation) ask(t *testing.T, token, path string, body, into any) {
	t.Helper()
	method, text := http.MethodGet, []byte(nil)
	if body != nil {
		method = http.MethodPost
		text, _ = json.Marshal(body)
	}
	req, err := http.NewRequestWithContext(t.Context(), method, a.url+path, bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	answer, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode >= 300 {
		t.Fatalf("%s: %d %v\n%s", path, res.StatusCode, err, answer)
	}
	if into != nil {
		if err := json.Unmarshal(answer, into); err != nil {
			t.Fatal(err)
		}
	}
}

// said is how a sample ends that has done what it is for.
var said = regexp.MustCompile(`(?m)^2\.2 Utveckla Centrum mot våld: reported \d{4}-\d\d-\d\d by client, now \w+ \(.+\)$`)

func TestTheSampleInPythonReports(t *testing.T) {
	t.Parallel()
	need(t, "python3")
	a := install(t)
	script, err := filepath.Abs(filepath.Join(guide, "examples", "report.py"))
	if err != nil {
		t.Fatal(err)
	}

	out := run(t, t.TempDir(), []string{"ENVAGIN_API=" + a.url, "ENVAGIN_KEY=" + a.regionKey(t)}, "python3", script, "2.2", "Mottagningen tar emot.")

	if !said.MatchString(out) {
		t.Error(out)
	}
}

// The types are made from the committed specification, as an integrator makes
// them, and the samples are compiled against them before they are run.
func TestTheSamplesInTypeScriptCompileAndRun(t *testing.T) {
	t.Parallel()
	need(t, "node")
	packages, err := filepath.Abs("../../frontend/node_modules")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(packages, "openapi-fetch")); err != nil {
		t.Skip("the SPA's packages are not installed")
	}
	a, dir := install(t), t.TempDir()
	for name, from := range map[string]string{"report.ts": guide + "/examples/report.ts", "sync.ts": guide + "/examples/sync.ts", "schema.ts": "../../frontend/src/api/schema.ts"} {
		text, err := os.ReadFile(filepath.FromSlash(from))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), text, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "package.json"), []byte(`{"type":"module"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(packages, filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}

	run(t, dir, nil, "node", filepath.Join(packages, "typescript", "bin", "tsc"), "--strict", "--target", "es2022", "--module", "nodenext", "--skipLibCheck", "--types", "node", "report.ts", "sync.ts")
	reported := run(t, dir, []string{"ENVAGIN_API=" + a.url, "ENVAGIN_KEY=" + a.regionKey(t)}, "node", "report.js", "2.2", "Mottagningen tar emot.")
	copied := run(t, dir, []string{"ENVAGIN_API=" + a.url}, "node", "sync.js")

	if !said.MatchString(reported) || !strings.Contains(copied, "28 activities; next time updatedSince=") {
		t.Error(reported, copied)
	}
}
