package documents_test

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"envagin/api/platform/documents"
)

// minutes is a paper with one of everything.
func minutes() documents.Document {
	blocks := []documents.Block{
		documents.Facts{{"Tid", "23 november 2026, kl. 9.00"}, {"Plats", "Stadshuset <Rådssalen>"}},
		documents.Heading{Level: 1, Text: "Närvaro"},
		documents.Table{Caption: "Närvarande", Columns: []string{"Plats", "Närvaro"}, RowHeaders: true,
			Rows: [][]documents.Inline{{documents.Text("UmeBrå"), documents.Text("närvarande")}, {documents.Text("Äldreomsorg")}}},
		documents.Heading{Level: 3, Text: "En rubrik som hoppar"},
	}
	blocks = append(blocks, documents.Markdown("# Rubrik\n\nEn *viktig* **punkt** & en [länk](https://www.umea.se/), [fel](javascript:alert(1)) och <b>rå</b> html\\*.\n\n"+
		"1. Ett\n2. Två\n   - under\n\n> citat\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n### Djup\n\n<script>alert(1)</script>\n", 2)...)
	blocks = append(blocks, documents.Note{Label: "Reservation", Blocks: []documents.Block{documents.Paragraph{documents.Text("Skriftlig.")}}}, documents.PageBreak{}, documents.Heading{Level: 1, Text: "Justering"})
	return documents.Document{Title: "Protokoll 2026:3 – våld & “rådet”", Language: "sv", Publisher: "Umeå kommun", Footer: `Samverkansrådet </style>"`,
		Made: time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC), Blocks: blocks}
}

// chromium is where Chromium is here: deploy/ci installs it.
func chromium(t *testing.T) string {
	t.Helper()
	if path := os.Getenv("ENVAGIN_CHROMIUM"); path != "" {
		return path
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("there is no Chromium; deploy/ci/setup.sh installs it")
	return ""
}

func contextOf(t *testing.T, limit time.Duration) (context.Context, context.CancelFunc) {
	t.Helper()
	return context.WithTimeout(t.Context(), limit)
}
