//go:build unix

package main

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestServeDemo(t *testing.T) {
	p := newPlace(t)
	first := p.serve("--demo")
	for _, word := range []string{p.settings["ENVAGIN_BASE_URL"], "coordinator@demo.example", "reader@demo.example", password} {
		if !first.out.says(word) {
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
	p.refused("password1234", append(add, "--email", "e@example.se"), "Many use this password")
	p.refused("", append(add, "--email", "e@example.se"), "--invite")
	p.refused("", append(add, "--email", "e@example.se", "--invite"), "ENVAGIN_SMTP_URL")
	p.refused("", []string{"user", "drop"}, "user add or user password")
	p.refused("", []string{"keys"}, "keys rotate")
	p.must("", "keys", "rotate")

	s := p.serve()

	s.signIn("eva@example.se", second, http.StatusCreated)
	s.signIn("eva@example.se", first, http.StatusUnauthorized)
	p.refused("", []string{"keys", "rotate"}, fmt.Sprintf("process %d", s.cmd.Process.Pid)) // one process writes SQLite
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
	p.must("", "ballots", "rewrite")
	p.refused("", []string{"ballots"}, "envagin ballots rewrite")
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
