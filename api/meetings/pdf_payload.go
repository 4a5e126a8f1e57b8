package meetings

import (
	"time"

	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

// PDFInput says which part of the minutes is wanted as PDF.
type PDFInput struct {
	// Part is the public one, or the whole with what is secret.
	Part Part `json:"part" enums:"public,whole" example:"public"`
} // @name CouncilMinutesPdfInput

// PDFView is a PDF that is or was being made.
type PDFView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a05"`
	PDFInput
	// State is how far it has come.
	State PDFState `json:"state" enums:"waiting,made,failed" example:"made"`
	// Reason is why it failed; it is tried again.
	Reason    string      `json:"reason,omitempty" example:"printing took more than 1m0s"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-12-20T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name CouncilMinutesPdf

func (in PDFInput) check() error {
	var c problem.Checks
	problem.OneOf(&c, "part", in.Part, PublicPart, WholePart)
	return c.Err()
}
