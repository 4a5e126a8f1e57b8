//go:build windows

package documents

import "os/exec"

// withChildren leaves Chromium's own processes to end by themselves.
func withChildren(*exec.Cmd) {}
