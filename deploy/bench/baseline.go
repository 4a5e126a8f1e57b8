package main

import (
	"context"
	"database/sql"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/labstack/echo/v4"
	"gorm.io/gorm"

	"envagin/api/platform/httpx"
)

// echoes are routes that exist only here: prebuilt bytes behind the server's
// own middleware, as fast as this house can answer at all; and for who is signed
// in, the same after sending the SQL that the program would send.
type echoes struct {
	all     []answer      // to the public
	private []answer      // to one who is signed in
	workers []chan worker // of each reading's SQL, one for each client
}

func (e *echoes) mount(s *site) {
	s.app.API.GET("/bench/:n", func(c echo.Context) error {
		n := c.Param("n")[0] - 'a'
		a := &e.all[n]
		if httpx.User(c).ID != "" { // who is signed in gets nothing from memory: here the SQL first
			if err := e.query(int(n)); err != nil {
				return err
			}
			a = &e.private[n]
		}
		h := c.Response().Header()
		for _, name := range []string{"Etag", "Vary", "Cache-Control", "Content-Encoding", "Content-Length"} {
			if v := a.header[name]; v != "" {
				h.Set(name, v)
			}
		}
		return c.Blob(a.status, a.header["Content-Type"], a.body)
	})
}

// add takes the answers of one reading, and its SQL.
func (e *echoes) add(public, private answer, raw func() worker) {
	e.all, e.private = append(e.all, public), append(e.private, private)
	workers := make(chan worker, few)
	for range few {
		workers <- raw()
	}
	e.workers = append(e.workers, workers)
}

// query sends a reading's statements.
func (e *echoes) query(n int) error {
	do := <-e.workers[n]
	defer func() { e.workers[n] <- do }()
	_, err := do()
	return err
}

// path is where the nth answer is given.
func (e *echoes) path(n int) string { return httpx.Prefix + "/bench/" + string(rune('a'+n)) }

// statement is one that the program sent, and where its columns go.
type statement struct {
	text  string
	args  []any
	types []reflect.Type
}

// listen keeps the statements that the program sends while do runs.
func listen(ctx context.Context, s *site, do func() error) (found []statement, err error) {
	var mu sync.Mutex
	var on atomic.Bool
	note := func(tx *gorm.DB) {
		if on.Load() {
			mu.Lock()
			found = append(found, statement{text: tx.Statement.SQL.String(), args: append([]any(nil), tx.Statement.Vars...)})
			mu.Unlock()
		}
	}
	err = s.app.DB.Read(ctx, func(tx *gorm.DB) error {
		if err := tx.Callback().Query().After("gorm:query").Register("bench", note); err != nil {
			return err
		}
		return tx.Callback().Row().After("gorm:row").Register("bench", note)
	})
	if err != nil {
		return nil, err
	}
	on.Store(true)
	err = do()
	on.Store(false)
	return found, err
}

// uncached gives the statements of a request that is computed each time, counts warm.
func uncached(ctx context.Context, s *site, request []byte) ([]statement, error) {
	c, err := dial(s.addr)
	if err != nil {
		return nil, err
	}
	defer c.close()
	ask := func() error {
		a, err := c.do(request, true)
		if err == nil && a.status != 200 {
			err = fmt.Errorf("bench: answered %d %s", a.status, a.body)
		}
		return err
	}
	if err := ask(); err != nil { // now the count is warm
		return nil, err
	}
	all, err := listen(ctx, s, ask)
	if err != nil {
		return nil, err
	}
	if s.name == postgres15 { // read beside gorm
		all = append([]statement{{text: "SELECT family, value FROM revisions"}}, all...)
	}
	return all, s.learn(ctx, all)
}

// learn finds out what each column holds, so that reading it takes no more
// than a program written for it would take.
func (s *site) learn(ctx context.Context, all []statement) error {
	for i := range all {
		err := func() error {
			rows, err := s.raw.QueryContext(ctx, all[i].text, all[i].args...)
			if err != nil {
				return fmt.Errorf("bench: %s: %w", all[i].text, err)
			}
			defer func() { _ = rows.Close() }()
			columns, err := rows.Columns()
			if err != nil {
				return err
			}
			types := make([]reflect.Type, len(columns))
			dest := make([]any, len(columns))
			for k := range dest {
				dest[k] = new(any)
			}
			for rows.Next() {
				if err := rows.Scan(dest...); err != nil {
					return err
				}
				for k := range dest {
					if v := *dest[k].(*any); v != nil {
						types[k] = reflect.TypeOf(v)
					}
				}
			}
			all[i].types = types
			return rows.Err()
		}()
		if err != nil {
			return err
		}
	}
	return nil
}

// rawWorker runs the statements in one read transaction and scans every row.
func (s *site) rawWorker(ctx context.Context, all []statement) worker {
	opts := &sql.TxOptions{ReadOnly: true}
	if s.name == postgres15 {
		opts.Isolation = sql.LevelRepeatableRead
	}
	dests := make([][]any, len(all))
	for i, st := range all {
		for _, t := range st.types {
			switch {
			case t == nil:
				dests[i] = append(dests[i], new(any))
			case t.Kind() == reflect.String:
				dests[i] = append(dests[i], new(sql.NullString))
			case t.Kind() == reflect.Int64:
				dests[i] = append(dests[i], new(sql.NullInt64))
			case t.Kind() == reflect.Bool:
				dests[i] = append(dests[i], new(sql.NullBool))
			default:
				dests[i] = append(dests[i], new(sql.NullTime))
			}
		}
	}
	return func() (int, error) {
		tx, err := s.raw.BeginTx(ctx, opts)
		if err != nil {
			return 0, err
		}
		defer func() { _ = tx.Rollback() }()
		n := 0
		for i, st := range all {
			rows, err := tx.QueryContext(ctx, st.text, st.args...)
			if err != nil {
				return 0, err
			}
			for rows.Next() {
				if err := rows.Scan(dests[i]...); err != nil {
					_ = rows.Close()
					return 0, err
				}
				n++
			}
			if err := rows.Close(); err != nil {
				return 0, err
			}
		}
		return n, nil
	}
}

// short is a statement on one line, for -statements.
func (st statement) short() string { return strings.Join(strings.Fields(st.text), " ") }
