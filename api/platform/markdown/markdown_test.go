package markdown_test

import (
	"strings"
	"testing"

	"envagin/api/platform/markdown"
)

func TestWhatPeopleWriteBecomesHTML(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"":                                  "",
		"Hjälp till **alla**":               "<p>Hjälp till <strong>alla</strong></p>",
		"# Rubrik":                          "<h3>Rubrik</h3>",
		"###### Djup":                       "<h6>Djup</h6>",
		"- en\n- två":                       "<ul>\n<li>en</li>\n<li>två</li>\n</ul>",
		"[NCK](https://www.nck.uu.se)":      `<p><a href="https://www.nck.uu.se" rel="nofollow noreferrer">NCK</a></p>`,
		"[avsnitt](#mal)":                   `<p><a href="#mal" rel="nofollow noreferrer">avsnitt</a></p>`,
		"2 < 3 & 4 > 3":                     "<p>2 &lt; 3 &amp; 4 &gt; 3</p>",
		"3. tredje":                         "<ol start=\"3\">\n<li>tredje</li>\n</ol>",
		"[skriv](mailto:namnd@example.org)": `<p><a href="mailto:namnd@example.org" rel="nofollow noreferrer">skriv</a></p>`,
	} {
		if got := strings.TrimSpace(markdown.HTML(source)); got != want {
			t.Errorf("%q\n gave %s\nwanted %s", source, got, want)
		}
	}
}

func TestNothingThatRunsComesOut(t *testing.T) {
	t.Parallel()
	for _, source := range []string{
		"<script>alert(1)</script>",
		"Text <img src=x onerror=alert(1)> text",
		"[klicka](javascript:alert(1))",
		"[klicka](JaVaScRiPt:alert(1))",
		"[klicka](java\tscript:alert(1))",
		"[klicka](&#106;avascript:alert(1))",
		"[klicka](data:text/html;base64,PHNjcmlwdD4=)",
		"[klicka](vbscript:x)",
		"<javascript:alert(1)>",
		"![bild](https://spy.example/1.png)",
		"<iframe src=https://spy.example></iframe>",
		"<a href=\"https://x\" onclick=\"alert(1)\">x</a>",
		"<svg onload=alert(1)>",
		"<style>*{display:none}</style>",
		"[x]: javascript:alert(1)\n\n[x]",
		"| a |\n|---|\n| <script>alert(1)</script> |",
		"```html\n<script>alert(1)</script>\n```",
		"<div style=\"position:fixed\">x</div>",
	} {
		got := strings.ToLower(markdown.HTML(source))

		for _, bad := range []string{"<script", `href="javascript`, `href="vbscript`, `href="data`, "onerror=", "onclick=", "onload=", "<img", "<iframe", "<svg", "<style", "style=", "<div"} {
			if strings.Contains(got, bad) {
				t.Errorf("%q gave %s", source, got)
			}
		}
	}
}
