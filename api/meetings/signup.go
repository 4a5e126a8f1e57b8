package meetings

import (
	"strings"
	"time"

	"envagin/api/platform/collate"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// Places is how many may come to an open meeting, and until when one signs up.
type Places struct {
	MeetingID string `gorm:"primaryKey"`
	Places    int
	ClosesOn  day.Day // the last day; "" until the meeting begins
	Version   int
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all places.
func (Places) TableName() string { return "forum_places" }

// Check holds the rules of places by themselves.
func (p Places) Check() error {
	var c problem.Checks
	c.Range("places", p.Places, 0, 5000)
	p.ClosesOn.Check(&c, "closesOn")
	return c.Err()
}

// open tells whether one may sign up on a day; that it has not begun is looked at
// when somebody does.
func (p Places) open(m Meeting, today day.Day) bool {
	last := m.HeldOn
	if p.ClosesOn != "" {
		last = min(last, p.ClosesOn)
	}
	return p.Places > 0 && m.State.coming() && today <= last
}

// SignUp is that somebody means to come.
type SignUp struct {
	ID        string
	MeetingID string
	Name      string
	Email     string
	EmailKey  string
	Seats     int
	Lang      string
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
}

// TableName is the table of all sign-ups.
func (SignUp) TableName() string { return "forum_sign_ups" }

// maxSeats is how many one may sign up.
const maxSeats = 5

func (s *SignUp) settle() {
	s.Name, s.Email = strings.TrimSpace(s.Name), strings.TrimSpace(s.Email)
	s.EmailKey = collate.Fold(s.Email)
	if s.Lang != "en" {
		s.Lang = "sv"
	}
}

// Check holds the rules of a sign-up by itself.
func (s SignUp) Check() error {
	var c problem.Checks
	c.Line("name", s.Name, 100)
	c.Required("email", s.Email)
	c.Email("email", s.Email)
	c.Range("seats", s.Seats, 1, maxSeats)
	return c.Err()
}
