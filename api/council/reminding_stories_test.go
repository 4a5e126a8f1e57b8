package council_test

import (
	"strings"
	"testing"
	"time"
)

const oneDay = 24 * time.Hour

func TestWhoAppointsIsRemindedOnceForEachOccasion(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		s.appoint("centrum-mot-vald", "eva.ek@umea.example", "2025-01-01", "2026-12-31").Want(201)
		s.appoint("socialt-ansvariga-samordnare", "bo@umea.example", "2025-01-01", "2026-12-31").Want(201)
		s.Drain()

		s.Run(t, "of two seats in one letter, to the officer of the board that appoints", func(t *testing.T) {
			letters := s.remind()
			if len(letters) != 1 || !strings.HasPrefix(letters[0], "officer@demo.example\n") ||
				!strings.Contains(letters[0], "Centrum mot våld: mandatet går ut 2026-12-31") || !strings.Contains(letters[0], "Socialt ansvariga samordnare") {
				t.Fatal(letters)
			}
			if strings.Contains(letters[0], "Eva") || strings.Contains(letters[0], "eva.ek") {
				t.Error("the letter names somebody")
			}
		})
		s.Run(t, "and not again the same day, nor the next", func(t *testing.T) {
			first := s.remind()
			s.Later(oneDay)
			if again := s.remind(); len(first)+len(again) != 0 {
				t.Error(first, again)
			}
		})
		s.Run(t, "but 30 and 7 days before", func(t *testing.T) {
			s.Later(7 * oneDay) // 1 December
			if letters := s.remind(); len(letters) != 1 {
				t.Errorf("30 days: %v", letters)
			}
			s.Later(23 * oneDay) // 24 December
			if letters := to("officer@", s.remind()); len(letters) != 1 {
				t.Errorf("7 days: %v", letters)
			}
		})
		s.Run(t, "and each month that the seat is empty, until somebody is appointed", func(t *testing.T) {
			s.appoint("socialt-ansvariga-samordnare", "bo@umea.example", "2027-01-01", "").Want(201)
			s.Later(10 * oneDay) // 3 January
			for month, letters := range [][]string{s.remind(), s.after(31 * oneDay), s.after(31 * oneDay)} {
				mine := to("officer@", letters)
				if len(mine) != 1 || !strings.Contains(mine[0], "Centrum mot våld: tom sedan mandatet gick ut 2026-12-31") || strings.Contains(mine[0], "Socialt") {
					t.Errorf("month %d: %v", month, mine)
				}
			}
			s.appoint("centrum-mot-vald", "cia@umea.example", "2027-05-01", "").Want(201)
			s.Drain()
			if mine := to("officer@", s.after(31*oneDay)); len(mine) != 0 {
				t.Errorf("somebody is on the way: %v", mine)
			}
		})
		s.Run(t, "the coordinator hears of seats that nobody has sat on, after a month", func(t *testing.T) {
			s.Later(31 * oneDay)
			s.remind()
			mine := to("coordinator@", s.after(31*oneDay))
			if len(mine) != 1 || !strings.Contains(mine[0], "Äldreomsorg: ingen har utsetts ännu") {
				t.Error(mine)
			}
		})
	})
}

// after is what is sent once so much time has passed.
func (s *story) after(d time.Duration) []string {
	s.T.Helper()
	s.Later(d)
	return s.remind()
}

// to are the letters to an address that begins so.
func to(address string, letters []string) (mine []string) {
	for _, l := range letters {
		if strings.HasPrefix(l, address) {
			mine = append(mine, l)
		}
	}
	return mine
}

// What is filled between the asking and the sending is not told of.
func TestALetterTellsHowThingsStandWhenItIsSent(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		s.appoint("centrum-mot-vald", "eva.ek@umea.example", "2025-01-01", "2026-12-31").Want(201)
		s.Drain()
		before := len(s.Outbox())
		if err := s.Council.Remind(t.Context()); err != nil {
			t.Fatal(err)
		}
		s.appoint("centrum-mot-vald", "bo@umea.example", "2027-01-01", "").Want(201)
		s.Drain()

		for _, m := range s.Outbox()[before:] {
			if strings.Contains(m.Subject, "rådet") {
				t.Error(m)
			}
		}
	})
}
