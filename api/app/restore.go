package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"envagin/api/platform/database"
)

// Restore puts a backup in the place of the SQLite database. The server must
// be stopped; what stood there is kept beside it with the ending .before-restore.
func Restore(c Config, from string) (err error) {
	if strings.Contains(c.Database, "://") {
		return errors.New("restore is for SQLite; restore PostgreSQL with pg_restore")
	}
	ctx := context.Background()
	// Opening takes the lock: a running server makes this fail, with its process named.
	if _, statErr := os.Stat(c.Database); statErr == nil {
		db, err := database.Open(ctx, c.Database, database.Options{})
		if err != nil {
			return err
		}
		if err := db.Close(); err != nil {
			return err
		}
		if err := os.Rename(c.Database, c.Database+".before-restore"); err != nil {
			return err
		}
	}
	if err := copyFile(from, c.Database); err != nil {
		return err
	}
	db, err := database.Open(ctx, c.Database, database.Options{})
	if err != nil {
		return fmt.Errorf("%s is not a backup of En väg in: %w", from, err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.Migrate(ctx)
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Sync()
}
