package httpx

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// What a machine client may ask in a minute, of each process. A client that
// fetches everything anew each minute stays far below it; one that has gone
// astray in a loop does not take the server from the others.
const (
	limitRequests = 600
	limitWindow   = time.Minute
)

// limiter gives each client a bucket that holds a minute's requests and fills
// at an even pace. There are as many buckets as there are clients.
type limiter struct {
	clock   *day.Clock
	mu      sync.Mutex
	buckets map[string]bucket
}

type bucket struct {
	left float64
	at   time.Time
}

func newLimiter(clock *day.Clock) *limiter {
	return &limiter{clock: clock, buckets: map[string]bucket{}}
}

// take lets one request through, and tells in the answer's header what is left
// (draft-ietf-httpapi-ratelimit-headers).
func (l *limiter) take(h http.Header, clientID string) error {
	now, perSecond := l.clock.Now(), limitRequests/limitWindow.Seconds()
	l.mu.Lock()
	b, known := l.buckets[clientID]
	if !known {
		b = bucket{limitRequests, now}
	}
	b.left, b.at = min(limitRequests, b.left+max(0, now.Sub(b.at).Seconds())*perSecond), now
	enough := b.left >= 1
	if enough {
		b.left--
	}
	l.buckets[clientID] = b
	l.mu.Unlock()
	h.Set("RateLimit-Policy", fmt.Sprintf(`"client";q=%d;w=%d`, limitRequests, int(limitWindow.Seconds())))
	h.Set("RateLimit", fmt.Sprintf(`"client";r=%d;t=%d`, int(b.left), int((limitRequests-b.left)/perSecond+0.5)))
	if !enough {
		return problem.TooMany(1)
	}
	return nil
}
