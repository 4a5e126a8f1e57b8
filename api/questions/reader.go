package questions

import (
	"envagin/api/boards"
	"envagin/api/platform/auth"
)

// level is how much of the questions somebody reads.
type level int

// The levels, each with what the one before it has.
const (
	published level = iota // what is published for everyone
	signedIn               // and what is published internally
	all                    // and all that is asked, by whom, and how long it has waited
)

// levelOf is how much a user reads. A machine reads what everyone reads.
func levelOf(user auth.User) level {
	switch {
	case user.May(auth.ReadQuestions):
		return all
	case user.Public(), user.Machine():
		return published
	default:
		return signedIn
	}
}

// parts are for whom that is published which the level reads.
func (l level) parts() []Part {
	if l == published {
		return []Part{Public}
	}
	return []Part{Public, Internal}
}

// sees tells whether the level reads a question.
func (l level) sees(q Question) bool {
	return l == all || q.State == Published && (q.Part == Public || l == signedIn)
}

// reader is somebody with what they may do to questions.
type reader struct {
	user  auth.User
	level level
	tree  boards.Tree // of the bodies for which the user asks; empty when for all or none
}

// asksFor tells whether the user asks for a body; nil is the council itself.
func (r reader) asksFor(bodyID *string) bool {
	if bodyID == nil {
		return r.user.May(auth.AskQuestions)
	}
	return r.user.MayAt(auth.AskQuestions, r.tree.Ancestors(*bodyID)...)
}

// edits tells whether the user may change or delete a question.
func (r reader) edits(q Question) bool {
	mine := r.level == all && q.AskedByID != nil && *q.AskedByID == r.user.ID
	return r.user.May(auth.PublishQuestions) || mine && q.AnsweredOn == ""
}

func deref(id *string) string {
	if id == nil {
		return ""
	}
	return *id
}
