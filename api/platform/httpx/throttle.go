package httpx

import (
	"hash/maphash"
	"math"
	"net/netip"
	"sync"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// Throttle bounds how often one address may do what needs no sign-in. It keeps no
// address: only a keyed hash in memory, for as long as it must, with a key that ends
// with the process. Each process counts for itself.
type Throttle struct {
	clock  *day.Clock
	most   float64
	window time.Duration
	seed   maphash.Seed

	mu      sync.Mutex
	buckets map[uint64]bucket
}

// maxBuckets is how many addresses are kept at most; the rest of the world shares one.
const maxBuckets = 20_000

// NewThrottle lets each address do it so many times in a window.
func NewThrottle(clock *day.Clock, most int, window time.Duration) *Throttle {
	return &Throttle{clock: clock, most: float64(most), window: window, seed: maphash.MakeSeed(), buckets: map[uint64]bucket{}}
}

// Take counts one, or says how long to wait.
func (t *Throttle) Take(address string) error {
	key, now, perSecond := maphash.String(t.seed, network(address)), t.clock.Now(), t.most/t.window.Seconds()
	t.mu.Lock()
	defer t.mu.Unlock()
	b, known := t.buckets[key]
	if !known {
		if len(t.buckets) >= maxBuckets {
			t.forget(now)
		}
		if len(t.buckets) >= maxBuckets {
			key = 0
		}
		if b, known = t.buckets[key]; !known {
			b = bucket{t.most, now}
		}
	}
	b.left, b.at = min(t.most, b.left+max(0, now.Sub(b.at).Seconds())*perSecond), now
	if b.left < 1 {
		t.buckets[key] = b
		return problem.TooMany(int(math.Ceil((1 - b.left) / perSecond)))
	}
	b.left--
	t.buckets[key] = b
	return nil
}

// forget drops those that have filled again.
func (t *Throttle) forget(now time.Time) {
	for key, b := range t.buckets {
		if now.Sub(b.at) >= t.window {
			delete(t.buckets, key)
		}
	}
}

// network is the address, or of IPv6 the network, of which one machine has all.
func network(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	if ip = ip.Unmap().WithZone(""); ip.Is6() {
		if p, err := ip.Prefix(64); err == nil {
			return p.String()
		}
	}
	return ip.String()
}
