//go:build unix

package database

import (
	"os"
	"syscall"
)

// tryLock takes the file for this process. The kernel frees it when the
// process ends, however it ends.
func tryLock(f *os.File) error {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}
