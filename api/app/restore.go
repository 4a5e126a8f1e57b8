package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/database"
)

// Restore puts a backup in the place of the SQLite database. The server must
// be stopped; what stood there is kept beside it with the ending .before-restore.
// A file that is no backup changes nothing.
func Restore(c Config, from string) error {
	if strings.Contains(c.Database, "://") {
		return errors.New("restore is for SQLite; restore PostgreSQL with pg_restore")
	}
	ctx := context.Background()
	ready := c.Database + ".restoring"
	defer func() {
		_ = os.Remove(ready)
		_ = os.Remove(ready + ".lock")
	}()
	if err := copyFile(from, ready); err != nil {
		return err
	}
	if err := checkBackup(ctx, ready); err != nil {
		return fmt.Errorf("%s is not a backup of En väg in: %w", from, err)
	}
	if _, statErr := os.Stat(c.Database); statErr == nil {
		// Opening takes the lock: a running server makes this fail, with its process named.
		db, err := database.Open(ctx, c.Database, database.Options{})
		if errors.Is(err, database.ErrInUse) {
			return err
		}
		if err == nil { // else it is what has to be replaced
			if err := db.Close(); err != nil {
				return err
			}
		}
		for _, end := range []string{"", "-wal", "-shm"} {
			if err := os.Rename(c.Database+end, c.Database+".before-restore"+end); err != nil && (end == "" || !os.IsNotExist(err)) {
				return err
			}
		}
	}
	return os.Rename(ready, c.Database)
}

// checkBackup opens a copy as the server would and brings it to today's schema.
func checkBackup(ctx context.Context, file string) (err error) {
	db, err := database.Open(ctx, file, database.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	err = db.Read(ctx, func(tx *gorm.DB) error {
		var n int64
		return tx.Model(&boards.Body{}).Count(&n).Error
	})
	if err != nil {
		return err
	}
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
