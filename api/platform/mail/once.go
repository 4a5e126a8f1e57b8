package mail

import (
	"context"
	"errors"

	gomail "github.com/wneessen/go-mail"

	"envagin/api/platform/jobs"
)

// Outcome is what is known of a letter that was tried once.
type Outcome int

// The outcomes.
const (
	Sent    Outcome = iota // the server has taken it
	NotSent                // it has not, for certain; another try may do
	Refused                // it has not, for certain, and will not
	Unsure                 // it may have: the connection broke before the server's last word
)

// SendOnce sends a letter that must not come twice, such as one with a code that is good for one answer. What became of it
// is told, and nothing is tried again here.
func (m *Mailer) SendOnce(ctx context.Context, kind string, message Message) (Outcome, error) {
	if err := message.check(); err != nil {
		return Refused, err
	}
	if m.outbox {
		if err := m.keep(ctx, kind, message); err != nil {
			return NotSent, err
		}
		return Sent, nil
	}
	if m.server == nil {
		return NotSent, &jobs.Failure{Reason: "there is no mail server"}
	}
	err := m.server.send(ctx, message, m.clock.Now())
	return outcomeOf(err), err
}

// outcomeOf tells what a failure says of where the letter is. What is not known to have been refused may have come.
func outcomeOf(err error) Outcome {
	if err == nil {
		return Sent
	}
	failure := jobs.FailureOf(err)
	if failure != nil && failure.Final {
		return Refused
	}
	if failure != nil && errors.Is(failure.Err, errNotBegun) {
		return NotSent
	}
	var sending *gomail.SendError
	if !errors.As(err, &sending) {
		return Unsure
	}
	switch sending.Reason {
	case gomail.ErrGetSender, gomail.ErrGetRcpts, gomail.ErrSMTPMailFrom, gomail.ErrSMTPRcptTo, gomail.ErrSMTPData, gomail.ErrConnCheck, gomail.ErrNoUnencoded:
		return NotSent
	case gomail.ErrSMTPDataClose:
		switch code := sending.ErrorCode(); {
		case code >= 500:
			return Refused
		case code >= 400:
			return NotSent
		}
	case gomail.ErrSMTPReset: // after the server's last word
		return Sent
	}
	return Unsure
}
