//go:build unix

package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// processorTime gives what this process and the site's database connections
// have used of the processors. Unlike a clock on the wall it does not see who
// else is working on the machine.
func (s *site) processorTime(ctx context.Context) (func() time.Duration, error) {
	var backends []string
	if s.name == postgres15 {
		rows, err := s.raw.QueryContext(ctx, "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'")
		if err != nil {
			return nil, err
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			var pid int
			if err := rows.Scan(&pid); err != nil {
				return nil, err
			}
			backends = append(backends, fmt.Sprintf("/proc/%d/schedstat", pid))
		}
		if err := rows.Err(); err != nil {
			return nil, err
		}
	}
	return func() time.Duration {
		var self syscall.Rusage
		_ = syscall.Getrusage(syscall.RUSAGE_SELF, &self) // cannot fail for oneself
		used := time.Duration(self.Utime.Nano() + self.Stime.Nano())
		for _, file := range backends {
			text, _ := os.ReadFile(file) // gone with its connection
			ns, _, _ := strings.Cut(string(text), " ")
			n, _ := strconv.ParseInt(ns, 10, 64)
			used += time.Duration(n)
		}
		return used
	}, nil
}
