package database

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/driver/postgres"
	gormsqlite "gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"modernc.org/sqlite"
)

// sqliteDialector knows the errors of the driver without cgo, which
// gorm.io/driver/sqlite does not.
type sqliteDialector struct{ *gormsqlite.Dialector }

// Translate gives the errors that gorm names; every other one stays itself.
func (d sqliteDialector) Translate(err error) error {
	var lite *sqlite.Error
	if !errors.As(err, &lite) {
		return err
	}
	switch lite.Code() {
	case 1555, 2067, 2579: // primary key, unique, rowid
		return fmt.Errorf("%w: %w", gorm.ErrDuplicatedKey, err)
	case 787: // foreign key
		return fmt.Errorf("%w: %w", gorm.ErrForeignKeyViolated, err)
	case 1811: // trigger; ON DELETE RESTRICT is one inside SQLite
		if strings.Contains(lite.Error(), "FOREIGN KEY") {
			return fmt.Errorf("%w: %w", gorm.ErrForeignKeyViolated, err)
		}
	case 275:
		return fmt.Errorf("%w: %w", gorm.ErrCheckConstraintViolated, err)
	}
	return err
}

// BindVarTo makes the value equal on both databases first.
func (d sqliteDialector) BindVarTo(w clause.Writer, stmt *gorm.Statement, v any) {
	d.Dialector.BindVarTo(w, stmt, bound(stmt, v))
}

// postgresDialector adds what PostgreSQL says about text it cannot store.
type postgresDialector struct{ *postgres.Dialector }

// Translate gives the errors that gorm names, and ErrInvalidText.
func (d postgresDialector) Translate(err error) error {
	var pg *pgconn.PgError
	if !errors.As(err, &pg) {
		return err
	}
	switch pg.Code {
	case "23505":
		return fmt.Errorf("%w: %w", gorm.ErrDuplicatedKey, err)
	case "23503", "23001": // RESTRICT has a code of its own from PostgreSQL 18
		return fmt.Errorf("%w: %w", gorm.ErrForeignKeyViolated, err)
	case "23514":
		return fmt.Errorf("%w: %w", gorm.ErrCheckConstraintViolated, err)
	case "22021", "22P05": // NUL or invalid UTF-8; untranslatable character
		return fmt.Errorf("%w: %w", ErrInvalidText, err)
	}
	return err
}

// BindVarTo makes the value equal on both databases first.
func (d postgresDialector) BindVarTo(w clause.Writer, stmt *gorm.Statement, v any) {
	d.Dialector.BindVarTo(w, stmt, bound(stmt, v))
}

// bound replaces the value that gorm has just appended to the statement by the
// one to send, or fails the statement before it is sent.
func bound(stmt *gorm.Statement, v any) any {
	out, err := canonical(v)
	if err != nil {
		_ = stmt.AddError(err)
		return v
	}
	if n := len(stmt.Vars); n > 0 {
		stmt.Vars[n-1] = out
	}
	return out
}

// canonical is the value in the one form that both databases keep unchanged.
// PostgreSQL would drop the zone of a time and round it to microseconds, SQLite
// would keep both and then compare them as text.
func canonical(v any) (any, error) {
	switch x := v.(type) {
	case nil:
		return nil, nil
	case string:
		return x, storable(x)
	case time.Time:
		return x.UTC().Truncate(time.Microsecond), nil
	case *time.Time:
		if x == nil {
			return nil, nil
		}
		return x.UTC().Truncate(time.Microsecond), nil
	case []byte:
		return x, nil
	}
	rv := reflect.ValueOf(v)
	if rv.Kind() == reflect.Pointer && rv.IsNil() {
		return v, nil
	}
	if valuer, ok := v.(driver.Valuer); ok {
		inner, err := valuer.Value()
		if err != nil {
			return v, nil // the driver asks again and reports it
		}
		switch inner.(type) {
		case string, time.Time:
			return canonical(inner)
		}
		return v, nil
	}
	if rv.Kind() == reflect.Pointer {
		rv = rv.Elem()
	}
	if rv.Kind() == reflect.String {
		return v, storable(rv.String())
	}
	return v, nil
}

func storable(text string) error {
	if strings.IndexByte(text, 0) >= 0 || !utf8.ValidString(text) {
		return ErrInvalidText
	}
	return nil
}
