package meetings_test

import (
	"strings"
	"testing"

	"envagin/api/testkit"
)

func TestMeetingsInTheTimelineAndInCalendars(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		meeting := s.plan(nil).ID()
		steering := s.plan(object{"kind": "steering", "title": "Styrgruppen"}).ID()
		told := func(options ...testkit.Option) (states string) {
			for _, it := range s.Get("/timelines?kind=meeting&from=2026-11-01&to=2026-12-31&limit=100", options...).Want(200).Items() {
				for id, name := range map[string]string{meeting: "council ", steering: "steering "} {
					if it["id"] == "meeting-"+id {
						states += name
						if to := it["_links"].(object)["self"].(object)["href"].(string); !strings.HasSuffix(to, "/council-meetings/"+id) {
							t.Error(to)
						}
					}
				}
			}
			return states
		}
		calendar := "/timelines/calendar?kind=meeting"

		if got := told() + "|" + told(s.As("coordinator")); got != "|council " {
			t.Errorf("of a planned meeting is told %q", got)
		}
		s.take(meeting, "call", object{}).Want(200)
		s.take(steering, "call", object{}).Want(200)
		if got := told(); got != "council " {
			t.Errorf("of called meetings is told %q", got)
		}
		if text := string(s.Get(calendar).Want(200).Body); !strings.Contains(text, "UID:meeting-"+meeting+"@envagin") || !strings.Contains(text, "DTSTART:20261201T130000Z") ||
			!strings.Contains(text, "LOCATION:Stadshuset") || strings.Contains(text, "mote.example.se") || strings.Contains(text, "Styrgruppen") {
			t.Error(text)
		}
		s.take(meeting, "cancellation", object{"reason": "För få kan komma."}).Want(200)
		if got := told(); got != "" {
			t.Errorf("of a cancelled meeting is told %q", got)
		}
	})
}
