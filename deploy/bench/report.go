package main

import (
	_ "embed"
	"fmt"
	"os"
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
	pieces      = "pieces"
	staffed     = "staff"
	results     = "results"
)

// row is one line of a table.
type row struct {
	database, kind, name string
	writer               bool
	sample, base         sample
	ratio                float64 // by the clock: of rates, or of p50 where the target is one
	cpu                  float64 // the same by processor time; 0 where that says nothing
	busy                 bool    // somebody else worked on the machine: cpu decides
	statements           int     // of a computed request
	alone                float64 // a computed request's processor time in parts of its SQL's alone
}

// report is a whole run.
type report struct {
	options      options
	began, ended time.Time
	machine      []string
	busy         bool
	loads        []string // load averages, from the beginning to the end
	rows         []row
}

// add keeps a row and shows it to who waits.
func (r *report) add(x row) {
	x.busy = r.busy
	r.rows = append(r.rows, x)
	fmt.Fprintf(os.Stderr, "%-10s %-8s %-44s writer %-5t %7.0f/s p50 %s, against %s: %.2f, by processor %.2f %s\n", x.database, x.kind, x.name, x.writer,
		x.sample.rate(), ms(x.sample.quantile(.5)), ms(x.base.quantile(.5)), x.ratio, x.cpu, x.verdict())
}

// verdict compares a row with what the issues ask for; "" where it asks nothing.
func (x row) verdict() string {
	var ok bool
	ratio := x.ratio
	if x.busy && x.cpu > 0 {
		ratio = x.cpu
	}
	switch {
	case x.kind == cached && !x.writer:
		ok = ratio >= map[string]float64{sqlite: .8, postgres15: .5}[x.database]
	case x.kind == notModified || x.kind == pieces:
		ok = ratio > 1
	case x.kind == computed && !x.writer, x.kind == results:
		ok = ratio <= 3
	case x.kind == staffed:
		ok = ratio >= .6
	case x.kind == scaled:
		ok = ratio <= 1.3
	default:
		return ""
	}
	if ok {
		return "PASS"
	}
	return "MISS"
}

// The parts of the page that no run changes.
var (
	//go:embed pages/before.md
	before string
	//go:embed pages/after.md
	after string
)

// String is the page.
func (r *report) String() string {
	var b strings.Builder
	b.WriteString(before)
	passed, asked := 0, 0
	for _, x := range r.rows {
		if v := x.verdict(); v != "" {
			asked++
			if v == "PASS" {
				passed++
			}
		}
	}
	fmt.Fprintf(&b, "\n## This run\n\n%s, %d s in all. Of %d comparisons with a target, **%d pass and %d miss**.\n\n", r.began.UTC().Format("2006-01-02 15:04 UTC"),
		int(r.ended.Sub(r.began).Seconds()), asked, passed, asked-passed)
	for _, line := range r.machine {
		fmt.Fprintf(&b, "- %s\n", line)
	}
	fmt.Fprintf(&b, "- load average (1, 5, 15 minutes) before, between and after: %s\n", strings.Join(r.loads, "; "))
	if r.busy {
		missed := 0
		for _, x := range r.rows {
			if x.busy = false; x.verdict() == "MISS" {
				missed++
			}
		}
		fmt.Fprintf(&b, "\nBy the clock alone %d of them would miss.\n", missed)
		b.WriteString("\nThe load was higher than the number of processors before the run began. Its clocks are therefore not to be trusted, and the\n" +
			"verdicts are by **processor time** (of client, server and database together, for each request), which a neighbour hardly changes.\n")
	}
	for _, database := range []string{sqlite, postgres15} {
		if len(r.of(database, cached, false)) > 0 {
			r.database(&b, database)
		}
	}
	b.WriteString("\n" + after)
	return b.String()
}

func (r *report) database(b *strings.Builder, name string) {
	atLeast := map[string]string{sqlite: "80 %", postgres15: "50 %"}[name]
	fmt.Fprintf(b, "\n## %s\n", name)
	for _, writer := range []bool{false, true} {
		when := "Nobody writes"
		if writer {
			when = "One client reports, 20 times a second where the machine keeps up (what it reached stands under Writes)"
		}
		fmt.Fprintf(b, "\n### %s\n", when)
		table(b, "Cached, against prebuilt bytes behind the same middleware (target without a writer: at least "+atLeast+" of the rate)",
			"rate", "same bytes", "share", r.of(name, cached, writer), share)
		table(b, "Computed for each request, counts warm, against the same SQL through the driver (target without a writer: at most 3 ×)",
			"rate", "same SQL", "time", r.of(name, computed, writer), times)
	}
	b.WriteString("\n### Without a body\n")
	table(b, "304 against the 200 it stands for (target: faster)", "rate", "200", "share", r.of(name, notModified, false), times)
	b.WriteString("\n### A page in one request\n")
	table(b, "Everything that the meeting's page shows, against fetching it piece by piece on one connection (target: faster)", "rate", "pieces", "times", r.of(name, pieces, false), times)
	b.WriteString("\n### 300 municipalities against one\n")
	table(b, "The same request, counts warm; the columns before the last are those of 300 (target: p50 at most 1.3 ×)", "rate", "one", "p50 ×", r.of(name, scaled, false), times)
	table(b, "A list computed right after a change, its count cold, against the next time; one client", "rate", "warm", "p50 ×", r.of(name, coldCount, false), times)
	b.WriteString("\n### Anonymous answers\n")
	table(b, "Each answer with its ballot checked, kept once and acknowledged when the commit is on disk, against the same server with a handler that only decodes the body and inserts it in one commit (target: at least 60 % of the rate)",
		"rate", "bare inserts", "share", r.of(name, staffed, false), share)
	table(b, "What a round of so many answers told, computed for one who is signed in, against a small one (target: at most 3 ×)", "rate", "small", "p50 ×", r.of(name, results, false), times)
	b.WriteString("\n### Writes\n\nA report with all that follows from it (part, status, trace, revision), acknowledged when the commit is on disk.\n\n")
	b.WriteString("| request | writes/s | p50 ms | p95 ms | p99 ms | bytes |\n|---|--:|--:|--:|--:|--:|\n")
	for _, writer := range []bool{false, true} {
		for _, x := range r.of(name, writes, writer) {
			fmt.Fprintf(b, "| %s | %.0f | %s | %s | %s | %d |\n", x.name, x.sample.rate(), ms(x.sample.quantile(.5)), ms(x.sample.quantile(.95)), ms(x.sample.quantile(.99)), x.sample.bytes)
		}
	}
}

func share(x row) string { return fmt.Sprintf("%.0f %%", 100*x.ratio) }

func times(x row) string { return fmt.Sprintf("%.2f ×", x.ratio) }

// table writes the rows of one kind: what was measured, then what it is held against.
func table(b *strings.Builder, caption, rate, base, ratio string, rows []row, say func(row) string) {
	fmt.Fprintf(b, "\n%s.\n\n| request | %s/s | p50 ms | p95 ms | p99 ms | bytes | %s: /s | p50 ms | %s | by processor | |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|\n", caption, rate, base, ratio)
	for _, x := range rows {
		name := x.name
		if x.statements > 0 {
			name += fmt.Sprintf(" (%d statements; %.1f × the SQL alone)", x.statements, x.alone)
		}
		processor := ""
		if y := x; x.cpu > 0 {
			y.ratio = x.cpu
			processor = say(y)
		}
		fmt.Fprintf(b, "| %s | %.0f | %s | %s | %s | %d | %.0f | %s | %s | %s | %s |\n", name, x.sample.rate(), ms(x.sample.quantile(.5)), ms(x.sample.quantile(.95)),
			ms(x.sample.quantile(.99)), x.sample.bytes, x.base.rate(), ms(x.base.quantile(.5)), say(x), processor, x.verdict())
	}
}

func (r *report) of(database, kind string, writer bool) (rows []row) {
	for _, x := range r.rows {
		if x.database == database && x.kind == kind && x.writer == writer {
			rows = append(rows, x)
		}
	}
	return rows
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f", float64(d.Microseconds())/1000) }
