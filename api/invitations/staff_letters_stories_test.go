package invitations_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"gorm.io/gorm"

	"envagin/api/app"
	"envagin/api/testkit"
)

var printed = regexp.MustCompile(`[0-9A-Z]{4}(-[0-9A-Z]{4}){3}`)

func (s *story) write(in object) *testkit.Answer {
	s.T.Helper()
	return s.Do(post, s.at("/staff-letters"), in, s.As("coordinator"))
}

// went is how the newest sending went: sent, failed, unsure.
func (s *story) went() string {
	s.T.Helper()
	newest := s.Get(s.at("/staff-letters?limit=1"), s.As("coordinator")).Want(200).Items()[0]
	return fmt.Sprint(newest["sent"], newest["failed"], newest["unsure"])
}

// posted tells a story with a mail server, in an open round of staff.
func posted(t *testing.T, answer func() func(command string) string, tell func(t *testing.T, s *story, office *testkit.PostOffice)) {
	t.Helper()
	t.Parallel()
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			office := testkit.OpenPostOffice(t, answer())
			s := &story{App: testkit.StartWith(t, testkit.NewDatabase(t, dialect), func(c *app.Config) {
				c.KeepMail = false
				c.SMTPURL, c.MailFrom = "smtp://"+office.Address, "no-reply@kommun.example"
			})}
			s.round, s.groups = s.open("staff", "enkat-2026", []object{{"key": "forskola", "nameSv": "Förskola", "nameEn": "Pre-school", "size": 40}})
			tell(t, s, office)
		})
	}
}

func TestAnEmployeeGetsACodeByMailThatNobodyElseKnows(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		seen := len(s.Outbox())
		in := object{"groupId": s.groups[0], "kind": "invitation", "addresses": []string{"Eva@example.org", " eva@example.org", "bo@example.org"}}

		made := s.write(in).Want(201).Object()

		if made["asked"] != 2.0 || made["nameSv"] != "Förskola" || made["weekOf"] != "2026-11-23" {
			t.Errorf("it says %v", made)
		}
		s.Drain()
		letters := s.Outbox()[seen:]
		if len(letters) != 2 || letters[0].To == letters[1].To {
			t.Fatalf("%d letters: %v", len(letters), letters)
		}
		codes := map[string]bool{}
		for _, m := range letters {
			code := printed.FindString(m.Text)
			codes[code] = true
			if !strings.Contains(m.Text, "http://localhost:8080/svara\nDin kod: "+code) || !strings.Contains(m.Text, "Your code: "+code) || strings.Contains(m.Text, "våld") || strings.Contains(m.Subject, "våld") {
				t.Errorf("the letter is %v", m)
			}
			s.Do(post, "/ballot-codes", object{"code": code}).Want(200)
		}
		if len(codes) != 2 {
			t.Error("two got the same code")
		}
		for code := range codes {
			s.use(s.groups[0], code)
			s.nowhere(code, strings.ReplaceAll(code, "-", ""))
		}
		s.nowhere("eva@example.org", "bo@example.org")
		if went := s.went(); went != "2 0 0" {
			t.Errorf("it went %s", went)
		}
	})
}

// nowhere holds that no table but the trial's outbox has these words.
func (s *story) nowhere(words ...string) {
	s.T.Helper()
	err := s.DB.Read(s.T.Context(), func(tx *gorm.DB) error {
		tables, err := tx.Migrator().GetTables()
		if err != nil {
			return err
		}
		for _, table := range tables {
			if table == "outbox_messages" || strings.Contains(table, "sqlite") || strings.HasSuffix(table, "_words") {
				continue
			}
			var rows []map[string]any
			if err := tx.Table(table).Limit(5000).Find(&rows).Error; err != nil {
				return err
			}
			text := strings.ToLower(fmt.Sprint(rows))
			for _, word := range words {
				if strings.Contains(text, strings.ToLower(word)) {
					s.T.Errorf("%s has %s", table, word)
				}
			}
		}
		return nil
	})
	if err != nil {
		s.T.Fatal(err)
	}
}

func TestALetterThatMayHaveComeIsNotSentAgain(t *testing.T) {
	posted(t, func() func(string) string { return nil }, func(t *testing.T, s *story, office *testkit.PostOffice) {
		office.Mute(true)
		s.write(object{"groupId": s.groups[0], "kind": "invitation", "addresses": []string{"eva@example.org"}}).Want(201)
		s.Drain()
		office.Mute(false)
		s.Drain()

		if n := len(office.Letters()); n != 1 {
			t.Errorf("it was sent %d times", n)
		}
		if went := s.went(); went != "0 0 1" {
			t.Errorf("it went %s", went)
		}
		s.Do(post, "/ballot-codes", object{"code": printed.FindString(office.Letters()[0])}).Want(200) // if it came, it can be used
	})
}

func TestALetterThatCertainlyDidNotLeaveIsTriedAgainWithAnotherCode(t *testing.T) {
	greylisting := func() func(command string) string {
		tries := 0
		return func(command string) string {
			if strings.HasPrefix(command, "RCPT TO:<full@") {
				return "550 no such person"
			}
			if strings.HasPrefix(command, "RCPT TO:<eva@") {
				if tries++; tries == 1 {
					return "451 come again"
				}
			}
			return ""
		}
	}
	posted(t, greylisting, func(t *testing.T, s *story, office *testkit.PostOffice) {
		s.write(object{"groupId": s.groups[0], "kind": "invitation", "addresses": []string{"eva@example.org", "full@example.org"}}).Want(201)
		if err := s.Jobs.Drain(t.Context()); err == nil || strings.Contains(err.Error(), "eva@") {
			t.Errorf("the first try gave %v", err)
		}
		codes := s.kept()
		s.Drain()

		if n := len(office.Letters()); n != 1 {
			t.Errorf("%d letters", n)
		}
		if went := s.went(); went != "1 1 0" || codes != 0 || s.kept() != 1 {
			t.Errorf("it went %s, with %d codes after the first try and %d at last", went, codes, s.kept())
		}
		s.nowhere("eva@example.org", "full@example.org")
	})
}

// kept is how many codes there are.
func (s *story) kept() (n int64) {
	s.T.Helper()
	if err := s.DB.Read(s.T.Context(), func(tx *gorm.DB) error { return tx.Table("ballot_codes").Count(&n).Error }); err != nil {
		s.T.Fatal(err)
	}
	return n
}

func TestAWholeGroupIsRemindedWithoutCodes(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		seen := len(s.Outbox())
		s.write(object{"groupId": s.groups[0], "kind": "reminder", "addresses": []string{"eva@example.org"}}).Want(201)
		s.Drain()
		letter := s.Outbox()[seen:][0]
		if !strings.Contains(letter.Text, "Om du har svarat: tack!") || !strings.Contains(letter.Text, "If you have answered, thank you!") || printed.MatchString(letter.Text) || s.kept() != 0 {
			t.Errorf("the reminder is %v", letter)
		}
	})
}

func TestEmployeesAreWrittenToOfOpenRoundsOnlyByWhoKeepsThem(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		seen := len(s.Outbox())
		whole := object{"groupId": s.groups[0], "kind": "invitation", "addresses": []string{"eva@example.org"}}
		for field, change := range map[string]object{
			"groupId":      {"groupId": "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"},
			"kind":         {"kind": "threat"},
			"addresses":    {"addresses": []string{}},
			"addresses[1]": {"addresses": []string{"bo@example.org", "not an address"}},
		} {
			in := object{}
			for name, value := range whole {
				in[name] = value
			}
			for name, value := range change {
				in[name] = value
			}
			s.write(in).WantProblem(422, "invalid", field)
		}
		s.Do(post, s.at("/staff-letters"), whole, s.As("manager")).WantProblem(403, "forbidden")
		s.Get(s.at("/staff-letters"), s.As("manager")).WantProblem(403, "forbidden")
		s.write(whole).Want(201) // and the round closes before it leaves
		s.Do(put, s.at("/closing"), object{}, s.As("coordinator"), testkit.IfMatch(s.Get(s.at(""), s.As("coordinator")).ETag())).Want(200)
		s.write(whole).WantProblem(409, "notOpen")
		s.Drain()
		if went := s.went(); went != "0 1 0" || len(s.Outbox()) != seen {
			t.Errorf("it went %s after the close", went)
		}
	})
}
