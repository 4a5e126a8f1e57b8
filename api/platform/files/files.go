package files

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

const (
	// MaxSize is how large a file may be, in bytes.
	MaxSize = 10 << 20
	// pieceSize is how much of it one row holds.
	pieceSize = 256 << 10
)

// Owner is the thing that a file belongs to.
type Owner struct{ Type, ID string }

// File is what is known of a file without its content.
type File struct {
	ID        string
	OwnerType string
	OwnerID   string
	Name      string
	MediaType string
	Size      int64
	SHA256    string    `gorm:"column:sha256"`
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
}

// TableName is the table of all files.
func (File) TableName() string { return "files" }

type piece struct {
	FileID string
	Number int
	Data   []byte
}

func (piece) TableName() string { return "file_pieces" }

// Put keeps a file that somebody sent under a name.
//
// Errors: problem.Invalid on the field "file" when it is too large, empty, or not
// what it says.
func Put(tx *gorm.DB, now time.Time, owner Owner, name string, content []byte) (File, error) {
	name, mediaType, err := Told(name, content)
	if err != nil {
		return File{}, err
	}
	return keep(tx, now, owner, name, mediaType, content)
}

// Keep keeps a file that we made ourselves and know.
func Keep(tx *gorm.DB, now time.Time, owner Owner, name, mediaType string, content []byte) (File, error) {
	if len(content) > MaxSize {
		return File{}, fmt.Errorf("files: %d bytes are more than a file may have", len(content))
	}
	return keep(tx, now, owner, name, mediaType, content)
}

func keep(tx *gorm.DB, now time.Time, owner Owner, name, mediaType string, content []byte) (File, error) {
	sum := sha256.Sum256(content)
	f := File{ID: id.New(), OwnerType: owner.Type, OwnerID: owner.ID, Name: name, MediaType: mediaType,
		Size: int64(len(content)), SHA256: hex.EncodeToString(sum[:]), CreatedAt: now}
	if err := tx.Create(&f).Error; err != nil {
		return File{}, err
	}
	for n, at := 0, 0; at < len(content); n, at = n+1, at+pieceSize {
		p := piece{FileID: f.ID, Number: n, Data: content[at:min(at+pieceSize, len(content))]}
		if err := tx.Create(&p).Error; err != nil {
			return File{}, err
		}
	}
	return f, nil
}

// Find gives what is known of a file.
//
// Errors: problem.NotFound.
func Find(tx *gorm.DB, fileID string) (f File, err error) {
	err = tx.Where("id = ?", fileID).Take(&f).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = problem.NotFound("file")
	}
	return f, err
}

// maxFound bounds what Of gives; a thing's own limit is far lower.
const maxFound = 1000

// Of gives the files of these owners of one type, in the order they came.
func Of(tx *gorm.DB, ownerType string, ownerIDs ...string) (found []File, err error) {
	if len(ownerIDs) == 0 {
		return nil, nil
	}
	err = tx.Where("owner_type = ? AND owner_id IN ?", ownerType, ownerIDs).Order("id").Limit(maxFound).Find(&found).Error
	return found, err
}

// Remove removes all files of these owners.
func Remove(tx *gorm.DB, ownerType string, ownerIDs ...string) error {
	if len(ownerIDs) == 0 {
		return nil
	}
	return tx.Where("owner_type = ? AND owner_id IN ?", ownerType, ownerIDs).Delete(&File{}).Error
}

// Write sends a file's content to w, piece by piece. A file that is removed on the
// way, or whose content is not what was put here, ends in an error: what w has got
// by then is not the file.
func Write(ctx context.Context, db *database.DB, f File, w io.Writer) error {
	sum := sha256.New()
	var sent int64
	for n := 0; sent < f.Size; n++ {
		var p piece
		err := db.Read(ctx, func(tx *gorm.DB) error {
			return tx.Where("file_id = ? AND number = ?", f.ID, n).Take(&p).Error
		})
		if err != nil {
			return fmt.Errorf("files: piece %d: %w", n, err)
		}
		if _, err := w.Write(p.Data); err != nil {
			return err
		}
		_, _ = sum.Write(p.Data) // a hash takes everything
		sent += int64(len(p.Data))
	}
	if sent != f.Size || hex.EncodeToString(sum.Sum(nil)) != f.SHA256 {
		return fmt.Errorf("files: the content of %s is not what was put here", f.ID)
	}
	return nil
}
