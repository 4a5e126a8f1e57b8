package main

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"envagin/api/accounts"
	"envagin/api/app"
	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/testkit/pgtest"
)

// site is the whole program on a database of its own, served on loopback.
type site struct {
	name   string // of the database
	size   int    // municipalities
	app    *app.App
	raw    *sql.DB // the same database without the program
	addr   string
	server *http.Server
	data   loaded
	tokens map[auth.RoleName]string
	// The baselines of this site: prebuilt answers, and the SQL of each reading.
	echoes     *echoes
	statements map[string][]statement
}

const password = "bara for matningen"

// open starts a site and loads it.
func open(ctx context.Context, name, folder, postgres string, size int) (s *site, err error) {
	s = &site{name: name, size: size, tokens: map[auth.RoleName]string{}}
	address := filepath.Join(folder, fmt.Sprintf("bench-%d.db", size))
	if name != sqlite {
		if address, err = newPostgres(ctx, postgres, size); err != nil {
			return nil, err
		}
	}
	// The log is made and written as in production, only to nowhere.
	nowhere, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s.addr = listener.Addr().String()
	s.app, err = app.New(ctx, app.Config{Database: address, BaseURL: "https://envagin.example.se", CheapPasswords: true},
		slog.New(slog.NewJSONHandler(nowhere, nil)))
	if err != nil {
		return nil, err
	}
	s.server = httpx.Listen(s.addr, s.app.Handler())
	go func() { _ = s.server.Serve(listener) }()
	if s.raw, err = openRaw(name, address); err != nil {
		return nil, err
	}
	if s.data, err = load(ctx, s.app, size); err != nil {
		return nil, err
	}
	if err := s.meeting(ctx); err != nil {
		return nil, err
	}
	for _, role := range []auth.RoleName{auth.Admin, auth.Member} {
		_, err := s.app.Accounts.AddUser(ctx, accounts.NewUser{Email: string(role) + "@bench.example", Name: string(role), Password: password, Role: role})
		if err != nil {
			return nil, err
		}
	}
	// Statistics and a flushed log, as the server's own housekeeping leaves them in time.
	if name == postgres15 {
		if _, err := s.raw.ExecContext(ctx, "VACUUM ANALYZE"); err != nil {
			return nil, err
		}
		_, err = s.raw.ExecContext(ctx, "CHECKPOINT")
	}
	return s, err
}

// signIn gets fresh access tokens: one lives for five minutes.
func (s *site) signIn(ctx context.Context) error {
	for _, role := range []auth.RoleName{auth.Admin, auth.Member} {
		issued, err := s.app.Accounts.SignIn(ctx, string(role)+"@bench.example", password, "127.0.0.1", "")
		if err != nil {
			return err
		}
		s.tokens[role] = issued.Access
	}
	return nil
}

func (s *site) close() {
	_ = s.server.Close()
	_ = s.raw.Close()
	s.app.Close()
}

// The names of the databases, as the table says them.
const (
	sqlite     = "SQLite"
	postgres15 = "PostgreSQL"
)

func newPostgres(ctx context.Context, server string, size int) (string, error) {
	pool, err := sql.Open("pgx", server)
	if err != nil {
		return "", err
	}
	defer func() { _ = pool.Close() }()
	name := fmt.Sprintf("bench_%d", size)
	if _, err := pool.ExecContext(ctx, "CREATE DATABASE "+name+" TEMPLATE template0"); err != nil {
		return "", err
	}
	u, err := url.Parse(server)
	if err != nil {
		return "", err
	}
	u.Path = "/" + name
	return u.String(), nil
}

// openRaw opens the database as the program does, without it.
func openRaw(name, address string) (*sql.DB, error) {
	if name == postgres15 {
		pool, err := sql.Open("pgx", address)
		if err == nil {
			pool.SetMaxIdleConns(few)
		}
		return pool, err
	}
	return sql.Open("sqlite", "file:"+address+"?"+strings.Join([]string{"_txlock=deferred", "_time_format=sqlite", "_timezone=UTC",
		"_pragma=busy_timeout(5000)", "_pragma=query_only(1)", "_pragma=foreign_keys(1)", "_pragma=synchronous(FULL)", "_pragma=cache_size(-16384)"}, "&"))
}

// cluster starts a PostgreSQL that writes to disk as in production and ends with this process.
func cluster(ctx context.Context) (string, error) { return pgtest.Durable(ctx) }
