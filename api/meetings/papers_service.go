package meetings

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/files"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

const paperType = "agendaPaper"

// SeenPaper is a paper with its file, if it is one.
type SeenPaper struct {
	Paper
	File *files.File
}

// Papers gives the papers of an item.
//
// Errors: problem.NotFound, also for those who may not read them.
func (s *Service) Papers(ctx context.Context, user auth.User, meetingID, itemID string, offset, limit int) (page []SeenPaper, total int, err error) {
	secret := false
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		_, item, err := readableItem(tx, user, meetingID, itemID)
		if err != nil {
			return err
		}
		secret = item.IsSecret
		all, err := papersOf(tx, itemID)
		total = len(all)
		page = all[min(offset, total):min(offset+limit, total)]
		return err
	})
	if err == nil && secret {
		err = audit.Read(ctx, s.db, s.clock, user, itemType, itemID)
	}
	return page, total, err
}

// readableItem gives an item to those who may read its papers, 404 to others.
func readableItem(tx *gorm.DB, user auth.User, meetingID, itemID string) (Meeting, Item, error) {
	m, err := findMeeting(tx, meetingID)
	if err != nil {
		return m, Item{}, err
	}
	item, err := findItem(tx, meetingID, itemID)
	if err == nil && !papersReadableBy(user, item.IsSecret) {
		err = problem.NotFound(itemType)
	}
	return m, item, err
}

// changeableItem is readableItem for those who write, before the minutes are locked.
func changeableItem(tx *gorm.DB, user auth.User, meetingID, itemID string) (Item, error) {
	m, item, err := readableItem(tx, user, meetingID, itemID)
	switch {
	case err != nil:
		return item, err
	case !user.May(auth.WriteMinutes):
		return item, problem.Forbidden("Papers are added and taken away by those who write the minutes.")
	case m.Locked():
		return item, locked()
	}
	return item, nil
}

// MayChangePapers answers 404, 403 or 409 before anyone looks at what is sent.
func (s *Service) MayChangePapers(ctx context.Context, user auth.User, meetingID, itemID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := changeableItem(tx, user, meetingID, itemID)
		return err
	})
}

// AddLink puts a link beside an item.
//
// Errors: problem.NotFound, Forbidden, Conflict (locked, tooMany), Invalid.
func (s *Service) AddLink(ctx context.Context, user auth.User, meetingID, itemID string, p Paper) (SeenPaper, error) {
	return s.addPaper(ctx, user, meetingID, itemID, p, nil)
}

// Sent is a file that somebody sent.
type Sent struct {
	Name    string
	Content []byte
}

// AddFile puts a file beside an item. Without a title it is called as the file is.
// The same file again on the same item is the paper that is there.
//
// Errors: those of AddLink; problem.Invalid on "file" when it is not what it says.
func (s *Service) AddFile(ctx context.Context, user auth.User, meetingID, itemID, title string, sent Sent) (SeenPaper, error) {
	if strings.TrimSpace(title) == "" {
		title = strings.TrimSuffix(sent.Name, filepath.Ext(sent.Name))
	}
	return s.addPaper(ctx, user, meetingID, itemID, Paper{Title: title, FileID: &sent.Name}, &sent)
}

func (s *Service) addPaper(ctx context.Context, user auth.User, meetingID, itemID string, p Paper, sent *Sent) (out SeenPaper, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		item, err := changeableItem(tx, user, meetingID, itemID)
		if err != nil {
			return err
		}
		p.ID, p.ItemID, p.CreatedAt = id.New(), itemID, s.clock.Now()
		if err := p.Check(); err != nil {
			return err
		}
		if n, err := countPapers(tx, itemID); err != nil {
			return err
		} else if n >= maxPapers {
			return problem.Conflict("tooMany", "The item has as many papers as it may have.")
		}
		if sent != nil {
			there, err := papersOf(tx, itemID)
			if err != nil {
				return err
			}
			f, err := files.Put(tx, s.clock.Now(), files.Owner{Type: paperType, ID: p.ID}, sent.Name, sent.Content)
			if err != nil {
				return err
			}
			same := func(o SeenPaper) bool { return o.File != nil && o.File.SHA256 == f.SHA256 && o.Title == p.Title }
			if at := slices.IndexFunc(there, same); at >= 0 {
				out = there[at]
				return files.Remove(tx, paperType, p.ID)
			}
			p.FileID, out.File = &f.ID, &f
		}
		if err := insertPaper(tx, &p); err != nil {
			return err
		}
		out.Paper = p
		return s.tracePaper(tx, user, "create", item, out, nil, out.content())
	})
	return out, err
}

// Paper gives one paper.
//
// Errors: problem.NotFound, Gone.
func (s *Service) Paper(ctx context.Context, user auth.User, meetingID, itemID, paperID string) (p SeenPaper, err error) {
	secret := false
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		_, item, err := readableItem(tx, user, meetingID, itemID)
		if err != nil {
			return err
		}
		secret = item.IsSecret
		p, err = findPaper(tx, itemID, paperID)
		return err
	})
	if err == nil && secret {
		err = audit.Read(ctx, s.db, s.clock, user, paperType, paperID)
	}
	return p, err
}

// WriteFile sends a file's content.
func (s *Service) WriteFile(ctx context.Context, f files.File, w io.Writer) error {
	return files.Write(ctx, s.db, f, w)
}

// RemovePaper takes a paper away, and its file with it.
//
// Errors: those of AddLink; problem.Gone.
func (s *Service) RemovePaper(ctx context.Context, user auth.User, meetingID, itemID, paperID string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		item, err := changeableItem(tx, user, meetingID, itemID)
		if err != nil {
			return err
		}
		p, err := findPaper(tx, itemID, paperID)
		if err != nil {
			return err
		}
		if err := removePaper(tx, p.Paper); err != nil {
			return err
		}
		return s.tracePaper(tx, user, "delete", item, p, p.content(), nil)
	})
}

// tracePaper leaves who did what; of a secret item only those who search all traces see it.
func (s *Service) tracePaper(tx *gorm.DB, user auth.User, action string, item Item, p SeenPaper, before, after any) error {
	database.Touch(tx, Family, paperType, p.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: paperType, ObjectID: p.ID, Version: 1,
		Before: before, After: after, About: &audit.Object{Type: meetingType, ID: item.MeetingID}, Restricted: item.IsSecret})
}
