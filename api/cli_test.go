//go:build unix

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// program is the built command line, as an operator has it.
var program string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "envagin-cli")
	if err != nil {
		panic(err)
	}
	program = filepath.Join(folder, "envagin")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s\n%v\n", out, err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

const password = "fyra ord i rad"

// place is one installation: a folder with a database and the settings for it.
type place struct {
	t        *testing.T
	folder   string
	settings map[string]string
}

func newPlace(t *testing.T) *place {
	t.Helper()
	t.Parallel()
	addr := freeAddr(t)
	folder := t.TempDir()
	return &place{t, folder, map[string]string{
		"ENVAGIN_DATABASE": filepath.Join(folder, "envagin.db"), "ENVAGIN_ADDR": addr, "ENVAGIN_BASE_URL": "http://" + addr,
		"ENVAGIN_DEMO_PASSWORD": password, "ENVAGIN_SPA": "", "HOME": folder, "PATH": os.Getenv("PATH")}}
}

func freeAddr(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func (p *place) file(name string) string { return filepath.Join(p.folder, name) }

func (p *place) command(args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Dir = p.folder
	for name, value := range p.settings {
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	return cmd
}

// run carries out one command to its end.
func (p *place) run(stdin string, args ...string) (out, errs string, code int) {
	p.t.Helper()
	cmd := p.command(args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &stdout, &stderr
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	return stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()
}

// must is run for what has to succeed.
func (p *place) must(stdin string, args ...string) string {
	p.t.Helper()
	out, errs, code := p.run(stdin, args...)
	if code != 0 {
		p.t.Fatalf("envagin %s: exit %d\n%s", strings.Join(args, " "), code, errs)
	}
	return out
}

// refused fails the test unless the command fails and says all of this.
func (p *place) refused(stdin string, args []string, says ...string) {
	p.t.Helper()
	out, errs, code := p.run(stdin, args...)
	if code == 0 {
		p.t.Fatalf("envagin %s: was not refused\n%s", strings.Join(args, " "), out)
	}
	for _, word := range says {
		if !strings.Contains(errs, word) {
			p.t.Errorf("envagin %s: does not say %q\n%s", strings.Join(args, " "), word, errs)
		}
	}
}

// server is a serving process.
type server struct {
	*place
	cmd     *exec.Cmd
	out     *bytes.Buffer
	startup time.Duration
	ended   chan struct{}
}

func (p *place) serve(args ...string) *server {
	p.t.Helper()
	s := &server{place: p, cmd: p.command(append([]string{"serve"}, args...)...), out: &bytes.Buffer{}, ended: make(chan struct{})}
	var errs bytes.Buffer
	s.cmd.Stdout, s.cmd.Stderr = s.out, &errs
	start := time.Now()
	if err := s.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	go func() { _ = s.cmd.Wait(); close(s.ended) }()
	p.t.Cleanup(func() { s.end(syscall.SIGKILL) })
	for range 1500 {
		if res, err := http.Get(p.settings["ENVAGIN_BASE_URL"] + "/readyz"); err == nil {
			_ = res.Body.Close()
			s.startup = time.Since(start)
			return s
		}
		select {
		case <-s.ended:
			p.t.Fatalf("the server ended\n%s", errs.String())
		case <-time.After(10 * time.Millisecond):
		}
	}
	p.t.Fatal("the server does not answer")
	return nil
}

// end sends a signal and gives the exit code once the process is gone.
func (s *server) end(signal syscall.Signal) int {
	_ = s.cmd.Process.Signal(signal)
	<-s.ended
	return s.cmd.ProcessState.ExitCode()
}

// ask sends a request and reads its JSON.
func (s *server) ask(method, path, token, body string, want int) map[string]any {
	s.t.Helper()
	req, err := http.NewRequestWithContext(context.Background(), method, s.settings["ENVAGIN_BASE_URL"]+"/api/v1"+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	text, _ := io.ReadAll(res.Body)
	if res.StatusCode != want {
		s.t.Fatalf("%s %s: %d, wanted %d\n%s", method, path, res.StatusCode, want, text)
	}
	answer := map[string]any{}
	if err := json.Unmarshal(text, &answer); err != nil {
		s.t.Fatal(err)
	}
	return answer
}

func (s *server) signIn(email, password string, want int) string {
	s.t.Helper()
	body, _ := json.Marshal(map[string]string{"email": email, "password": password})
	token, _ := s.ask(http.MethodPost, "/sessions", "", string(body), want)["accessToken"].(string)
	return token
}

func (s *server) total(list string) float64 {
	s.t.Helper()
	meta, _ := s.ask(http.MethodGet, list, "", "", http.StatusOK)["_meta"].(map[string]any)
	n, _ := meta["totalRecords"].(float64)
	return n
}

// addArea writes one small thing and gives the address it got.
func (s *server) addArea(token, key string) string {
	s.t.Helper()
	made := s.ask(http.MethodPost, "/violence-areas", token, area(key), http.StatusCreated)
	return "/violence-areas/" + fmt.Sprint(made["id"])
}

func area(key string) string {
	return fmt.Sprintf(`{"key":%q,"nameSv":"Prov","nameEn":"Trial","position":9}`, key)
}

func TestServeDemo(t *testing.T) {
	p := newPlace(t)
	first := p.serve("--demo")
	for _, word := range []string{p.settings["ENVAGIN_BASE_URL"], "coordinator@demo.example", "reader@demo.example", password} {
		if !strings.Contains(first.out.String(), word) {
			t.Errorf("serve --demo does not print %q:\n%s", word, first.out)
		}
	}
	kept := first.addArea(first.signIn("coordinator@demo.example", password, http.StatusCreated), "kept")
	activities := first.total("/activities")
	if code := first.end(syscall.SIGTERM); code != 0 {
		t.Errorf("SIGTERM: exit %d", code)
	}

	second := p.serve("--demo")

	second.ask(http.MethodGet, kept, "", "", http.StatusOK)
	if n := second.total("/activities"); n != activities || n == 0 {
		t.Errorf("%v activities, before the restart %v", n, activities)
	}
	t.Logf("ready after %v, with data after %v", first.startup.Round(time.Millisecond), second.startup.Round(time.Millisecond))
	p.must("", "ready")
}

func TestServeDemoIsRefused(t *testing.T) {
	t.Run("under https", func(t *testing.T) {
		p := newPlace(t)
		p.settings["ENVAGIN_BASE_URL"] = "https://envagin.example.se"
		p.refused("", []string{"serve", "--demo"}, "--demo", "https")
		if _, err := os.Stat(p.settings["ENVAGIN_DATABASE"]); err == nil {
			t.Error("and yet a database was made")
		}
	})
	t.Run("on a database with an account of its own", func(t *testing.T) {
		p := newPlace(t)
		p.must(password+"\n", "user", "add", "--email", "eva@example.se", "--name", "Eva", "--role", "admin")
		p.refused("", []string{"serve", "--demo"}, "--demo is refused", p.settings["ENVAGIN_DATABASE"])
	})
	t.Run("on a database with a plan of its own", func(t *testing.T) {
		p := newPlace(t)
		other := strings.Replace(readSeed(t), `"umea-vald-2020"`, `"annan-plan"`, 1)
		write(t, p.file("other.json"), other)
		p.must("", "import", p.file("other.json"))
		p.refused("", []string{"serve", "--demo"}, "--demo is refused")
	})
}

func TestOneProcessWritesAFile(t *testing.T) {
	p := newPlace(t)
	s := p.serve()
	says := fmt.Sprintf("process %d", s.cmd.Process.Pid)

	p.refused("", []string{"migrate"}, says)
	p.settings["ENVAGIN_ADDR"] = freeAddr(t)
	p.refused("", []string{"serve"}, says)
	p.refused(password, []string{"user", "add", "--email", "eva@example.se", "--name", "Eva"}, says)
}

func readSeed(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("seeds/umea.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestImportAndExport(t *testing.T) {
	p := newPlace(t)
	p.must("", "migrate")
	p.refused("", []string{"export"}, "no plan")
	seed := readSeed(t)
	write(t, p.file("plan.json"), seed)

	if out := p.must("", "import", p.file("plan.json")); !strings.Contains(out, "umea-vald-2020") {
		t.Errorf("import says: %s", out)
	}
	exported := p.must("", "export")
	write(t, p.file("again.json"), exported)
	if out := p.must("", "import", p.file("again.json")); !strings.Contains(out, " 0 of them new or changed") {
		t.Errorf("importing what was exported says: %s", out)
	}
	if p.must("", "export", "umea-vald-2020") != exported {
		t.Error("the second export is another")
	}
	elsewhere := &place{t, t.TempDir(), map[string]string{"ENVAGIN_DATABASE": p.file("elsewhere.db")}}
	elsewhere.must("", "import", p.file("again.json"))
	if elsewhere.must("", "export") != exported {
		t.Error("the export from another installation is another")
	}
	p.must("", "import", "--as-new", "umea-ny", p.file("again.json"))
	p.refused("", []string{"export"}, "several plans")
	p.refused("", []string{"export", "nobodys"}, "nobodys")

	line := func(text, part string) int { return 1 + strings.Count(text[:strings.Index(text, part)], "\n") }
	for name, broken := range map[string]struct{ old, new, says string }{
		"an unknown field":  {`"nameEn"`, `"nameDe"`, "nameDe"},
		"a wrong type":      {`"isSummary": true`, `"isSummary": "yes"`, "isSummary"},
		"not JSON":          {`"isSummary": true`, `"isSummary": yes`, "JSON"},
		"a day that is not": {`"periodTo": "2022-12-31"`, `"periodTo": "2022-13-31"`, "periodTo"},
	} {
		if !strings.Contains(seed, broken.old) {
			t.Fatalf("%s: the seed does not have %s", name, broken.old)
		}
		text := strings.Replace(seed, broken.old, broken.new, 1)
		write(t, p.file("broken.json"), text)
		p.refused("", []string{"import", p.file("broken.json")}, fmt.Sprintf("broken.json:%d: ", line(text, broken.new)), broken.says)
	}
	p.refused("", []string{"import"}, "one file")
	p.refused("", []string{"import", p.file("nowhere.json")}, "nowhere.json")
}

func TestUsers(t *testing.T) {
	p := newPlace(t)
	const first, second = "ett första lösenord", "ett andra lösenord"
	add := []string{"user", "add", "--email", "eva@example.se", "--name", "Eva", "--role", "coordinator"}
	for _, said := range []struct {
		stdin string
		args  []string
	}{{first + "\n", add}, {second + "\r\n", []string{"user", "password", "--email", "eva@example.se"}}} {
		out, errs, code := p.run(said.stdin, said.args...)
		if code != 0 || strings.Contains(out+errs, strings.TrimSpace(said.stdin)) {
			t.Fatalf("envagin %v: exit %d\n%s%s", said.args, code, out, errs)
		}
	}
	p.refused(first, add, "email", "Another account")
	p.refused("kort", []string{"user", "password", "--email", "eva@example.se"}, "12")
	p.refused(first, []string{"user", "password", "--email", "nobody@example.se"}, "user")
	p.refused(first, append(add, "--role", "king"), "role")
	p.refused("", []string{"user", "drop"}, "user add or user password")

	s := p.serve()

	s.signIn("eva@example.se", second, http.StatusCreated)
	s.signIn("eva@example.se", first, http.StatusUnauthorized)
}

func TestBackupWhileServingAndRestore(t *testing.T) {
	p := newPlace(t)
	s := p.serve("--demo")
	token := s.signIn("coordinator@demo.example", password, http.StatusCreated)
	before := s.addArea(token, "before")
	p.must("", "backup", p.file("copy.db"))
	after := s.addArea(token, "after")
	p.refused("", []string{"backup", p.file("copy.db")}, "already there")
	p.refused("", []string{"restore", p.file("copy.db")}, fmt.Sprintf("process %d", s.cmd.Process.Pid))
	s.end(syscall.SIGTERM)

	p.must("", "restore", p.file("copy.db"))

	s = p.serve("--demo")
	s.ask(http.MethodGet, before, "", "", http.StatusOK)
	s.ask(http.MethodGet, after, "", "", http.StatusNotFound)
	if _, err := os.Stat(p.settings["ENVAGIN_DATABASE"] + ".before-restore"); err != nil {
		t.Error(err)
	}
}

func TestRestoringWhatIsNoBackupLosesNothing(t *testing.T) {
	p := newPlace(t)
	p.must(password, "user", "add", "--email", "eva@example.se", "--name", "Eva", "--role", "admin")
	write(t, p.file("nonsense.db"), strings.Repeat("not a database ", 1000))

	p.refused("", []string{"restore", p.file("nonsense.db")}, "nonsense.db")
	p.refused("", []string{"restore", p.file("nowhere.db")}, "nowhere.db")

	p.serve().signIn("eva@example.se", password, http.StatusCreated)
}

func TestSIGTERMLetsARequestUnderWayFinish(t *testing.T) {
	p := newPlace(t)
	s := p.serve("--demo")
	token := s.signIn("coordinator@demo.example", password, http.StatusCreated)
	conn, err := net.Dial("tcp", p.settings["ENVAGIN_ADDR"])
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	body := area("slow")
	fmt.Fprintf(conn, "POST /api/v1/violence-areas HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
		token, len(body), body[:10])
	time.Sleep(100 * time.Millisecond) // the server waits for the rest

	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	time.Sleep(200 * time.Millisecond)
	if _, err := net.Dial("tcp", p.settings["ENVAGIN_ADDR"]); err == nil {
		t.Error("a server that ends still takes new connections")
	}
	fmt.Fprint(conn, body[10:])

	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != http.StatusCreated {
		t.Errorf("the request under way: %s", res.Status)
	}
	<-s.ended
	if code := s.cmd.ProcessState.ExitCode(); code != 0 {
		t.Errorf("exit %d", code)
	}
	if total := p.serve("--demo").total("/violence-areas"); total < 2 {
		t.Errorf("%v areas", total)
	}
}

func TestKillLosesNoAcknowledgedWrite(t *testing.T) {
	p := newPlace(t)
	s := p.serve("--demo")
	token := s.signIn("coordinator@demo.example", password, http.StatusCreated)
	var written []string
	for i := range 20 {
		written = append(written, s.addArea(token, fmt.Sprintf("killed-%d", i)))
	}

	s.end(syscall.SIGKILL)

	s = p.serve("--demo")
	for _, path := range written {
		s.ask(http.MethodGet, path, "", "", http.StatusOK)
	}
}

func TestSmallCommands(t *testing.T) {
	p := newPlace(t)
	if out := p.must("", "version"); !strings.HasPrefix(out, "envagin 0.") {
		t.Errorf("version says %q", out)
	}
	if out := p.must("", "help"); !strings.Contains(out, "envagin serve") {
		t.Errorf("help says %q", out)
	}
	p.refused("", nil, "envagin serve")
	p.refused("", []string{"dance"}, `"dance"`, "envagin help")
	p.refused("", []string{"serve", "--dance"}, "dance")
	p.refused("", []string{"ready"}, "refused")
	p.must("", "migrate")
	p.must("", "migrate")
	p.settings["ENVAGIN_BASE_URL"] = "envagin.example.se"
	p.refused("", []string{"serve"}, "ENVAGIN_BASE_URL")
	p.settings["ENVAGIN_BASE_URL"] = "http://localhost"
	p.settings["ENVAGIN_TRUST_PROXY"] = "perhaps"
	p.refused("", []string{"serve"}, "ENVAGIN_TRUST_PROXY")
	delete(p.settings, "ENVAGIN_TRUST_PROXY")
	p.settings["ENVAGIN_ADDR"] = "127.0.0.1:no"
	p.refused("", []string{"serve"}, "ENVAGIN_ADDR")
	p.settings["ENVAGIN_SIGNING_KEY"] = "short"
	p.refused("", []string{"serve"}, "ENVAGIN_SIGNING_KEY")
}
