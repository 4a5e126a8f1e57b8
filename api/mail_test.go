//go:build unix

package main

import (
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"envagin/api/testkit"
)

func TestAnInvitationLeavesByMail(t *testing.T) {
	office := testkit.OpenPostOffice(t, nil)
	p := newPlace(t)
	p.settings["ENVAGIN_SMTP_URL"] = "smtp://" + office.Address
	p.settings["ENVAGIN_MAIL_FROM"] = "En väg in <no-reply@kommun.example>"
	p.must(password+"\n", "user", "add", "--email", "anna@example.org", "--name", "Anna", "--role", "admin")
	s := p.serve()
	token := s.signIn("anna@example.org", password, http.StatusCreated)

	s.ask(http.MethodPost, "/users", token, `{"email":"eva@example.org","name":"Eva","lang":"sv","active":true,"protected":false,"roles":[{"role":"reader"}]}`, http.StatusCreated)

	for end := time.Now().Add(20 * time.Second); len(office.Letters()) == 0 && time.Now().Before(end); {
		time.Sleep(20 * time.Millisecond)
	}
	if got := office.Letters(); len(got) != 1 || !strings.Contains(got[0], "To: <eva@example.org>") {
		t.Fatalf("the post office has %q", got)
	}
	if code := s.end(syscall.SIGTERM); code != 0 {
		t.Errorf("exit %d", code)
	}
}

func TestAMailServerThatCannotBeIsRefusedAtTheStart(t *testing.T) {
	p := newPlace(t)
	p.settings["ENVAGIN_SMTP_URL"] = "smtp://envagin:s3cret@post.example?starttls=no"
	p.settings["ENVAGIN_MAIL_FROM"] = "no-reply@kommun.example"
	p.refused("", []string{"serve"}, "ENVAGIN_SMTP_URL", "in the clear")

	p.settings["ENVAGIN_SMTP_URL"], p.settings["ENVAGIN_MAIL_FROM"] = "smtp://post.example", ""
	p.refused("", []string{"serve"}, "ENVAGIN_MAIL_FROM")
}
