package meetings

import (
	"time"

	"envagin/api/platform/httpx"
)

// TopicInput is what a member wants the council to take up.
type TopicInput struct {
	// Title says what, in a line.
	Title string `json:"title" example:"Trygghet på väg hem från träningen"`
	// Why says why the council should take it up.
	Why string `json:"why" example:"Tre föreningar har hört av sig om gångvägen vid Grubbevallen."`
	// MeetingID is the meeting it is meant for; absent for the next that has time.
	MeetingID *string `json:"meetingId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a21"`
} // @name CouncilTopicInput

// TopicAnswer is what becomes of a topic.
type TopicAnswer struct {
	// State is what becomes of it.
	State TopicState `json:"state" enums:"proposed,taken,declined" example:"declined"`
	// Reason is why; it must be said when the topic is declined.
	Reason string `json:"reason,omitempty" example:"Frågan ligger hos Gator och parker, som svarar föreningarna i december."`
} // @name CouncilTopicAnswer

// TopicView is a topic as its reader sees it.
type TopicView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a31"`
	TopicInput
	// State is what has become of it.
	State TopicState `json:"state" enums:"proposed,taken,declined" example:"proposed"`
	// Reason is why it is not taken up; absent when nothing was said.
	Reason string `json:"reason,omitempty" example:"Frågan ligger hos Gator och parker."`
	// ProposedBy is who proposed it; absent when the person's name may not be known.
	ProposedBy string `json:"proposedBy,omitempty" example:"Eva Ek"`
	// IsMine tells that the reader proposed it.
	IsMine bool `json:"isMine" example:"true"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name CouncilTopic

// TopicPage is one page of topics.
type TopicPage struct {
	Items []TopicView     `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name CouncilTopicPage

func (in TopicInput) topic() Topic {
	return Topic{Title: in.Title, Why: in.Why, MeetingID: in.MeetingID}
}

func (t Topic) input() TopicInput {
	return TopicInput{Title: t.Title, Why: t.Why, MeetingID: t.MeetingID}
}

// topicContent is what of a topic is kept in its trace.
type topicContent struct {
	TopicInput
	State TopicState `json:"state"`
	// Reason says why.
	Reason string `json:"reason,omitempty"`
}

func (t Topic) content() topicContent { return topicContent{t.input(), t.State, t.Reason} }
