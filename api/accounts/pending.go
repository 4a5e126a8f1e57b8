package accounts

import "time"

// pendingSignIn is a sign-in whose password was right and that waits for its
// second step. Whoever holds its token may try, a few times, for some minutes.
type pendingSignIn struct {
	ID        string
	UserID    string
	Hash      string
	Tries     int
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	ExpiresAt time.Time
}

func (pendingSignIn) TableName() string { return "pending_sign_ins" }

const (
	pendingLife = 5 * time.Minute
	pendingMost = 5 // tries
)

func (p pendingSignIn) open(now time.Time) bool {
	return p.ID != "" && p.Tries < pendingMost && now.Before(p.ExpiresAt)
}

// recentSignIn is how old a sign-in may be to change by what one signs in.
const recentSignIn = 15 * time.Minute
