package files_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"testing"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/files"
	"envagin/api/platform/problem"
	"envagin/api/testkit"
)

func eachDB(t *testing.T, story func(t *testing.T, db *database.DB)) {
	t.Helper()
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			db, err := database.Open(t.Context(), testkit.NewDatabase(t, dialect), database.Options{Log: slog.New(slog.DiscardHandler)})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = db.Close() })
			story(t, db)
		})
	}
}

var paper = files.Owner{Type: "paper", ID: "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"}

func put(t *testing.T, db *database.DB, name string, content []byte) (f files.File) {
	t.Helper()
	err := db.Tx(t.Context(), func(tx *gorm.DB) (err error) {
		f, err = files.Put(tx, testkit.Now, paper, name, content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func pieces(t *testing.T, db *database.DB) (n int) {
	t.Helper()
	if err := db.Read(t.Context(), func(tx *gorm.DB) error { return tx.Raw("SELECT count(*) FROM file_pieces").Scan(&n).Error }); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAFileComesOutAsItWasPutIn(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, db *database.DB) {
		content := []byte(aPDF)
		for i := range 600 << 10 { // two whole pieces and a part of one
			content = append(content, byte(i*7))
		}

		put := put(t, db, "Underlag.pdf", content)

		var f files.File
		err := db.Read(t.Context(), func(tx *gorm.DB) (err error) { f, err = files.Find(tx, put.ID); return err })
		if err != nil || f.Name != "Underlag.pdf" || f.MediaType != "application/pdf" || f.Size != int64(len(content)) || len(f.SHA256) != 64 || !f.CreatedAt.Equal(testkit.Now) {
			t.Fatalf("%+v (%v)", f, err)
		}
		var out bytes.Buffer
		if err := files.Write(t.Context(), db, f, &out); err != nil || !bytes.Equal(out.Bytes(), content) {
			t.Errorf("%d bytes came out (%v)", out.Len(), err)
		}
		if n := pieces(t, db); n != 3 {
			t.Errorf("it lies in %d pieces", n)
		}
	})
}

func TestAFileGoesWithItsOwner(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, db *database.DB) {
		f := put(t, db, "a.pdf", []byte(aPDF))

		err := db.Tx(t.Context(), func(tx *gorm.DB) error { return files.Remove(tx, paper.Type, paper.ID) })

		if err != nil || pieces(t, db) != 0 {
			t.Errorf("%d pieces are left (%v)", pieces(t, db), err)
		}
		err = db.Read(t.Context(), func(tx *gorm.DB) error { _, err := files.Find(tx, f.ID); return err })
		if !problem.Is(err, 404) {
			t.Error(err)
		}
		if err := files.Write(t.Context(), db, f, io.Discard); err == nil {
			t.Error("a file that is gone was sent whole")
		}
	})
}

func TestWhatWasAlteredOrCutOffIsNotAWholeFile(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, db *database.DB) {
		f := put(t, db, "a.pdf", []byte(aPDF))
		err := db.Tx(t.Context(), func(tx *gorm.DB) error {
			return tx.Exec("UPDATE file_pieces SET data = ? WHERE file_id = ?", bytes.Repeat([]byte("x"), len(aPDF)), f.ID).Error
		})
		if err != nil {
			t.Fatal(err)
		}

		if err := files.Write(t.Context(), db, f, io.Discard); err == nil {
			t.Error("altered content was sent as if it were right")
		}

		gone := errors.New("the reader hung up")
		if err := files.Write(context.Background(), db, f, failing{gone}); !errors.Is(err, gone) {
			t.Error(err)
		}
	})
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
