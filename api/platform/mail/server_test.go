package mail_test

import (
	"strings"
	"testing"

	"envagin/api/platform/mail"
)

func TestParseServer(t *testing.T) {
	t.Parallel()
	const from = "En väg in <no-reply@kommun.example>"
	for name, c := range map[string]struct{ url, from, refused string }{
		"takes a user and a password":                {"smtp://user:p%40ss@post.example:587", from, ""},
		"takes TLS from the first byte":              {"smtps://user:pass@post.example", from, ""},
		"takes a relay in one's own network":         {"smtp://relay.internal:25?starttls=no", from, ""},
		"takes a server on this machine":             {"smtp://localhost:1025", from, ""},
		"takes IPv6":                                 {"smtp://[::1]:1025", "no-reply@kommun.example", ""},
		"refuses a host without a scheme":            {"post.example:25", from, "ENVAGIN_SMTP_URL must be"},
		"refuses another scheme":                     {"https://post.example", from, "ENVAGIN_SMTP_URL must be"},
		"refuses a path":                             {"smtp://post.example/inbox", from, "ENVAGIN_SMTP_URL must be"},
		"refuses a port that is none":                {"smtp://post.example:99999", from, "1–65535"},
		"refuses a password without a user":          {"smtp://:s3cret@post.example", from, "both a user and a password"},
		"refuses a user without a password":          {"smtp://user@post.example", from, "both a user and a password"},
		"refuses an unescaped password":              {"smtp://user:s3cret/%@post.example", from, "ENVAGIN_SMTP_URL must be"},
		"refuses a password in the clear":            {"smtp://user:s3cret@post.example?starttls=no", from, "in the clear"},
		"refuses another choice":                     {"smtp://post.example?starttls=maybe", from, "starttls=no or starttls=required"},
		"refuses a choice that means nothing":        {"smtps://post.example?starttls=no", from, "starttls=no or starttls=required"},
		"refuses other parameters":                   {"smtp://post.example?verify=no", from, "no parameter but starttls"},
		"refuses a missing sender":                   {"smtp://post.example", "", "ENVAGIN_MAIL_FROM"},
		"refuses a sender that is no address":        {"smtp://post.example", "En väg in", "ENVAGIN_MAIL_FROM"},
		"refuses a sender with another header in it": {"smtp://post.example", "a@b.example\r\nBcc: c@d.example", "ENVAGIN_MAIL_FROM"},
		"refuses several senders":                    {"smtp://post.example", "a@b.example, c@d.example", "ENVAGIN_MAIL_FROM"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			_, err := mail.ParseServer(c.url, c.from)

			switch {
			case c.refused == "" && err != nil:
				t.Error(err)
			case c.refused != "" && (err == nil || !strings.Contains(err.Error(), c.refused)):
				t.Errorf("got %v, wanted %s", err, c.refused)
			case err != nil && strings.Contains(err.Error(), "s3cret"):
				t.Errorf("the password is told: %v", err)
			}
		})
	}
}
