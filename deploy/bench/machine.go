package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

func loadAverage() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return strings.Join(strings.Fields(string(text))[:3], " ")
}

// tooBusy tells whether others worked on the machine in the minute before.
func tooBusy(load string) bool {
	var last float64
	_, err := fmt.Sscan(load, &last)
	return err == nil && last > float64(runtime.NumCPU())
}

// machine says on what it ran.
func machine(folder string) []string {
	model := runtime.GOARCH
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if _, after, ok := strings.Cut(string(text), "model name"); ok {
			line, _, _ := strings.Cut(after, "\n")
			model = strings.TrimSpace(strings.TrimLeft(line, "\t :"))
		}
	}
	disk := "unknown"
	if out, err := exec.Command("stat", "-f", "-c", "%T", folder).Output(); err == nil {
		disk = strings.TrimSpace(string(out))
	}
	return []string{fmt.Sprintf("%s, %d processors, %s, databases on %s", model, runtime.NumCPU(), runtime.Version(), disk)}
}

// describe says what database a site has, by its own words.
func (s *site) describe(ctx context.Context) (string, error) {
	questions := []string{"SELECT 'SQLite ' || sqlite_version()", "PRAGMA journal_mode", "PRAGMA synchronous"}
	if s.name == postgres15 {
		questions = []string{"SELECT 'PostgreSQL ' || current_setting('server_version')",
			"SELECT 'fsync ' || current_setting('fsync')", "SELECT 'synchronous_commit ' || current_setting('synchronous_commit')"}
	}
	var answers []string
	for _, q := range questions {
		var a sql.NullString
		if err := s.raw.QueryRowContext(ctx, q).Scan(&a); err != nil {
			return "", err
		}
		answers = append(answers, a.String)
	}
	if s.name == sqlite {
		answers[2] = "synchronous " + answers[2] + " (2 is FULL)"
	}
	c := s.data.counts
	return fmt.Sprintf("%s: %d plans, %d bodies, %d activities, %d responsibilities, %d milestones, %d reports; loaded in %.0f s",
		strings.Join(answers, ", "), c["plans"], c["bodies"], c["activities"], c["responsibilities"], c["milestones"], c["reports"], s.data.took.Seconds()), nil
}
