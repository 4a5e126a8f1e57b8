//go:build unix

package documents

import (
	"os/exec"
	"syscall"
)

// withChildren makes an end that comes too soon the end of Chromium's own processes too.
func withChildren(run *exec.Cmd) {
	run.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	run.Cancel = func() error { return syscall.Kill(-run.Process.Pid, syscall.SIGKILL) }
}
