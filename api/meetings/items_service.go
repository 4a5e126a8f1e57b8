package meetings

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/council"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// maxReturned is how many tasks return to an agenda by themselves; more of them
// are proposed.
const maxReturned = 30

// FullItem is an item with what its reader sees of it.
type FullItem struct {
	Meeting  Meeting
	Item     Item
	Text     Text
	Outcomes []Outcome
}

// Items gives a page of a meeting's agenda, and how many items there are.
//
// Errors: problem.NotFound, Gone.
func (s *Service) Items(ctx context.Context, user auth.User, meetingID string, offset, limit int) (page []FullItem, total int, err error) {
	f, err := s.Get(ctx, user, meetingID)
	if err != nil {
		return nil, 0, err
	}
	total = len(f.Items)
	for _, i := range f.Items[min(offset, total):min(offset+limit, total)] {
		page = append(page, f.item(i))
	}
	return page, total, nil
}

func (f Full) item(i Item) FullItem {
	return FullItem{f.Meeting, i, f.Texts[i.ID], f.Outcomes[i.ID]}
}

// Item gives one item: those who write beside others ask for it every few seconds,
// so only what belongs to it is read. Reading one that is secret leaves a trace once
// per sitting.
//
// Errors: problem.NotFound, Gone.
func (s *Service) Item(ctx context.Context, user auth.User, meetingID, itemID string) (out FullItem, err error) {
	traced := true
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		m, err := visible(tx, user, meetingID)
		if err != nil {
			return err
		}
		i, err := findItem(tx, meetingID, itemID)
		switch {
		case err != nil:
			return err
		case !m.agendaSeenBy(user):
			return problem.NotFound(itemType)
		case i.withheldFrom(user):
			out = FullItem{Meeting: m, Item: i.withheld()}
			return nil
		case m.minutesSeenBy(user):
			out, err = fullItem(tx, m, i)
		default:
			out = FullItem{Meeting: m, Item: i}
		}
		if err != nil || !i.IsSecret {
			return err
		}
		traced, err = sitsStill(tx, meetingID, user.ID, reading, s.clock.Now())
		return err
	})
	if err == nil && !traced {
		err = s.traceReading(ctx, user, meetingID)
	}
	return out, err
}

// MayKeepItem answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayKeepItem(ctx context.Context, user auth.User, meetingID, itemID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := visible(tx, user, meetingID); err != nil {
			return err
		}
		i, err := findItem(tx, meetingID, itemID)
		if err != nil {
			return err
		}
		return mayKeepItem(user, i)
	})
}

func mayKeepItem(user auth.User, i Item) error {
	if err := mayKeepMeetings(user); err != nil {
		return err
	}
	if i.withheldFrom(user) {
		return problem.Forbidden("Only those who read what is secret change or make a secret item.")
	}
	return nil
}

// CreateItem puts an item on the agenda, in its place: the others make room.
//
// Errors: problem.NotFound, Gone, Forbidden, Invalid, Conflict (locked, cancelled, tooMany).
func (s *Service) CreateItem(ctx context.Context, user auth.User, meetingID string, i Item) (out FullItem, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, err := keepable(tx, user, meetingID)
		if err != nil {
			return err
		}
		if err := mayKeepItem(user, i); err != nil {
			return err
		}
		if err := checkItem(tx, i); err != nil {
			return err
		}
		if err := m.writable(); err != nil {
			return err
		}
		n, err := countItems(tx, meetingID)
		if err != nil {
			return err
		}
		if n >= maxItems {
			return tooManyItems()
		}
		if i.Position == 0 || i.Position > n {
			i.Position = n + 1
		}
		if err := makeRoom(tx, meetingID, i.Position, n, 1); err != nil {
			return err
		}
		i.ID = id.New()
		items := []Item{i}
		if err := s.addItems(tx, meetingID, items); err != nil {
			return err
		}
		i = items[0]
		out = FullItem{Meeting: m, Item: i, Text: Text{ItemID: i.ID, Version: 1, UpdatedAt: i.CreatedAt}}
		if err := s.contentChanged(tx, m); err != nil {
			return err
		}
		return s.traceIn(tx, user, "create", itemType, i.ID, 1, i, nil, i.input())
	})
	return out, err
}

func tooManyItems() error {
	return problem.Conflict("tooMany", "An agenda has a hundred items at most.")
}

func checkItem(tx *gorm.DB, i Item) error {
	if err := i.Check(); err != nil || i.PresenterSeatID == nil {
		return err
	}
	return council.SeatsExist(tx, "presenterSeatId", *i.PresenterSeatID)
}

// addItems writes new items that stand in their places already.
func (s *Service) addItems(tx *gorm.DB, meetingID string, items []Item) error {
	now := s.clock.Now()
	for n := range items {
		if items[n].ID == "" {
			items[n].ID = id.New()
		}
		items[n].MeetingID, items[n].Version, items[n].CreatedAt, items[n].UpdatedAt = meetingID, 1, now, now
	}
	return insertItems(tx, items)
}

// returnTasks puts the tasks that are not done and that the agenda has not got at
// its end: for when the call goes out.
func (s *Service) returnTasks(tx *gorm.DB, m Meeting) error {
	if len(heirs(m.Kind)) == 0 {
		return nil
	}
	tasks, err := openTasks(tx, heirs(m.Kind), m.HeldOn, maxReturned)
	if err != nil {
		return err
	}
	items, err := itemsOf(tx, m.ID)
	if err != nil {
		return err
	}
	has := map[string]bool{}
	for _, i := range items {
		has[i.From.ID] = true
	}
	var more []Item
	for _, t := range tasks {
		if !has[t.ID] && len(items)+len(more) < maxItems {
			item := t.followUp()
			item.Position = len(items) + len(more) + 1
			more = append(more, item)
		}
	}
	return s.addItems(tx, m.ID, more)
}

// ReplaceItem puts new content on an item, if nobody else did since version, and
// moves it when its position says so.
//
// Errors: those of CreateItem; problem.PreconditionFailed.
func (s *Service) ReplaceItem(ctx context.Context, user auth.User, meetingID, itemID string, version int, i Item) (out FullItem, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, old, err := keepableItem(tx, user, meetingID, itemID)
		if err != nil {
			return err
		}
		i.ID, i.MeetingID, i.CreatedAt, i.UpdatedAt = old.ID, old.MeetingID, old.CreatedAt, s.clock.Now()
		if err := mayKeepItem(user, i); err != nil {
			return err
		}
		if err := checkItem(tx, i); err != nil {
			return err
		}
		if err := audit.Fresh(tx, itemType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := m.writable(); err != nil {
			return err
		}
		n, err := countItems(tx, meetingID)
		if err != nil {
			return err
		}
		if i.Position == 0 || i.Position > n {
			i.Position = n
		}
		if i.Position < old.Position {
			err = makeRoom(tx, meetingID, i.Position, old.Position-1, 1)
		} else {
			err = makeRoom(tx, meetingID, old.Position+1, i.Position, -1)
		}
		if err != nil {
			return err
		}
		i.Version = old.Version + 1
		if err := updateItem(tx, &i); err != nil {
			return err
		}
		if err := s.contentChanged(tx, m); err != nil {
			return err
		}
		about := i
		about.IsSecret = i.IsSecret || old.IsSecret
		if err := s.traceIn(tx, user, "replace", itemType, i.ID, i.Version, about, old.input(), i.input()); err != nil {
			return err
		}
		out, err = fullItem(tx, m, i)
		return err
	})
	return out, err
}

func keepableItem(tx *gorm.DB, user auth.User, meetingID, itemID string) (Meeting, Item, error) {
	m, err := keepable(tx, user, meetingID)
	if err != nil {
		return m, Item{}, err
	}
	i, err := findItem(tx, meetingID, itemID)
	if err != nil {
		return m, i, err
	}
	return m, i, mayKeepItem(user, i)
}

// fullItem reads what belongs to an item, for one who may read it.
func fullItem(tx *gorm.DB, m Meeting, i Item) (out FullItem, err error) {
	out.Meeting, out.Item = m, i
	if out.Text, err = findText(tx, i.ID); err != nil {
		return out, err
	}
	err = tx.Where("item_id = ?", i.ID).Order("id").Limit(maxOutcomes).Find(&out.Outcomes).Error
	return out, err
}

// DeleteItem takes an item off the agenda, with what was written under it; the
// others close up. It leaves a tombstone.
//
// Errors: those of ReplaceItem.
func (s *Service) DeleteItem(ctx context.Context, user auth.User, meetingID, itemID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, old, err := keepableItem(tx, user, meetingID, itemID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, itemType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := m.writable(); err != nil {
			return err
		}
		all, err := fullItem(tx, m, old)
		if err != nil {
			return err
		}
		if all.Text.Text != "" || len(all.Outcomes) > 0 {
			return problem.Conflict("inUse", "Minutes are written under this item; empty them first.")
		}
		n, err := countItems(tx, meetingID)
		if err != nil {
			return err
		}
		if err := removeItem(tx, old); err != nil {
			return err
		}
		if err := makeRoom(tx, meetingID, old.Position+1, n, -1); err != nil {
			return err
		}
		if err := s.contentChanged(tx, m); err != nil {
			return err
		}
		database.Touch(tx, Family, meetingType, meetingID, false)
		return s.traceIn(tx, user, "delete", itemType, old.ID, old.Version+1, old, old.input(), nil)
	})
}
