package main

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

// How many clients ask at the same time, each on a connection of its own. What
// is answered from memory needs more of them to keep two processors busy.
const (
	many = 16
	few  = 4
)

// worker does one thing again and again; it is one client's.
type worker func() (bytes int, err error)

// subject is what is measured: it makes a worker for each client.
type subject struct {
	name string
	make func() (do worker, end func(), err error)
}

// sample is what one subject did in one or more rounds.
type sample struct {
	took  []time.Duration // of each request
	spent time.Duration
	cpu   time.Duration // of client, server and database together
	bytes int
}

// each is the processor time of one request.
func (s sample) each() time.Duration { return s.cpu / time.Duration(max(1, len(s.took))) }

func (s sample) rate() float64 { return float64(len(s.took)) / s.spent.Seconds() }

// quantile wants took sorted.
func (s sample) quantile(q float64) time.Duration {
	if len(s.took) == 0 {
		return 0
	}
	return s.took[min(len(s.took)-1, int(q*float64(len(s.took))))]
}

// duel is what several subjects did, round by round.
type duel struct {
	total  []sample
	rounds [][]sample // round → subject
}

// limits bound a measurement: rounds and the length of each in time, most in count.
type limits struct {
	clients, rounds int
	each            time.Duration
	most            int
	cpu             func() (func() time.Duration, error)
}

// run lets the subjects take turns in short rounds, every other time in the
// opposite order: the machine's moods then meet all of them alike.
func run(l limits, subjects ...subject) (duel, error) {
	d := duel{total: make([]sample, len(subjects))}
	workers := make([][]worker, len(subjects))
	for i, s := range subjects {
		for range l.clients {
			do, end, err := s.make()
			if err != nil {
				return d, fmt.Errorf("%s: %w", s.name, err)
			}
			defer end()
			workers[i] = append(workers[i], do)
		}
		if _, err := round(l, workers[i], func() time.Duration { return 0 }); err != nil { // to warm up
			return d, fmt.Errorf("%s: %w", s.name, err)
		}
	}
	cpu, err := l.cpu() // now that all connections are open
	if err != nil {
		return d, err
	}
	for n := range l.rounds {
		this := make([]sample, len(subjects))
		for k := range subjects {
			i := k
			if n%2 == 1 {
				i = len(subjects) - 1 - k
			}
			s, err := round(l, workers[i], cpu)
			if err != nil {
				return d, fmt.Errorf("%s: %w", subjects[i].name, err)
			}
			this[i] = s
			d.total[i].took = append(d.total[i].took, s.took...)
			d.total[i].spent += s.spent
			d.total[i].cpu += s.cpu
			d.total[i].bytes = s.bytes
		}
		d.rounds = append(d.rounds, this)
	}
	for i := range d.total {
		slices.Sort(d.total[i].took)
	}
	return d, nil
}

// round lets all clients work for a while.
func round(l limits, workers []worker, cpu func() time.Duration) (sample, error) {
	var wg sync.WaitGroup
	parts := make([]sample, len(workers))
	errs := make([]error, len(workers))
	began, used := time.Now(), cpu()
	for i, do := range workers {
		wg.Go(func() {
			p := &parts[i]
			p.took = make([]time.Duration, 0, 4096)
			for now := time.Now(); now.Sub(began) < l.each && len(p.took) < l.most; {
				n, err := do()
				if err != nil {
					errs[i] = err
					return
				}
				after := time.Now()
				p.took = append(p.took, after.Sub(now))
				p.bytes, now = n, after
			}
		})
	}
	wg.Wait()
	s := sample{spent: time.Since(began), cpu: cpu() - used}
	for i, p := range parts {
		if errs[i] != nil {
			return s, errs[i]
		}
		s.took = append(s.took, p.took...)
		s.bytes = max(s.bytes, p.bytes)
	}
	slices.Sort(s.took)
	return s, nil
}

// rateAgainst is the median, over the rounds, of subject a's rate in parts of b's.
func (d duel) rateAgainst(a, b int) float64 {
	return median(d.rounds, func(r []sample) float64 { return r[a].rate() / r[b].rate() })
}

// p50Against is the median, over the rounds, of subject a's p50 in parts of b's.
func (d duel) p50Against(a, b int) float64 {
	return median(d.rounds, func(r []sample) float64 { return float64(r[a].quantile(.5)) / float64(r[b].quantile(.5)) })
}

// cpuAgainst is the median, over the rounds, of what a request of a's takes of
// the processors in parts of b's.
func (d duel) cpuAgainst(a, b int) float64 {
	return median(d.rounds, func(r []sample) float64 { return float64(r[a].each()) / float64(max(1, r[b].each())) })
}

func median(rounds [][]sample, of func([]sample) float64) float64 {
	var all []float64
	for _, r := range rounds {
		all = append(all, of(r))
	}
	slices.Sort(all)
	return (all[len(all)/2] + all[(len(all)-1)/2]) / 2
}
