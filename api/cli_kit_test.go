//go:build unix

package main

import (
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
	"sync"
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

// output is what a process that still runs has printed so far.
type output struct {
	mu   sync.Mutex
	text []byte
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.text = append(o.text, b...)
	return len(b), nil
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return string(o.text)
}

// says waits until a word is printed: a server answers a moment before it greets.
func (o *output) says(word string) bool {
	for range 500 {
		if strings.Contains(o.String(), word) {
			return true
		}
		time.Sleep(10 * time.Millisecond)
	}
	return false
}

// server is a serving process.
type server struct {
	*place
	cmd     *exec.Cmd
	out     *output
	startup time.Duration
	ended   chan struct{}
}

func (p *place) serve(args ...string) *server {
	p.t.Helper()
	s := &server{place: p, cmd: p.command(append([]string{"serve"}, args...)...), out: &output{}, ended: make(chan struct{})}
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
