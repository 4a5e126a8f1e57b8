package meetings

import (
	"strings"
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Topic is something that a member wants the council to take up.
type Topic struct {
	ID         string
	MeetingID  *string // the meeting it is meant for
	Title      string
	Why        string
	ProposedBy string // who; "" once that person is forgotten
	State      TopicState
	Reason     string
	Version    int
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt  time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all topics.
func (Topic) TableName() string { return "council_topics" }

// TopicState is what has become of a topic.
type TopicState string // @name CouncilTopicState

// The states.
const (
	TopicProposed TopicState = "proposed" // waits for whoever makes the agenda
	TopicTaken    TopicState = "taken"    // is or was on an agenda
	TopicDeclined TopicState = "declined" // is not taken up, for a reason
)

// Limits of a topic.
const (
	maxTopicTitle = 200
	maxTopicText  = 4000
)

// Check holds the rules of a topic by itself.
func (t Topic) Check() error {
	var c problem.Checks
	c.Line("title", t.Title, maxTopicTitle)
	c.Required("why", t.Why)
	c.MaxLength("why", t.Why, maxTopicText)
	c.If(t.MeetingID != nil && id.Invalid(*t.MeetingID), "meetingId", "unknownReference", "There is no such meeting.")
	return c.Err()
}

// CheckAnswer holds the rules of an answer: who is told no is told why.
func (t Topic) CheckAnswer() error {
	var c problem.Checks
	problem.OneOf(&c, "state", t.State, TopicProposed, TopicTaken, TopicDeclined)
	c.MaxLength("reason", t.Reason, maxTopicText)
	c.If(t.State == TopicDeclined && strings.TrimSpace(t.Reason) == "", "reason", "required", "Say why the topic is not taken up.")
	return c.Err()
}

// topicsReadableBy tells who reads what members want to take up.
func topicsReadableBy(u auth.User) bool { return u.May(auth.ProposeTopics) || u.May(auth.KeepMeetings) }

// EditableBy tells who may change it: who proposed it while it waits, and who makes agendas.
func (t Topic) EditableBy(u auth.User) bool {
	mine := t.ProposedBy == u.ID && u.May(auth.ProposeTopics) && t.State == TopicProposed
	return mine || u.May(auth.KeepMeetings)
}
