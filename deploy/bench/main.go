// Command bench measures the API's reads and writes on both databases, in one
// run and with the same client, and writes docs/benchmarks.md.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"time"
)

func main() {
	var o options
	flag.StringVar(&o.out, "out", "docs/benchmarks.md", "the file to write; empty prints only")
	flag.StringVar(&o.only, "only", "", "measure one database: SQLite or PostgreSQL")
	flag.IntVar(&o.size, "size", 300, "municipalities in the large data")
	flag.IntVar(&o.rounds, "rounds", 5, "rounds of what is computed; what is cached gets four times as many, shorter ones")
	flag.BoolVar(&o.statements, "statements", false, "print the statements of the uncached requests")
	profile := flag.String("cpuprofile", "", "write a CPU profile of the measuring here")
	flag.StringVar(&o.quick, "quick", "", "measure only cases whose name holds this text")
	flag.Parse()
	if *profile != "" {
		f, err := os.Create(*profile)
		if err != nil {
			fail(err)
		}
		o.measuring = func() { _ = pprof.StartCPUProfile(f) }
		defer pprof.StopCPUProfile()
	}
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Minute)
	defer cancel()
	if err := bench(ctx, o); err != nil {
		pprof.StopCPUProfile()
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "bench:", err)
	os.Exit(1)
}

// options are the flags.
type options struct {
	out, only, quick string
	size, rounds     int
	statements       bool
	measuring        func()
}

// quickly bounds what is answered from memory: many short rounds, so that a
// neighbour on the machine disturbs both sides of a comparison alike.
func (o options) quickly(ctx context.Context, s *site) limits {
	return limits{cpu: func() (func() time.Duration, error) { return s.processorTime(ctx) }, clients: many, rounds: 4 * o.rounds, each: 50 * time.Millisecond, most: 50_000}
}

// slowly bounds what is computed for each request.
func (o options) slowly(ctx context.Context, s *site) limits {
	return limits{cpu: func() (func() time.Duration, error) { return s.processorTime(ctx) }, clients: few, rounds: o.rounds, each: 200 * time.Millisecond, most: 50_000}
}

// bench loads and measures one database after the other and writes the report.
func bench(ctx context.Context, o options) error {
	folder, err := os.MkdirTemp("", "envagin-bench-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	r := &report{began: time.Now(), options: o, machine: machine(folder), loads: []string{loadAverage()}}
	r.busy = tooBusy(r.loads[0])
	for _, name := range []string{sqlite, postgres15} {
		if o.only != "" && o.only != name {
			continue
		}
		if err := benchDatabase(ctx, o, r, name, folder); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		r.loads = append(r.loads, loadAverage())
		runtime.GC()
	}
	r.ended = time.Now()
	text := r.String()
	fmt.Println(text)
	if o.out == "" {
		return nil
	}
	return os.WriteFile(o.out, []byte(text), 0o644)
}

func benchDatabase(ctx context.Context, o options, r *report, name, folder string) error {
	url := ""
	if name == postgres15 {
		var err error
		if url, err = cluster(ctx); err != nil {
			return err
		}
	}
	var sites [2]*site
	for i, size := range []int{1, o.size} {
		s, err := open(ctx, name, folder, url, size)
		if err != nil {
			return err
		}
		defer s.close()
		sites[i] = s
	}
	what, err := sites[1].describe(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, what)
	r.machine = append(r.machine, what)
	if o.measuring != nil {
		o.measuring()
	}
	return r.measure(ctx, sites[0], sites[1])
}
