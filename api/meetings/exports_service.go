package meetings

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/documents"
	"envagin/api/platform/files"
	"envagin/api/platform/id"
	"envagin/api/platform/jobs"
	"envagin/api/platform/problem"
)

const (
	// pdfJob makes one PDF; its id is the PDF's.
	pdfJob  = "minutesPDF"
	pdfType = "minutesPdf"
)

// readableMinutes gives a meeting to those who may read a part of its minutes, and
// 404 to others.
func readableMinutes(tx *gorm.DB, user auth.User, meetingID string, part Part) (Meeting, error) {
	m, err := visible(tx, user, meetingID)
	if err == nil && !m.readableBy(user, part) {
		err = problem.NotFound("minutes")
	}
	return m, err
}

// Minutes gives a part of the minutes as a document, and its name without extension.
// Reading what is secret leaves a trace.
//
// Errors: problem.NotFound, Gone.
func (s *Service) Minutes(ctx context.Context, user auth.User, meetingID string, part Part) (d documents.Document, m Meeting, err error) {
	secret := false
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if m, err = readableMinutes(tx, user, meetingID, part); err != nil {
			return err
		}
		d, secret, err = s.written(tx, m, part)
		return err
	})
	if err == nil && secret {
		err = audit.Read(ctx, s.db, s.clock, user, meetingType, meetingID)
	}
	return d, m, err
}

// written is a part of a meeting's minutes as a document, and whether something
// secret is in it.
func (s *Service) written(tx *gorm.DB, m Meeting, part Part) (documents.Document, bool, error) {
	f, err := everything(tx, m)
	if err != nil {
		return documents.Document{}, false, err
	}
	d, secret := minutes{Meeting: m, Items: f.Items, Places: f.Places, Adjusters: f.Adjusters, Notes: f.Notes}, false
	var itemIDs, bodyIDs []string
	for _, i := range f.Items {
		secret = secret || i.IsSecret && part == WholePart
		itemIDs = append(itemIDs, i.ID)
		d.Texts = append(d.Texts, f.Texts[i.ID])
		for _, o := range f.Outcomes[i.ID] {
			d.Outcomes = append(d.Outcomes, o)
			if o.ResponsibleBodyID != nil {
				bodyIDs = append(bodyIDs, *o.ResponsibleBodyID)
			}
		}
	}
	for _, a := range f.Attendance {
		d.Attendance = append(d.Attendance, a)
	}
	if d.Papers, err = papersOf(tx, itemIDs...); err != nil {
		return documents.Document{}, false, err
	}
	bodies, err := boards.Named(tx, bodyIDs...)
	d.Bodies = make(map[string]string, len(bodies))
	for _, b := range bodies {
		d.Bodies[b.ID] = b.NameSv
	}
	return d.document(part, s.publisher, s.clock.Now()), secret, err
}

// Printable tells whether PDF documents can be made here, and in plain words why not.
func (s *Service) Printable() error { return s.printer.Ready() }

// OrderPDF asks for a part of the minutes as PDF; it is made by a job.
//
// Errors: problem.NotFound, Gone, Unauthenticated, Conflict (noPrinter).
func (s *Service) OrderPDF(ctx context.Context, user auth.User, meetingID string, part Part) (p PDF, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := readableMinutes(tx, user, meetingID, part); err != nil {
			return err
		}
		if err := s.Printable(); err != nil {
			return err
		}
		p = PDF{ID: id.New(), MeetingID: meetingID, Part: part, State: PDFWaiting, CreatedAt: s.clock.Now()}
		if err := tx.Create(&p).Error; err != nil {
			return err
		}
		if err := audit.Record(tx, audit.Entry{User: user, At: p.CreatedAt, Action: "create", ObjectType: pdfType, ObjectID: p.ID, Version: 1,
			After: PDFInput{part}, About: &audit.Object{Type: meetingType, ID: meetingID}, Restricted: part == WholePart}); err != nil {
			return err
		}
		return s.jobs.Enqueue(tx, pdfJob, p.ID)
	})
	return p, err
}

// FindPDF tells how far a PDF has come.
//
// Errors: problem.NotFound, Gone.
func (s *Service) FindPDF(ctx context.Context, user auth.User, meetingID, pdfID string) (p PDF, file *files.File, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if p, err = findPDF(tx, pdfID); err != nil {
			return err
		}
		if p.MeetingID != meetingID {
			return problem.NotFound(pdfType)
		}
		if _, err := readableMinutes(tx, user, meetingID, p.Part); err != nil {
			return err
		}
		kept, err := files.Of(tx, pdfType, pdfID)
		if len(kept) > 0 {
			file = &kept[0]
		}
		return err
	})
	return p, file, err
}

// print makes one PDF and keeps it.
func (s *Service) print(ctx context.Context, pdfID string) error {
	var p PDF
	var m Meeting
	var d documents.Document
	err := s.db.Read(ctx, func(tx *gorm.DB) (err error) {
		if p, err = findPDF(tx, pdfID); err != nil {
			return err
		}
		if m, err = findMeeting(tx, p.MeetingID); err != nil {
			return err
		}
		d, _, err = s.written(tx, m, p.Part)
		return err
	})
	if problem.Missing(err) || err == nil && p.State == PDFMade {
		return nil
	} else if err != nil {
		return err
	}
	made, failed := s.printer.PDF(ctx, d)
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		p.State, p.Reason = PDFMade, ""
		if failed != nil {
			p.State, p.Reason = PDFFailed, "failed"
			if f := jobs.FailureOf(failed); f != nil {
				p.Reason = f.Reason
			}
		} else if _, err := files.Keep(tx, s.clock.Now(), files.Owner{Type: pdfType, ID: pdfID}, m.fileName(p.Part, ".pdf"), documents.MediaTypePDF, made); err != nil {
			return err
		}
		return updatePDF(tx, p)
	})
	if err != nil {
		return err
	}
	return failed
}
