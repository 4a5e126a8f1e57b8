package mail_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"mime"
	"mime/quotedprintable"
	netmail "net/mail"
	"os"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/jobs"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
	"envagin/api/testkit"
)

// desk is a mailer with one kind of letter, "hello", whose id is a person.
type desk struct {
	*mail.Mailer
	db   *database.DB
	jobs *jobs.Runner
	log  bytes.Buffer
}

var hello = mail.Message{To: "eva@example.org", Subject: "Inbjudan till En väg in", Text: "Hej Eva!\n\nÖppna https://envagin.example.se/konto/losenord#hemlig inom sju dagar.\n"}

func open(t *testing.T, dialect string, config mail.Config, make mail.Maker) *desk {
	t.Helper()
	d := &desk{}
	log := slog.New(slog.NewTextHandler(&d.log, nil))
	db, err := database.Open(t.Context(), testkit.NewDatabase(t, dialect), database.Options{Log: log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	clock := day.Fixed(testkit.Now)
	d.db, d.jobs = db, jobs.New(db, clock, log)
	if d.Mailer, err = mail.New(db, clock, d.jobs, config, log); err != nil {
		t.Fatal(err)
	}
	d.Register("hello", make)
	return d
}

func (d *desk) post(t *testing.T) error {
	t.Helper()
	if err := d.db.Tx(t.Context(), func(tx *gorm.DB) error { return d.Queue(tx, "hello", "eva") }); err != nil {
		return err
	}
	return d.jobs.Drain(t.Context())
}

func letter(m mail.Message) mail.Maker {
	return func(context.Context, string) (mail.Message, error) { return m, nil }
}

func eachDialect(t *testing.T, story func(t *testing.T, dialect string)) {
	t.Helper()
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			story(t, dialect)
		})
	}
}

func TestALetterArrivesAsItWasWritten(t *testing.T) {
	t.Parallel()
	eachDialect(t, func(t *testing.T, dialect string) {
		office := testkit.OpenPostOffice(t, nil)
		d := open(t, dialect, mail.Config{URL: "smtp://" + office.Address, From: "En väg in <no-reply@kommun.example>"}, letter(hello))

		if err := d.post(t); err != nil {
			t.Fatal(err)
		}

		if len(office.Letters()) != 1 {
			t.Fatalf("%d letters arrived", len(office.Letters()))
		}
		got, err := netmail.ReadMessage(strings.NewReader(office.Letters()[0]))
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(quotedprintable.NewReader(got.Body))
		if plain := strings.ReplaceAll(string(text), "\r\n", "\n"); strings.TrimRight(plain, "\n") != strings.TrimRight(hello.Text, "\n") {
			t.Errorf("the text is %q", plain)
		}
		from, _ := netmail.ParseAddress(got.Header.Get("From"))
		subject, _ := new(mime.WordDecoder).DecodeHeader(got.Header.Get("Subject"))
		if subject != hello.Subject || from == nil || from.Name != "En väg in" || from.Address != "no-reply@kommun.example" {
			t.Errorf("%q from %v", subject, from)
		}
		for name, want := range map[string]string{"To": "<eva@example.org>", "Auto-Submitted": "auto-generated",
			"Content-Type": "text/plain; charset=UTF-8", "Date": "Mon, 23 Nov 2026 08:30:00 +0000", "User-Agent": "", "X-Mailer": "", "Received": ""} {
			if got := got.Header.Get(name); got != want {
				t.Errorf("%s: %q", name, got)
			}
		}
		machine, _ := os.Hostname()
		if id := got.Header.Get("Message-Id"); !strings.HasSuffix(id, "@kommun.example>") || strings.Contains(office.Heard()+office.Letters()[0], machine) {
			t.Errorf("%s tells of this machine", id)
		}
		if !strings.Contains(office.Heard(), "MAIL FROM:<no-reply@kommun.example>") || !strings.Contains(office.Heard(), "RCPT TO:<eva@example.org>") {
			t.Errorf("the envelope: %s", office.Heard())
		}
	})
}

func TestWhatIsNoLongerToBeSentIsNot(t *testing.T) {
	t.Parallel()
	eachDialect(t, func(t *testing.T, dialect string) {
		office := testkit.OpenPostOffice(t, nil)
		d := open(t, dialect, mail.Config{URL: "smtp://" + office.Address, From: "no-reply@kommun.example"},
			func(context.Context, string) (mail.Message, error) { return mail.Message{}, mail.ErrNothing })

		err := d.post(t)

		if err != nil || office.Heard() != "" {
			t.Error(err, office.Heard())
		}
	})
}

func TestNobodyCanAddAHeaderOrARecipient(t *testing.T) {
	t.Parallel()
	for name, m := range map[string]mail.Message{
		"a line break in the address":   {To: "eva@example.org\r\nBcc: mallory@example.org", Subject: "Hej", Text: "Hej"},
		"two addresses":                 {To: "eva@example.org, mallory@example.org", Subject: "Hej", Text: "Hej"},
		"a name in the address":         {To: "Mallory <mallory@example.org>", Subject: "Hej", Text: "Hej"},
		"a line break in the subject":   {To: "eva@example.org", Subject: "Hej\r\nBcc: mallory@example.org", Text: "Hej"},
		"a line feed in the subject":    {To: "eva@example.org", Subject: "Hej\nBcc: mallory@example.org", Text: "Hej"},
		"a separator in the subject":    {To: "eva@example.org", Subject: "Hej\u2028Bcc: mallory@example.org", Text: "Hej"},
		"a subject longer than a line":  {To: "eva@example.org", Subject: strings.Repeat("å", 151), Text: "Hej"},
		"an SMTP command in an address": {To: "eva@example.org>\r\nRCPT TO:<mallory@example.org", Subject: "Hej", Text: "Hej"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			office := testkit.OpenPostOffice(t, nil)
			d := open(t, testkit.Dialects()[0], mail.Config{URL: "smtp://" + office.Address, From: "no-reply@kommun.example"}, letter(m))

			err := d.post(t)

			if err == nil || office.Heard() != "" {
				t.Errorf("%v; the server heard %s", err, office.Heard())
			}
		})
	}
}

func TestATextThatLooksLikeTheEndOfALetterIsNot(t *testing.T) {
	t.Parallel()
	office := testkit.OpenPostOffice(t, nil)
	sly := hello
	sly.Text = "Hej\r\n.\r\nMAIL FROM:<mallory@example.org>\r\nRCPT TO:<mallory@example.org>\r\nDATA\r\n"
	d := open(t, testkit.Dialects()[0], mail.Config{URL: "smtp://" + office.Address, From: "no-reply@kommun.example"}, letter(sly))

	if err := d.post(t); err != nil {
		t.Fatal(err)
	}

	if len(office.Letters()) != 1 || strings.Contains(office.Heard(), "mallory") {
		t.Errorf("%d letters; %s", len(office.Letters()), office.Heard())
	}
}

func TestWhatTheServerSaysIsNotRepeated(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		on, reply, reason string
		final             bool
	}{
		"an unknown recipient is final":   {"RCPT", "550 5.1.1 eva@example.org does not live here", "refuses the recipient (550)", true},
		"a full mailbox is not":           {"RCPT", "452 4.2.2 eva@example.org has no room", "refuses the recipient (452)", false},
		"a refused letter is tried again": {"MAIL", "550 no-reply@kommun.example may not send", "refuses the letter (550)", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			office := testkit.OpenPostOffice(t, func(command string) string {
				if strings.HasPrefix(command, c.on) {
					return c.reply
				}
				return ""
			})
			d := open(t, testkit.Dialects()[0], mail.Config{URL: "smtp://" + office.Address, From: "no-reply@kommun.example"}, letter(hello))

			err := d.post(t)

			failure := failureOf(t, err)
			if failure.Final != c.final || !strings.HasSuffix(failure.Reason, c.reason) || strings.Contains(failure.Reason+d.log.String(), "@") {
				t.Errorf("%+v; the log says %s", failure, d.log.String())
			}
		})
	}
}

func TestLettersTravelEncryptedUnlessTheSettingSaysOtherwise(t *testing.T) {
	t.Parallel()
	for _, scheme := range []string{"smtp://%s?starttls=required", "smtps://%s"} {
		office := testkit.OpenPostOffice(t, nil) // it knows no encryption
		url := strings.Replace(scheme, "%s", office.Address, 1)
		d := open(t, testkit.Dialects()[0], mail.Config{URL: url, From: "no-reply@kommun.example"}, letter(hello))

		err := d.post(t)

		if failure := failureOf(t, err); len(office.Letters()) != 0 || failure.Final {
			t.Errorf("%s: %d letters, %+v", scheme, len(office.Letters()), failure)
		}
	}
}

func TestASilentServerIsNotWaitedForWithoutEnd(t *testing.T) {
	t.Parallel()
	office := testkit.OpenPostOffice(t, func(command string) string {
		time.Sleep(100 * time.Millisecond)
		return "250-and" // an answer that never ends
	})
	d := open(t, testkit.Dialects()[0], mail.Config{URL: "smtp://" + office.Address, From: "no-reply@kommun.example"}, letter(hello))
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	if err := d.db.Tx(t.Context(), func(tx *gorm.DB) error { return d.Queue(tx, "hello", "eva") }); err != nil {
		t.Fatal(err)
	}

	begun := time.Now()
	err := d.jobs.Drain(ctx)

	if failure := failureOf(t, err); time.Since(begun) > 10*time.Second || failure.Final {
		t.Errorf("after %s: %+v", time.Since(begun), failure)
	}
}

func TestWithoutAServerNobodyIsPromisedALetter(t *testing.T) {
	t.Parallel()
	eachDialect(t, func(t *testing.T, dialect string) {
		d := open(t, dialect, mail.Config{}, letter(hello))

		err := d.post(t)

		if p := problem.As(err); p == nil || p.Status != 409 || p.Code != "mailNotConfigured" {
			t.Error(err)
		}
		if _, _, err := d.Letters(t.Context(), 0, 10); problem.As(err) == nil || problem.As(err).Status != 404 {
			t.Error(err)
		}
	})
}

func TestTheOutboxKeepsWhatWouldHaveBeenSent(t *testing.T) {
	t.Parallel()
	eachDialect(t, func(t *testing.T, dialect string) {
		d := open(t, dialect, mail.Config{Outbox: true}, letter(hello))

		if err := d.post(t); err != nil {
			t.Fatal(err)
		}

		kept, total, err := d.Letters(t.Context(), 0, 10)
		if err != nil || total != 1 || len(kept) != 1 || kept[0].Recipient != hello.To || kept[0].Subject != hello.Subject || kept[0].Body != hello.Text ||
			kept[0].Kind != "hello" || !kept[0].CreatedAt.Equal(testkit.Now) {
			t.Fatalf("%+v (%v)", kept, err)
		}
		if one, err := d.Letter(t.Context(), kept[0].ID); err != nil || one != kept[0] {
			t.Errorf("%+v (%v)", one, err)
		}
		for _, unknown := range []string{"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11", "x", "\x00"} {
			if _, err := d.Letter(t.Context(), unknown); problem.As(err) == nil || problem.As(err).Status != 404 {
				t.Errorf("%q: %v", unknown, err)
			}
		}
	})
}

func failureOf(t *testing.T, err error) *jobs.Failure {
	t.Helper()
	failure := jobs.FailureOf(err)
	if failure == nil {
		t.Fatalf("%v is no failure that may be told", err)
	}
	return failure
}
