package meetings

import (
	"strings"
	"testing"
	"time"

	"envagin/api/council"
	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// seats are places of which so many are filled.
func seats(all, filled int) []council.Place {
	out := make([]council.Place, all)
	for n := range out {
		out[n].Seat.ID = string(rune('a' + n))
		if n < filled {
			out[n].Holder = &council.Member{UserID: "holder-" + out[n].Seat.ID}
		}
	}
	return out
}

func TestQuorum(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name                        string
		kind                        Kind
		decided                     int // what the series says
		filled, present, substitute int
		absent                      int
		needed                      int
		met                         bool
	}{
		{"is more than half of the seats that are filled", Council, 0, 16, 9, 0, 0, 9, true},
		{"half is not enough", Council, 0, 16, 8, 0, 8, 9, false},
		{"of an odd number, the larger half", Council, 0, 17, 9, 0, 0, 9, true},
		{"seats that nobody holds do not count", Council, 0, 3, 2, 0, 0, 2, true},
		{"who stands in counts as much", Joint, 0, 4, 1, 2, 1, 3, true},
		{"the absent do not", Joint, 0, 4, 1, 0, 3, 3, false},
		{"the series may say how many", Council, 5, 17, 5, 0, 0, 5, true},
		{"and then fewer do not decide, however few are filled", Council, 5, 4, 4, 0, 0, 5, false},
		{"a council where nobody sits decides nothing", Council, 0, 0, 0, 0, 0, 1, false},
		{"an open forum needs none", Forum, 0, 17, 0, 0, 0, 0, true},
		{"nor does the steering group", Steering, 0, 17, 0, 0, 0, 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var rows []Attendance
			for n := range c.present + c.substitute + c.absent {
				state := Present
				switch {
				case n >= c.present+c.substitute:
					state = Absent
				case n >= c.present:
					state = Substitute
				}
				rows = append(rows, Attendance{SeatID: string(rune('a' + n)), State: state})
			}

			q := quorumOf(Meeting{Kind: c.kind}, &Series{Quorum: c.decided}, seats(17, c.filled), rows)

			if q != (Quorum{c.needed, c.present + c.substitute, c.met}) {
				t.Errorf("%+v", q)
			}
			if refused := q.refuse() != nil; refused == c.met {
				t.Errorf("refused: %t", refused)
			}
		})
	}
}

func TestWhoSat(t *testing.T) {
	t.Parallel()
	both := council.Place{Holder: &council.Member{UserID: "holder"}, Substitute: &council.Member{UserID: "substitute"}}
	for state, want := range map[Presence]string{Present: "holder", Substitute: "substitute", Absent: "", Excused: "", Unknown: ""} {
		if got := (Attendance{State: state}).sat(both); got != want {
			t.Errorf("%s: %q", state, got)
		}
		if got := (Attendance{State: state}).sat(council.Place{}); got != "" {
			t.Errorf("%s on an empty seat: %q", state, got)
		}
	}
}

func TestWhichStepFollowsOnWhich(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		state  State
		leads  []State
		refuse string // "" when it is among them
	}{
		{Planned, []State{Planned, Called}, ""},
		{Held, []State{Planned, Called}, "wrongState"},
		{Open, []State{Held}, "wrongState"},
		{InAdjustment, []State{Held, InAdjustment}, ""},
		{Adjusted, []State{Adjusted}, "locked"},
		{Cancelled, []State{Planned, Called, Cancelled}, "cancelled"},
	} {
		err := Meeting{State: c.state}.in("it", c.leads...)
		if (err == nil) != (c.refuse == "") || err != nil && problem.As(err).Code != c.refuse {
			t.Errorf("%s to %v: %v", c.state, c.leads, err)
		}
	}
}

func TestAMeetingSettles(t *testing.T) {
	t.Parallel()
	at := func(text string) time.Time {
		when, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		return when
	}
	for _, c := range []struct {
		name, starts string
		day          string
		year         int
	}{
		{"on the day in Stockholm, in winter", "2026-12-31T23:30:00Z", "2027-01-01", 2027},
		{"and in summer", "2026-06-30T22:30:00Z", "2026-07-01", 2026},
		{"whatever the zone it was written in", "2026-12-01T13:00:30-05:00", "2026-12-01", 2026},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := Meeting{StartsAt: at(c.starts), EndsAt: at(c.starts).Add(time.Hour)}
			m.settle()
			if string(m.HeldOn) != c.day || m.Year != c.year || m.StartsAt.Second() != 0 || m.StartsAt.Location() != time.UTC || m.Template != NoTemplate {
				t.Errorf("%+v", m)
			}
		})
	}
}

func TestTasksReturnInTheirPlace(t *testing.T) {
	t.Parallel()
	tasks := []OpenTask{{Outcome: Outcome{ID: "one", Text: "Fråga enheterna.\nOch sammanställ."}}, {Outcome: Outcome{ID: "two", Text: strings.Repeat("å", 300)}, IsSecret: true}}
	for template := range templates {
		items := beginning(template, tasks)
		at := templates[template].returnAt
		if items[at].Title != "Uppföljning: Fråga enheterna." || items[at].From != (From{taskOrigin, outcomeType, "one"}) {
			t.Errorf("%s: %+v", template, items[at])
		}
		if long := items[at+1]; !long.IsSecret || len([]rune(long.Title)) != 200 || !strings.HasSuffix(long.Title, "…") {
			t.Errorf("%s: %+v", template, long)
		}
		for n, i := range items {
			if i.Position != n+1 || i.Kind == "" {
				t.Errorf("%s: item %d stands at %d: %+v", template, n+1, i.Position, i)
			}
			if i.ID = "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"; i.From.ID != "" {
				i.From.ID = i.ID
			}
			if err := i.Check(); err != nil {
				t.Errorf("%s: %v", template, err)
			}
		}
	}
	for kind, want := range map[Kind]int{Council: 2, Joint: 2, Steering: 1, Forum: 0} {
		if got := heirs(kind); len(got) != want {
			t.Errorf("%s follows up %v", kind, got)
		}
	}
}

func TestWhatIsSecretIsWithheldWhole(t *testing.T) {
	t.Parallel()
	seat := "seat"
	i := Item{ID: "id", MeetingID: "meeting", Position: 3, Title: "Ärendet", Background: "B", Minutes: 5, Kind: ForDecision, IsSecret: true, PresenterSeatID: &seat,
		From: From{"task", "t", "x"}, Version: 2}
	for role, withheld := range map[auth.RoleName]bool{auth.Secretary: false, auth.Member: false, auth.Coordinator: false, auth.Admin: true, auth.Expert: true, auth.Steering: true, auth.Reader: true} {
		if got := i.withheldFrom(auth.User{ID: "u", Roles: []auth.Role{{Name: role}}}); got != withheld {
			t.Errorf("from %s: %t", role, got)
		}
	}
	if left := i.withheld(); left != (Item{ID: "id", MeetingID: "meeting", Position: 3, IsSecret: true, Version: 2}) {
		t.Errorf("%+v", left)
	}
}
