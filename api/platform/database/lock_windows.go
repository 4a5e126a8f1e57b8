package database

import (
	"os"

	"golang.org/x/sys/windows"
)

// tryLock takes the file for this process. The kernel frees it when the
// process ends, however it ends. The locked byte lies far behind the text, so
// that others can still read the process's number.
func tryLock(f *os.File) error {
	return windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &windows.Overlapped{OffsetHigh: 1})
}
