package accounts

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"time"
)

// attempts is how often signing in failed lately for an account or an address.
// Score is a debt in milliseconds: each attempt adds the limit's leak, and time
// pays it off.
type attempts struct {
	Key          string `gorm:"primaryKey"`
	Score        int64
	BlockedUntil time.Time
	LastAt       time.Time
}

// TableName is the table that replicas share.
func (attempts) TableName() string { return "signin_attempts" }

// throttle says how many attempts are free, how fast they are forgotten, and
// how long the wait may become.
type throttle struct {
	free    int64
	leak    time.Duration
	first   time.Duration // the wait that doubles
	longest time.Duration
}

var (
	// An account's wait stays short, since a stranger can cause it.
	perAccount = throttle{free: 5, leak: 5 * time.Minute, first: time.Second, longest: 30 * time.Second}
	// Behind one address there may be a whole town hall.
	perAddress = throttle{free: 30, leak: time.Minute, first: time.Second, longest: 15 * time.Minute}
	// Whoever tries at the second step has the password: a stranger cannot cause this wait.
	perFactor = throttle{free: 5, leak: 10 * time.Minute, first: time.Second, longest: 15 * time.Minute}
	// Mail that somebody else asks for must not fill a mailbox.
	resetsOfAccount   = throttle{free: 3, leak: 30 * time.Minute, first: time.Minute, longest: 30 * time.Minute}
	resetsFromAddress = throttle{free: 20, leak: time.Minute, first: time.Second, longest: 15 * time.Minute}
)

// attemptsLife is how long a keyed hash of who tried is kept.
const attemptsLife = 24 * time.Hour

// worst bounds the debt, so that what a night's attack left is soon forgotten.
const worst = 12

// wait is how long the next attempt must wait; zero when it need not.
func (a attempts) wait(now time.Time) time.Duration { return max(0, a.BlockedUntil.Sub(now)) }

// charge counts one attempt. It is counted before the password is looked at, or
// many at once would all be the first; a right password gives it back.
func (a attempts) charge(t throttle, now time.Time) attempts {
	paid := max(0, now.Sub(a.LastAt)).Milliseconds()
	leak := t.leak.Milliseconds()
	a.Score = min(max(0, a.Score-paid)+leak, (t.free+worst)*leak)
	a.LastAt, a.BlockedUntil = now, now
	// A debt that time has begun to pay still counts as the attempt it was.
	if over := (a.Score+leak-1)/leak - t.free; over > 0 {
		a.BlockedUntil = now.Add(min(t.longest, t.first<<(over-1)))
	}
	return a
}

// refund takes one attempt back.
func (a attempts) refund(t throttle, now time.Time) attempts {
	a.Score = max(0, a.Score-t.leak.Milliseconds())
	if a.Score <= t.free*t.leak.Milliseconds() {
		a.BlockedUntil = now
	}
	return a
}

func accountKey(secret []byte, emailKey string) string { return "a" + keyed(secret, emailKey) }

// addressKey takes the network of an IPv6 address, since one machine has all of it.
func addressKey(secret []byte, address string) string {
	if ip, err := netip.ParseAddr(address); err == nil {
		ip = ip.Unmap().WithZone("")
		if network, err := ip.Prefix(64); ip.Is6() && err == nil {
			address = network.String()
		} else {
			address = ip.String()
		}
	}
	return "i" + keyed(secret, address)
}

func keyed(secret []byte, text string) string {
	m := hmac.New(sha256.New, secret)
	m.Write([]byte(text))
	return hex.EncodeToString(m.Sum(nil))
}
