package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// The kinds of rows.
const (
	cached      = "cached"
	computed    = "computed"
	notModified = "304"
	writes      = "write"
	scaled      = "scale"
	coldCount   = "cold"
)

// row is one line of a table.
type row struct {
	database, kind, name string
	writer               bool
	sample, base         sample
	ratio                float64
	statements           int
}

// report is a whole run.
type report struct {
	options      options
	began, ended time.Time
	machine      string
	load         string
	rows         []row
}

func (r *report) add(x row) {
	r.rows = append(r.rows, x)
	fmt.Fprintf(os.Stderr, "%s %-8s %-32s writer %-5t %8.0f/s p50 %8s p99 %8s %7d B | base %8.0f/s p50 %8s | ratio %.2f\n", x.database, x.kind, x.name, x.writer,
		x.sample.rate(), ms(x.sample.quantile(.5)), ms(x.sample.quantile(.99)), x.sample.bytes, x.base.rate(), ms(x.base.quantile(.5)), x.ratio)
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d.Microseconds())/1000) }

func (r *report) String() string { return "" }

func loadAverage() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return strings.Join(strings.Fields(string(text))[:3], " ")
}

// machine says on what it ran.
func machine(folder string) string {
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
	return fmt.Sprintf("%s, %d processors, %s, files on %s", model, runtime.NumCPU(), runtime.Version(), disk)
}
