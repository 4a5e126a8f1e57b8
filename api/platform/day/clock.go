package day

import (
	"sync"
	"time"
)

// Clock tells the time. Real is the wall clock; a Fixed one stands still until
// it is moved, which is how tests live through midnights and years.
type Clock struct {
	mu    sync.Mutex
	fixed time.Time
}

// Real is a clock that follows the machine's.
func Real() *Clock { return &Clock{} }

// Fixed is a clock that stands at t.
func Fixed(t time.Time) *Clock { return &Clock{fixed: t} }

// Now is the instant, in UTC, to the microsecond (what both databases keep).
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.fixed.IsZero() {
		return c.fixed.UTC().Truncate(time.Microsecond)
	}
	return time.Now().UTC().Truncate(time.Microsecond)
}

// Today is the day in Stockholm.
func (c *Clock) Today() Day { return Of(c.Now()) }

// Set moves a fixed clock to t.
func (c *Clock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.fixed = t
}
