package database

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// lockFile lets one process write a SQLite file. It stays on disk: removing it
// would let two processes hold a lock each, on two files of one name.
//
// Errors: ErrInUse with a sentence that names the process.
func lockFile(database string) (*os.File, error) {
	f, err := os.OpenFile(database+".lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	if err := tryLock(f); err != nil {
		holder := "another process"
		if text, err := io.ReadAll(io.LimitReader(f, 32)); err == nil {
			if pid, err := strconv.Atoi(strings.TrimSpace(string(text))); err == nil {
				holder = fmt.Sprintf("process %d", pid)
			}
		}
		_ = f.Close()
		return nil, fmt.Errorf("%w: %s is already open for writing in %s; stop that process first", ErrInUse, database, holder)
	}
	if err = f.Truncate(0); err == nil {
		_, err = f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	}
	if err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("database: write lock file: %w", err)
	}
	return f, nil
}
