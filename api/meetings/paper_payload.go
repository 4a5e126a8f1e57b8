package meetings

import (
	"time"

	"envagin/api/platform/files"
	"envagin/api/platform/httpx"
)

// PaperInput is a link to something to read.
type PaperInput struct {
	// Title says what it is, in a line.
	Title string `json:"title" example:"Utkast till handlingsplan"`
	// URL is where it is.
	URL string `json:"url" example:"https://www.umea.se/handlingsplan"`
} // @name AgendaPaperInput

// PaperFile tells of a file without its content.
type PaperFile struct {
	// Name is what whoever sent it calls it.
	Name string `json:"name" example:"Utkast.pdf"`
	// MediaType is what it is by its content.
	MediaType string `json:"mediaType" example:"application/pdf"`
	// Size is in bytes.
	Size int64 `json:"size" example:"48211"`
	// Checksum proves the content: SHA-256, in hexadecimal.
	Checksum string `json:"checksum" example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
} // @name AgendaPaperFile

// PaperView is a paper as its reader sees it.
type PaperView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a41"`
	// Title says what it is.
	Title string `json:"title" example:"Utkast till handlingsplan"`
	// URL is where a link leads; absent for a file.
	URL string `json:"url,omitempty" example:"https://www.umea.se/handlingsplan"`
	// File tells of the file; absent for a link. Its content is under the link "content".
	File      *PaperFile  `json:"file,omitempty"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name AgendaPaper

// PaperPage is one page of papers.
type PaperPage struct {
	Items []PaperView     `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name AgendaPaperPage

func (in PaperInput) paper() Paper { return Paper{Title: in.Title, URL: in.URL} }

// paperContent is what of a paper is kept in its trace.
type paperContent struct {
	Title    string `json:"title"`
	URL      string `json:"url,omitempty"`
	FileName string `json:"fileName,omitempty"`
	SHA256   string `json:"checksum,omitempty"`
}

func (p SeenPaper) content() paperContent {
	c := paperContent{Title: p.Title, URL: p.URL}
	if p.File != nil {
		c.FileName, c.SHA256 = p.File.Name, p.File.SHA256
	}
	return c
}

func paperFile(f *files.File) *PaperFile {
	if f == nil {
		return nil
	}
	return &PaperFile{Name: f.Name, MediaType: f.MediaType, Size: f.Size, Checksum: f.SHA256}
}
