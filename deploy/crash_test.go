package deploy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// What the program has answered for stays, however it ends: killed in the
// middle of writing, three times over, it has every board that it said it made.
// (That a power cut loses nothing either follows from synchronous=FULL, which
// the program asserts at its start; no test without the power's help can tell.)
func TestWhatWasAnsweredSurvivesKill(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	s := server{t: t, program: buildProgram(t), database: filepath.Join(t.TempDir(), "crash.db")}

	acknowledged := map[string]bool{}
	for round := range 3 {
		s.start()
		for key := range s.writeUntilKilled(round, 400*time.Millisecond) {
			acknowledged[key] = true
		}
	}

	s.start()
	defer s.kill()
	if len(acknowledged) == 0 {
		t.Fatal("nothing was written")
	}
	for key := range acknowledged {
		if n := s.count("/boards?key=" + key); n != 1 {
			t.Errorf("%s was answered for and is there %d times", key, n)
		}
	}
	t.Logf("%d boards survived", len(acknowledged))
}

// buildProgram gives the program, built anew.
func buildProgram(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "envagin")
	build := exec.Command("go", "build", "-o", program, "./api")
	build.Dir = ".."
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

type server struct {
	t                 *testing.T
	program, database string
	address           string // the same at every start; any that is free until it is set
	url               string
	process           *exec.Cmd
	ended             chan struct{} // closed when the process has ended
}

const crashPassword = "a password for a crash"

func (s *server) start() {
	s.t.Helper()
	if s.address == "" {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			s.t.Fatal(err)
		}
		s.address = l.Addr().String()
		_ = l.Close()
	}
	addr := s.address
	s.url = "http://" + addr + "/api/v1"
	var log bytes.Buffer
	s.launch(&log)
	for range 300 {
		select {
		case <-s.ended: // as whatever keeps it running does when its database was lost while it started
			s.launch(&log)
		default:
		}
		if res, err := http.Get("http://" + addr + "/readyz"); err == nil {
			_ = res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	s.kill()
	s.t.Fatalf("the program was not ready within 15 s\n%s", log.String())
}

func (s *server) launch(log io.Writer) {
	s.t.Helper()
	s.process = exec.Command(s.program, "serve", "--demo")
	s.process.Stderr = log
	s.process.Env = append(os.Environ(), "ENVAGIN_ADDR="+s.address, "ENVAGIN_BASE_URL=http://"+s.address, "ENVAGIN_SPA=",
		"ENVAGIN_DATABASE="+s.database, "ENVAGIN_DEMO_PASSWORD="+crashPassword)
	if err := s.process.Start(); err != nil {
		s.t.Fatal(err)
	}
	ended := make(chan struct{})
	s.ended = ended
	go func(p *exec.Cmd) {
		_ = p.Wait()
		close(ended)
	}(s.process)
}

func (s *server) kill() {
	_ = s.process.Process.Kill()
	<-s.ended
}

// writeUntilKilled makes boards from several clients, kills the program in the
// midst of it, and gives the keys of those that were answered with 201.
func (s *server) writeUntilKilled(round int, after time.Duration) map[string]bool {
	s.t.Helper()
	token := s.signIn()
	var mu sync.Mutex
	var clients sync.WaitGroup
	done := map[string]bool{}
	for client := range 4 {
		clients.Go(func() {
			for n := 0; ; n++ {
				key := fmt.Sprintf("crash-%d-%d-%d", round, client, n)
				status, _, err := s.post("/boards", token, map[string]string{"key": key, "kind": "unit", "nameSv": key, "nameEn": key})
				if err != nil {
					return // killed
				}
				if status == http.StatusCreated {
					mu.Lock()
					done[key] = true
					mu.Unlock()
				}
			}
		})
	}
	time.Sleep(after)
	s.kill()
	clients.Wait()
	return done
}

func (s *server) signIn() string {
	s.t.Helper()
	status, body, err := s.post("/sessions", "", map[string]string{"email": "admin@demo.example", "password": crashPassword})
	if err != nil || status != http.StatusCreated {
		s.t.Fatalf("sign-in: %d %s %v", status, body, err)
	}
	var session struct{ AccessToken string }
	if err := json.Unmarshal(body, &session); err != nil {
		s.t.Fatal(err)
	}
	return session.AccessToken
}

func (s *server) post(path, token string, content any) (status int, body []byte, err error) {
	text, err := json.Marshal(content)
	if err != nil {
		return 0, nil, err
	}
	req, err := http.NewRequest(http.MethodPost, s.url+path, bytes.NewReader(text))
	if err != nil {
		return 0, nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer func() { _ = res.Body.Close() }()
	body, err = io.ReadAll(res.Body)
	return res.StatusCode, body, err
}

func (s *server) count(path string) int {
	s.t.Helper()
	res, err := http.Get(s.url + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	var page struct{ Items []any }
	if err := json.NewDecoder(res.Body).Decode(&page); err != nil {
		s.t.Fatal(err)
	}
	return len(page.Items)
}
