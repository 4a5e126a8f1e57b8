package mail_test

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
	"testing"

	"envagin/api/platform/mail"
	"envagin/api/testkit"
)

const invitation = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Möte\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

// leaves are the parts of a letter that hold something, by their type.
func leaves(t *testing.T, kind string, body io.Reader, found map[string]string) {
	t.Helper()
	media, params, err := mime.ParseMediaType(kind)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(media, "multipart/") {
		text, _ := io.ReadAll(body)
		found[media+" "+params["method"]] += string(text)
		return
	}
	for r := multipart.NewReader(body, params["boundary"]); ; {
		part, err := r.NextRawPart()
		if err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		var inner io.Reader = part
		switch part.Header.Get("Content-Transfer-Encoding") {
		case "quoted-printable":
			inner = quotedprintable.NewReader(part)
		case "base64":
			inner = base64.NewDecoder(base64.StdEncoding, part)
		}
		if name := part.FileName(); name != "" {
			text, _ := io.ReadAll(inner)
			found["file "+name], inner = string(text), bytes.NewReader(text)
		}
		leaves(t, part.Header.Get("Content-Type"), inner, found)
	}
}

func TestALetterBringsAnEntryForTheCalendar(t *testing.T) {
	t.Parallel()
	eachDialect(t, func(t *testing.T, dialect string) {
		office := testkit.OpenPostOffice(t, nil)
		with := hello
		with.Calendar = invitation
		d := open(t, dialect, mail.Config{URL: "smtp://" + office.Address, From: "no-reply@kommun.example"}, letter(with))

		if err := d.post(t); err != nil {
			t.Fatal(err)
		}

		got, err := netmail.ReadMessage(strings.NewReader(office.Letters()[0]))
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]string{}
		leaves(t, got.Header.Get("Content-Type"), got.Body, found)
		if !strings.Contains(found["text/plain "], "Hej Eva!") || found["file inbjudan.ics"] != invitation || !strings.Contains(found["text/calendar REQUEST"], "SUMMARY:Möte") {
			t.Errorf("%q", found)
		}
	})
}

func TestTheOutboxShowsTheEntryForTheCalendar(t *testing.T) {
	t.Parallel()
	eachDialect(t, func(t *testing.T, dialect string) {
		with := hello
		with.Calendar = invitation
		d := open(t, dialect, mail.Config{Outbox: true}, letter(with))

		if err := d.post(t); err != nil {
			t.Fatal(err)
		}

		if kept, _, err := d.Letters(t.Context(), 0, 10); err != nil || len(kept) != 1 || kept[0].Calendar != invitation {
			t.Errorf("%+v (%v)", kept, err)
		}
	})
}

func TestAnEntryThatDoesNotSayWhatToDoWithItIsNotSent(t *testing.T) {
	t.Parallel()
	sly := hello
	sly.Calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST; boundary=x\r\nEND:VCALENDAR\r\n"
	d := open(t, testkit.Dialects()[0], mail.Config{Outbox: true}, letter(sly))

	if failure := failureOf(t, d.post(t)); !failure.Final {
		t.Error(failure)
	}
}
