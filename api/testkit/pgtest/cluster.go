//go:build unix

// Package pgtest gives tests an empty, migrated database of either kind, and
// a throwaway PostgreSQL to make the one kind in.
package pgtest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver named "pgx"
)

// EnvURL names the variable with the address of a PostgreSQL server on which
// tests may create and drop databases.
const EnvURL = "ENVAGIN_TEST_POSTGRES"

// ErrNotInstalled is a machine without PostgreSQL's server programs.
var ErrNotInstalled = errors.New("pgtest: PostgreSQL is not installed (looked in /usr/lib/postgresql/*/bin and PATH)")

var shared struct {
	sync.Mutex
	url string
	err error
}

// Postgres is the address of the server for this process's tests: the one of
// ENVAGIN_TEST_POSTGRES, else a cluster started at the first call, which stops
// and removes itself when the process ends, however it ends.
//
// Errors: ErrNotInstalled; a sentence saying why the server does not start.
func Postgres(ctx context.Context) (string, error) {
	shared.Lock()
	defer shared.Unlock()
	if shared.url == "" && shared.err == nil {
		if shared.url = os.Getenv(EnvURL); shared.url == "" {
			shared.url, shared.err = startForProcess(ctx, throwaway)
		}
	}
	return shared.url, shared.err
}

// Durable starts a cluster of this process's own that writes to disk as in
// production, for measuring; it stops and removes itself like that of Postgres.
func Durable(ctx context.Context) (string, error) { return startForProcess(ctx, durable) }

// watch runs the server beside a pipe to the test process. The kernel closes
// the pipe when that process ends; then the server is stopped and its folder
// removed. No signal and no exit handler is needed, so nothing is left behind.
const watch = `"$1/postgres" -D "$2" & server=$!
read -r _
kill -INT "$server"; wait "$server"; rm -rf "$3"`

func startForProcess(ctx context.Context, settings string) (string, error) {
	bin, err := programs()
	if err != nil {
		return "", err
	}
	folder, err := os.MkdirTemp("", "envagin-postgres-")
	if err != nil {
		return "", fmt.Errorf("pgtest: %w", err)
	}
	data, port, err := create(ctx, bin, folder, settings)
	if err != nil {
		_ = os.RemoveAll(folder)
		return "", err
	}
	held, err := startWatched(bin, data, folder)
	if err != nil {
		_ = os.RemoveAll(folder)
		return "", err
	}
	url := address(port)
	if err := ready(ctx, url, 30*time.Second); err != nil {
		_ = held.Close()
		text, _ := os.ReadFile(filepath.Join(folder, "log"))
		return "", fmt.Errorf("%w\n%s", err, text)
	}
	keep = append(keep, held)
	return url, nil
}

// keep holds the pipes open until the process ends.
var keep []*os.File

func startWatched(bin, data, folder string) (*os.File, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("pgtest: %w", err)
	}
	defer read.Close()
	log, err := os.Create(filepath.Join(folder, "log"))
	if err != nil {
		return nil, fmt.Errorf("pgtest: %w", err)
	}
	defer log.Close()
	cmd := exec.Command("/bin/sh", "-c", watch, "sh", bin, data, folder)
	cmd.Dir = "/"
	cmd.Stdin, cmd.Stdout, cmd.Stderr = read, log, log
	if err := asServer(cmd); err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		_ = write.Close()
		return nil, fmt.Errorf("pgtest: %w", err)
	}
	go func() { _ = cmd.Wait() }()
	return write, nil
}

// Start starts a cluster that outlives this process, or finds it running, and
// gives its address. There is one for each user of the machine.
func Start(ctx context.Context) (string, error) {
	bin, err := programs()
	if err != nil {
		return "", err
	}
	folder := standing()
	if url, err := os.ReadFile(filepath.Join(folder, "url")); err == nil {
		if ready(ctx, string(url), time.Second) == nil {
			return string(url), nil
		}
		if err := Stop(ctx); err != nil {
			return "", err
		}
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		return "", fmt.Errorf("pgtest: %w", err)
	}
	data, port, err := create(ctx, bin, folder, throwaway)
	if err != nil {
		_ = os.RemoveAll(folder)
		return "", err
	}
	if err := run(ctx, filepath.Join(bin, "pg_ctl"), "start", "-w", "-t", "30", "-D", data, "-l", filepath.Join(folder, "log")); err != nil {
		text, _ := os.ReadFile(filepath.Join(folder, "log"))
		_ = os.RemoveAll(folder)
		return "", fmt.Errorf("%w\n%s", err, text)
	}
	url := address(port)
	if err := os.WriteFile(filepath.Join(folder, "url"), []byte(url), 0o600); err != nil {
		return "", fmt.Errorf("pgtest: %w", err)
	}
	return url, ready(ctx, url, 30*time.Second)
}

// Stop stops what Start started and removes it; nothing there is no error.
func Stop(ctx context.Context) error {
	folder := standing()
	data := filepath.Join(folder, "data")
	if _, err := os.Stat(filepath.Join(data, "postmaster.pid")); err == nil {
		bin, err := programs()
		if err != nil {
			return err
		}
		// A server that is gone already leaves its file too; its folder still goes.
		_ = run(ctx, filepath.Join(bin, "pg_ctl"), "stop", "-w", "-m", "fast", "-D", data)
	}
	return os.RemoveAll(folder)
}

func standing() string {
	return filepath.Join(os.TempDir(), "envagin-test-postgres-"+strconv.Itoa(os.Getuid()))
}

// programs is the folder of the newest server installed.
func programs() (string, error) {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		path, err := exec.LookPath("initdb")
		if err != nil {
			return "", ErrNotInstalled
		}
		return filepath.Dir(path), nil
	}
	version := func(path string) int {
		n, _ := strconv.Atoi(strings.Split(path, "/")[4])
		return n
	}
	newest := slices.MaxFunc(found, func(a, b string) int { return version(a) - version(b) })
	return filepath.Dir(newest), nil
}

// create makes a cluster in the folder, owned by the user who may run it. The
// order of text is Swedish, so that a query which leans on the database's
// collation is seen to differ from SQLite.
func create(ctx context.Context, bin, folder, settings string) (data string, port int, err error) {
	if owner, err := serverUser(); err != nil {
		return "", 0, err
	} else if owner != nil {
		if err := os.Chown(folder, int(owner.Uid), int(owner.Gid)); err != nil {
			return "", 0, fmt.Errorf("pgtest: %w", err)
		}
	}
	data = filepath.Join(folder, "data")
	args := []string{"-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8"}
	swedish := append(slices.Clone(args), "--locale-provider=icu", "--icu-locale=sv")
	if run(ctx, filepath.Join(bin, "initdb"), swedish...) != nil {
		if err := run(ctx, filepath.Join(bin, "initdb"), args...); err != nil {
			return "", 0, err
		}
	}
	if port, err = freePort(); err != nil {
		return "", 0, err
	}
	conf, err := os.OpenFile(filepath.Join(data, "postgresql.conf"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return "", 0, fmt.Errorf("pgtest: %w", err)
	}
	_, err = fmt.Fprintf(conf, `
listen_addresses = '127.0.0.1'
port = %d
unix_socket_directories = ''
max_connections = 200
synchronous_commit = on
timezone = 'Europe/Stockholm'
%s`, port, settings)
	if err := errors.Join(err, conf.Close()); err != nil {
		return "", 0, fmt.Errorf("pgtest: %w", err)
	}
	return data, port, nil
}

// throwaway has no fsync: the data of tests need not survive a power cut. What
// programs can observe stays as in production.
const throwaway = `fsync = off
full_page_writes = off
shared_buffers = 64MB
autovacuum = off
`

// durable is what a small production server has.
const durable = `fsync = on
full_page_writes = on
shared_buffers = 256MB
`

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("pgtest: %w", err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

func address(port int) string {
	return fmt.Sprintf("postgres://postgres@127.0.0.1:%d/postgres?sslmode=disable", port)
}

// ready waits until the server answers.
func ready(ctx context.Context, url string, patience time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	pool, err := sql.Open("pgx", url)
	if err != nil {
		return fmt.Errorf("pgtest: %w", err)
	}
	defer pool.Close()
	for {
		err := pool.PingContext(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("pgtest: PostgreSQL does not answer: %w", err)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// serverUser is whom the server runs as: PostgreSQL refuses to run as root.
func serverUser() (*syscall.Credential, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, fmt.Errorf("pgtest: root cannot run PostgreSQL and there is no user postgres: %w", err)
	}
	uid, err1 := strconv.ParseUint(u.Uid, 10, 32)
	gid, err2 := strconv.ParseUint(u.Gid, 10, 32)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, errors.Join(err1, err2)
}

// asServer lets the command run as that user, and outside the terminal's
// process group: an interrupt is for the tests, not for their server.
func asServer(cmd *exec.Cmd) error {
	credential, err := serverUser()
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Credential: credential}
	return err
}

func run(ctx context.Context, program string, args ...string) error {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = "/" // the server's user may not be allowed into this one
	if err := asServer(cmd); err != nil {
		return err
	}
	if filepath.Base(program) == "pg_ctl" {
		// The server inherits the output; to collect it would wait for its end.
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("pgtest: %s: %w", program, err)
		}
		return nil
	}
	if text, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("pgtest: %s: %w\n%s", program, err, text)
	}
	return nil
}
