package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

// reading is one of the reads that are measured.
type reading struct {
	name string
	path func(s *site) string
}

var readings = []reading{
	{"all plans' list, page 1", func(*site) string { return "/activities?limit=100" }},
	{"all plans' list, page 50", func(*site) string { return "/activities?limit=100&page=50" }},
	{"one plan's list", func(s *site) string { return "/activities?limit=100&plan=" + s.data.plan }},
	{"by status", func(*site) string { return "/activities?limit=100&status=late" }},
	{"one activity", func(s *site) string { return "/activities/" + s.data.activity }},
	{"a meeting, 60 items and 17 seats", func(s *site) string { return "/council-meetings/" + s.data.meeting }},
}

// alike are the reads whose answers hold as many things on either size of data,
// so that their times can be compared.
var alike = []reading{
	{"all plans' list, 20 a page", func(*site) string { return "/activities" }},
	readings[2],
	{"by status, 5 a page", func(*site) string { return "/activities?limit=5&status=atRisk" }},
	readings[4],
}

// asks is a subject that sends one request again and again.
func (s *site) asks(name string, request []byte, want int) subject {
	return subject{name, func() (worker, func(), error) {
		c, err := dial(s.addr)
		if err != nil {
			return nil, nil, err
		}
		return func() (int, error) {
			a, err := c.do(request, false)
			if err == nil && a.status != want {
				err = fmt.Errorf("answered %d, not %d", a.status, want)
			}
			return a.bytes, err
		}, c.close, nil
	}}
}

// once sends a request and keeps the whole answer.
func (s *site) once(request []byte) (answer, error) {
	c, err := dial(s.addr)
	if err != nil {
		return answer{}, err
	}
	defer c.close()
	a, err := c.do(request, true)
	if err == nil && a.status >= 400 {
		err = fmt.Errorf("bench: answered %d %s", a.status, a.body)
	}
	return a, err
}

// request makes the bytes of a reading, for the public or for a signed-in role.
func (r reading) request(s *site, role auth.RoleName, etag string) []byte {
	return get(httpx.Prefix+r.path(s), s.tokens[role], etag)
}

// reports is a subject whose clients report on one activity after the other.
func (s *site) reports(seed uint64) subject {
	return subject{"report", func() (worker, func(), error) {
		c, err := dial(s.addr)
		if err != nil {
			return nil, nil, err
		}
		seed++
		rng := rand.New(rand.NewPCG(seed, 1))
		return func() (int, error) {
			on := s.data.reportable[rng.IntN(len(s.data.reportable))]
			body, _ := json.Marshal(map[string]string{"bodyId": on.body, "state": "onTrack", "done": text(180), "next": text(90)})
			a, err := c.do(post(httpx.Prefix+"/activities/"+on.activity+"/reports", s.tokens[auth.Admin], body), true)
			if err == nil && a.status != 201 {
				err = fmt.Errorf("answered %d %s", a.status, a.body)
			}
			return a.bytes, err
		}, c.close, nil
	}}
}

// writing lets one client report 20 times a second until stop is called, which
// gives what it did.
func (s *site) writing() (stop func() (sample, error), err error) {
	do, end, err := s.reports(uint64(time.Now().UnixNano())).make()
	if err != nil {
		return nil, err
	}
	var done sample
	var failed error
	var wg sync.WaitGroup
	quit := make(chan struct{})
	wg.Go(func() {
		defer end()
		began := time.Now()
		tick := time.NewTicker(time.Second / 20)
		defer tick.Stop()
		for {
			select {
			case <-quit:
				done.spent = time.Since(began)
				return
			case <-tick.C:
			}
			now := time.Now()
			if done.bytes, failed = do(); failed != nil {
				return
			}
			done.took = append(done.took, time.Since(now))
		}
	})
	return func() (sample, error) {
		close(quit)
		wg.Wait()
		slices.Sort(done.took)
		return done, failed
	}, nil
}

// measure takes all measurements of one database.
func (r *report) measure(ctx context.Context, small, big *site) error {
	for _, s := range []*site{small, big} {
		if err := s.signIn(ctx); err != nil {
			return err
		}
	}
	if err := r.prepare(ctx, big); err != nil {
		return err
	}
	if err := r.reads(ctx, big, false); err != nil {
		return err
	}
	if err := r.unchanged(ctx, big); err != nil {
		return err
	}
	if err := r.scale(ctx, small, big); err != nil {
		return err
	}
	if err := r.whole(ctx, big); err != nil {
		return err
	}
	if err := r.cold(big); err != nil {
		return err
	}
	if err := r.staff(ctx, small); err != nil {
		return err
	}
	if err := small.signIn(ctx); err != nil {
		return err
	}
	if err := r.told(ctx, small); err != nil {
		return err
	}
	d, err := run(r.options.slowly(ctx, big), big.reports(1))
	if err != nil {
		return err
	}
	r.add(row{database: big.name, kind: writes, name: fmt.Sprintf("%d clients, one report after the other", few), sample: d.total[0]})
	if err := big.signIn(ctx); err != nil {
		return err
	}
	stop, err := big.writing()
	if err != nil {
		return err
	}
	err = r.reads(ctx, big, true)
	wrote, failed := stop()
	if err = errors.Join(err, failed); err == nil {
		r.add(row{database: big.name, kind: writes, name: "the writer of 20 a second, beside the reads", writer: true, sample: wrote})
	}
	return err
}

// prepare makes the baselines, while nobody writes: they must hold what one
// request alone gets and asks.
func (r *report) prepare(ctx context.Context, s *site) error {
	s.echoes = &echoes{}
	s.echoes.mount(s)
	s.statements = map[string][]statement{}
	for _, reading := range readings {
		a, err := s.once(reading.request(s, "", ""))
		if err != nil {
			return err
		}
		member := reading.request(s, auth.Member, "")
		all, err := uncached(ctx, s, member)
		if err != nil {
			return err
		}
		own, err := s.once(member)
		if err != nil {
			return err
		}
		s.echoes.add(a, own, func() worker { return s.rawWorker(ctx, all) })
		s.statements[reading.name] = all
		for _, st := range all {
			if r.options.statements {
				fmt.Fprintf(os.Stderr, "%s: %s\n", reading.name, st.short())
			}
		}
	}
	return nil
}

// reads measures cached reads against prebuilt bytes, and uncached reads
// against the same SQL.
func (r *report) reads(ctx context.Context, s *site, writer bool) error {
	for i, reading := range readings {
		if !r.wants(reading.name) {
			continue
		}
		d, err := run(r.options.quickly(ctx, s), s.asks(reading.name, reading.request(s, "", ""), 200),
			s.asks("the same bytes", get(s.echoes.path(i), "", ""), 200))
		if err != nil {
			return err
		}
		r.add(row{database: s.name, kind: cached, name: reading.name, writer: writer, sample: d.total[0],
			base: d.total[1], ratio: d.rateAgainst(0, 1), cpu: 1 / d.cpuAgainst(0, 1)})
	}
	for i, reading := range readings {
		if !r.wants(reading.name) {
			continue
		}
		all := s.statements[reading.name]
		d, err := run(r.options.slowly(ctx, s), s.asks(reading.name, reading.request(s, auth.Member, ""), 200),
			s.asks("the same SQL", get(s.echoes.path(i), s.tokens[auth.Member], ""), 200),
			subject{"the same SQL, no server", func() (worker, func(), error) { return s.rawWorker(ctx, all), func() {}, nil }})
		if err != nil {
			return err
		}
		r.add(row{database: s.name, kind: computed, name: reading.name, writer: writer, sample: d.total[0],
			base: d.total[1], ratio: d.rateAgainst(1, 0), cpu: d.cpuAgainst(0, 1), alone: d.cpuAgainst(0, 2), statements: len(all)})
	}
	return nil
}

// unchanged measures conditional requests that need no body.
func (r *report) unchanged(ctx context.Context, s *site) error {
	for i, reading := range readings {
		if i != 0 && i != len(readings)-1 {
			continue
		}
		etag := s.echoes.all[i].header["Etag"]
		d, err := run(r.options.quickly(ctx, s), s.asks("304", reading.request(s, "", etag), 304),
			s.asks("200", reading.request(s, "", ""), 200))
		if err != nil {
			return err
		}
		r.add(row{database: s.name, kind: notModified, name: reading.name, sample: d.total[0], base: d.total[1], ratio: d.rateAgainst(0, 1), cpu: 1 / d.cpuAgainst(0, 1)})
	}
	return nil
}

// scale compares the large data with one municipality's.
func (r *report) scale(ctx context.Context, small, big *site) error {
	for _, x := range []struct {
		kind   string
		role   auth.RoleName
		limits limits
	}{{cached, "", r.options.quickly(ctx, big)}, {computed, auth.Member, r.options.slowly(ctx, big)}} {
		for _, reading := range alike {
			if !r.wants(reading.name) {
				continue
			}
			d, err := run(x.limits, big.asks(reading.name+", large", reading.request(big, x.role, ""), 200),
				small.asks(reading.name+", small", reading.request(small, x.role, ""), 200))
			if err != nil {
				return err
			}
			r.add(row{database: big.name, kind: scaled, name: reading.name + ", " + x.kind, sample: d.total[0],
				base: d.total[1], ratio: d.p50Against(0, 1), cpu: d.cpuAgainst(0, 1)})
		}
	}
	return nil
}

// coldTimes is how often a cold count is measured; each needs a write.
const coldTimes = 15

// cold measures a list right after a change, when nothing is counted yet, and
// again when it is.
func (r *report) cold(s *site) error {
	write, end, err := s.reports(99).make()
	if err != nil {
		return err
	}
	defer end()
	for _, reading := range slices.Concat(readings[:1], readings[2:4]) {
		if !r.wants(reading.name) {
			continue
		}
		ask, end, err := s.asks(reading.name, reading.request(s, auth.Member, ""), 200).make()
		if err != nil {
			return err
		}
		defer end()
		var cold, warm sample
		for range coldTimes {
			if _, err := write(); err != nil {
				return err
			}
			for _, to := range []*sample{&cold, &warm} {
				now := time.Now()
				if to.bytes, err = ask(); err != nil {
					return err
				}
				to.took = append(to.took, time.Since(now))
				to.spent += time.Since(now)
			}
		}
		slices.Sort(cold.took)
		slices.Sort(warm.took)
		r.add(row{database: s.name, kind: coldCount, name: reading.name, sample: cold, base: warm,
			ratio: float64(cold.quantile(.5)) / float64(warm.quantile(.5))})
	}
	return nil
}

func (r *report) wants(name string) bool { return strings.Contains(name, r.options.quick) }
