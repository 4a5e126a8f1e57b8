package council

import (
	"context"

	"envagin/api/platform/mail"
)

// letter makes the letter about a seat, as things stand when it is sent.
func (s *Service) letter(context.Context, string) (mail.Message, error) {
	return mail.Message{}, mail.ErrNothing
}
