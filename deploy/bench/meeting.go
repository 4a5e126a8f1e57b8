package main

import (
	"context"
	"fmt"
	"time"

	"envagin/api/council"
	"envagin/api/meetings"
	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/platform/source"
)

// The largest meeting that the page must bear.
const (
	itemsHeld = 60
	seatsHeld = 17
)

// meeting makes a council of seventeen seats and an open meeting with sixty items,
// each with what the minutes say and what came out, through the services.
func (s *site) meeting(ctx context.Context) error {
	keeper := auth.User{ID: "bench", Roles: []auth.Role{{Name: auth.Coordinator}}}
	for n := range seatsHeld {
		_, err := s.app.Council.CreateSeat(ctx, keeper, council.Seat{PlanID: s.data.plan, Key: fmt.Sprintf("plats-%d", n), Number: n + 1, Position: n,
			NameSv: fmt.Sprintf("Plats för verksamhet %d", n+1), NameEn: fmt.Sprintf("Seat of field %d", n+1), Source: source.Municipality})
		if err != nil {
			return err
		}
	}
	starts := time.Now().AddDate(0, 0, 7)
	m, err := s.app.Meetings.Create(ctx, keeper, meetings.Meeting{Kind: meetings.Council, Title: "Ett långt möte", StartsAt: starts, EndsAt: starts.Add(3 * time.Hour),
		Place: "Stadshuset", Notice: text(200), Template: meetings.NoTemplate})
	if err != nil {
		return err
	}
	s.data.meeting = m.ID
	if _, err = s.app.Meetings.Open(ctx, keeper, m.ID, m.Version); err != nil {
		return err
	}
	for n := range itemsHeld {
		item, err := s.app.Meetings.CreateItem(ctx, keeper, m.ID, meetings.Item{Title: fmt.Sprintf("Punkt %d", n+1), Kind: meetings.ForDiscussion, Minutes: 3, Background: text(200)})
		if err != nil {
			return err
		}
		if _, err := s.app.Meetings.WriteText(ctx, keeper, m.ID, item.Item.ID, 1, text(400)); err != nil {
			return err
		}
		if _, err := s.app.Meetings.CreateOutcome(ctx, keeper, m.ID, item.Item.ID, meetings.Outcome{Kind: meetings.Information, Text: text(120)}); err != nil {
			return err
		}
		s.data.items = append(s.data.items, item.Item.ID)
	}
	return nil
}

// parts are the requests that a page would send which fetched a meeting piece by
// piece: itself, its agenda, who was there, and each item's text and outcomes.
func (s *site) parts(role auth.RoleName) [][]byte {
	at := httpx.Prefix + "/council-meetings/" + s.data.meeting
	paths := []string{at, at + "/agenda-items?limit=100", at + "/attendances?limit=100"}
	for _, itemID := range s.data.items {
		item := at + "/agenda-items/" + itemID
		paths = append(paths, item+"/text", item+"/outcomes")
	}
	requests := make([][]byte, len(paths))
	for n, path := range paths {
		requests[n] = get(path, s.tokens[role], "")
	}
	return requests
}

// oneByOne is a subject that sends requests after one another, and counts them as one.
func (s *site) oneByOne(name string, requests [][]byte) subject {
	return subject{name, func() (worker, func(), error) {
		c, err := dial(s.addr)
		if err != nil {
			return nil, nil, err
		}
		return func() (bytes int, err error) {
			for _, request := range requests {
				a, err := c.do(request, false)
				if err == nil && a.status != 200 {
					err = fmt.Errorf("answered %d", a.status)
				}
				if err != nil {
					return bytes, err
				}
				bytes += a.bytes
			}
			return bytes, nil
		}, c.close, nil
	}}
}

// whole measures the meeting's page in one request against the same page piece by piece.
func (r *report) whole(ctx context.Context, s *site) error {
	reading := readings[len(readings)-1]
	if !r.wants(reading.name) {
		return nil
	}
	parts := s.parts(auth.Member)
	d, err := run(r.options.slowly(ctx, s), s.asks(reading.name, reading.request(s, auth.Member, ""), 200), s.oneByOne("piece by piece", parts))
	if err != nil {
		return err
	}
	r.add(row{database: s.name, kind: pieces, name: fmt.Sprintf("%s, against %d requests", reading.name, len(parts)), sample: d.total[0],
		base: d.total[1], ratio: d.rateAgainst(0, 1), cpu: 1 / d.cpuAgainst(0, 1)})
	return nil
}
