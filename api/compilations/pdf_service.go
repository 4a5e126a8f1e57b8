package compilations

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/documents"
	"envagin/api/platform/files"
	"envagin/api/platform/problem"
)

// pdfType is what the printed compilations belong to: a round in a language.
const pdfType = "compilationPdf"

// PDF gives the compilation as a tagged PDF. It is printed by whoever asks first and then kept: what is said
// anew of the answers prints it anew, and nothing else does.
//
// Errors: problem.NotFound, Conflict noPrinter, Unavailable when the printing took too long.
func (s *Service) PDF(ctx context.Context, user auth.User, surveyID, lang string) (told Compilation, f files.File, err error) {
	if told, err = s.Get(ctx, user, surveyID); err != nil {
		return told, f, err
	}
	if f, err = s.kept(ctx, told, lang); !problem.Missing(err) {
		return told, f, err
	}
	if err := s.printer.Ready(); err != nil {
		return told, f, err
	}
	select { // one at a time: a printer takes much memory, and who comes second finds it printed
	case s.printing <- struct{}{}:
		defer func() { <-s.printing }()
	case <-ctx.Done():
		return told, f, problem.Unavailable(ctx.Err())
	}
	if f, err = s.kept(ctx, told, lang); !problem.Missing(err) {
		return told, f, err
	}
	made, err := s.printer.PDF(ctx, s.Paper(told, lang))
	if err != nil {
		return told, f, problem.Unavailable(err)
	}
	f, err = s.Keep(ctx, told, lang, made)
	return told, f, err
}

// Keep keeps a printed compilation in place of what was printed before.
func (s *Service) Keep(ctx context.Context, told Compilation, lang string, made []byte) (f files.File, err error) {
	owner := ownerOf(told, lang)
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := files.Remove(tx, owner.Type, owner.ID); err != nil {
			return err
		}
		f, err = files.Keep(tx, s.clock.Now(), owner, s.stamp(told, lang), documents.MediaTypePDF, made)
		return err
	})
	return f, err
}

// WriteFile sends what was printed.
func (s *Service) WriteFile(ctx context.Context, f files.File, w io.Writer) error {
	return files.Write(ctx, s.db, f, w)
}

// kept gives what was printed of this very content.
func (s *Service) kept(ctx context.Context, told Compilation, lang string) (f files.File, err error) {
	owner, stamp := ownerOf(told, lang), s.stamp(told, lang)
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		found, err := files.Of(tx, owner.Type, owner.ID)
		for _, one := range found {
			if one.Name == stamp {
				f = one
				return nil
			}
		}
		if err == nil {
			err = problem.NotFound("file")
		}
		return err
	})
	return f, err
}

func ownerOf(told Compilation, lang string) files.Owner {
	if lang != "en" {
		lang = "sv"
	}
	return files.Owner{Type: pdfType, ID: told.Round.ID + "/" + lang}
}

// stamp tells one content from another, whenever it is printed.
func (s *Service) stamp(told Compilation, lang string) string {
	sum := sha256.Sum256(told.document(lang, s.publisher, time.Time{}).HTML().HTML)
	return hex.EncodeToString(sum[:])
}
