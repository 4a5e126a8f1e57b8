package activities

import (
	"context"
	"encoding/base64"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

// Cursor is a place in the order of changes: after this object at this number.
type Cursor struct {
	Seq int64
	ID  string
}

// String is the opaque form that clients keep.
func (c Cursor) String() string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%d:%s", c.Seq, c.ID))
}

func parseCursor(text string) (c Cursor, err error) {
	if text == "0" {
		return c, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		number, id, _ := strings.Cut(string(raw), ":")
		c.ID = id
		_, err = fmt.Sscanf(number, "%d", &c.Seq)
	}
	if err != nil {
		return c, problem.BadRequest("invalidParameter", "A query parameter is not valid.",
			problem.Field{Name: "updatedSince", Code: "invalidFormat", Detail: "0, or the cursor of an earlier answer."})
	}
	return c, nil
}

// Changes gives what changed after a cursor, oldest first: activities as they
// now are, ids of those that are gone or out of sight, and the next cursor. The
// order is that of the commits, so nothing is missed when transactions overlap.
func (s *Service) Changes(ctx context.Context, user auth.User, after Cursor, limit int) (page []Whole, gone []string, next Cursor, err error) {
	if err := s.SettleDay(ctx); err != nil {
		return nil, nil, next, err
	}
	next = after
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		changes, err := database.ChangedSince(tx, Family, objectType, after.Seq, after.ID, limit)
		if err != nil || len(changes) == 0 {
			return err
		}
		ids := make([]string, len(changes))
		for i, c := range changes {
			ids[i] = c.ObjectID
		}
		last := changes[len(changes)-1]
		next = Cursor{last.Seq, last.ObjectID}
		q, err := filtered(tx, Filter{}, user.May(auth.ReadDrafts), s.clock.Today())
		if err != nil {
			return err
		}
		var rows []Activity
		if err := q.Where("id IN ?", ids).Find(&rows).Error; err != nil {
			return err
		}
		byID := map[string]Activity{}
		for _, a := range rows {
			byID[a.ID] = a
		}
		inOrder := make([]Activity, 0, len(rows))
		for _, id := range ids {
			if a, ok := byID[id]; ok {
				inOrder = append(inOrder, a)
			} else {
				gone = append(gone, id)
			}
		}
		page, err = assemble(tx, s.clock.Today(), inOrder, nil)
		return err
	})
	return page, gone, next, err
}
