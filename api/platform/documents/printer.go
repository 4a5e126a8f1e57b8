package documents

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"envagin/api/platform/jobs"
	"envagin/api/platform/problem"
)

// MediaTypePDF is what the browser is told.
const MediaTypePDF = "application/pdf"

const (
	// printLimit is how long Chromium may take; a long paper takes seconds.
	printLimit = 60 * time.Second
	// maxPDF bounds what is read of what it wrote.
	maxPDF = 10 << 20
)

// Printer prints pages with Chromium.
type Printer struct{ chromium string }

// NewPrinter takes the path of Chromium (ENVAGIN_CHROMIUM), or "" for none.
func NewPrinter(chromium string) *Printer { return &Printer{chromium} }

// Ready tells whether PDF documents can be made here.
func (p *Printer) Ready() error {
	if info, err := os.Stat(p.chromium); p.chromium != "" && err == nil && !info.IsDir() {
		return nil
	}
	return problem.Conflict("noPrinter", "This service has no program to make PDF documents with. Use the print page or the Word document. Whoever runs it sets ENVAGIN_CHROMIUM.")
}

// flags make Chromium a printer: no window, no network, nothing kept.
var flags = []string{
	"--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
	"--disable-sync", "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-breakpad",
	"--disable-crash-reporter", "--disable-translate", "--mute-audio", "--hide-scrollbars", "--password-store=basic", "--use-mock-keychain",
	// A page of ours runs no script and asks for nothing, by its own policy; should it,
	// there is nobody to answer. (Scripts cannot be turned off: headless prints with one.)
	"--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>", "--host-resolver-rules=MAP * ~NOTFOUND",
	"--force-color-profile=srgb",
	"--no-pdf-header-footer", "--generate-pdf-document-outline",
}

// PDF prints the document. What fails is told as a jobs.Failure, whose reason may be
// stored: it repeats nothing of the document.
func (p *Printer) PDF(ctx context.Context, d Document) ([]byte, error) {
	if err := p.Ready(); err != nil {
		return nil, &jobs.Failure{Reason: "there is no program to print with", Final: true, Err: err}
	}
	folder, err := os.MkdirTemp("", "envagin-print-") // readable by nobody else
	if err != nil {
		return nil, &jobs.Failure{Reason: "no folder to print in", Err: err}
	}
	defer func() { _ = os.RemoveAll(folder) }()
	page, out := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.pdf")
	if err := os.WriteFile(page, d.HTML().HTML, 0o600); err != nil {
		return nil, &jobs.Failure{Reason: "the page could not be written", Err: err}
	}
	if err := p.print(ctx, folder, page, out); err != nil {
		return nil, err
	}
	info, err := os.Stat(out)
	if err != nil || info.Size() > maxPDF {
		return nil, &jobs.Failure{Reason: "what was printed is missing or too large", Final: err == nil, Err: err}
	}
	made, err := os.ReadFile(out)
	if err == nil && !bytes.HasPrefix(made, []byte("%PDF-")) {
		err = errors.New("documents: no PDF")
	}
	if err != nil {
		return nil, &jobs.Failure{Reason: "what was printed is no PDF", Err: err}
	}
	return made, nil
}

func (p *Printer) print(ctx context.Context, folder, page, out string) error {
	ctx, cancel := context.WithTimeout(ctx, printLimit)
	defer cancel()
	arguments := append(append([]string{}, flags...), "--user-data-dir="+filepath.Join(folder, "profile"), "--print-to-pdf="+out)
	if os.Geteuid() == 0 { // Chromium's sandbox refuses to run as root
		arguments = append(arguments, "--no-sandbox")
	}
	run := exec.CommandContext(ctx, p.chromium, append(arguments, "file://"+filepath.ToSlash(page))...)
	run.Dir = folder
	// Nothing of our settings, which hold passwords, is its business.
	run.Env = []string{"HOME=" + folder, "TMPDIR=" + folder, "XDG_CONFIG_HOME=" + folder, "XDG_CACHE_HOME=" + folder, "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8"}
	run.WaitDelay = 5 * time.Second
	withChildren(run)
	if err := run.Run(); err != nil {
		reason := "the printing program failed"
		if ctx.Err() != nil {
			reason = fmt.Sprintf("printing took more than %s", printLimit)
		}
		return &jobs.Failure{Reason: reason, Err: err}
	}
	return nil
}
