package compilations_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"envagin/api/app"
	"envagin/api/testkit"
)

func TestTheCompilationIsAPaperAndOpenData(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		at := s.answer("centrum-mot-vald", object{"plan": "nej", "parter": []string{"ja"}, "grupper": object{"barn": "ja"}, "exempel": "=Vi ringer skolan.\nVarje måndag."})
		s.step("manager", at, "/signature")
		s.step("coordinator", s.round, "/closing")
		s.Do(put, s.round+"/analyses/plan", object{"textSv": "Ingen har en **rutin**.", "textEn": "Nobody has a routine."}, s.As("coordinator"), testkit.IfMatch(`"0"`)).Want(200)
		for _, kind := range []string{"document", "docx", "table"} {
			s.Get(s.round+"/compilation/"+kind).WantProblem(404, "notFound")
		}
		s.step("coordinator", s.round, "/publication")

		page := string(s.Get(s.round + "/compilation/document").Want(200).Body)
		english := string(s.Get(s.round + "/compilation/document?lang=en").Want(200).Body)
		for _, said := range []string{"Kartläggning: sammanställning av enheternas svar", "Ingen har en", "Centrum mot våld", "Varje måndag."} {
			if !strings.Contains(page, said) {
				t.Errorf("the page lacks %q", said)
			}
		}
		if !strings.Contains(english, "Nobody has a routine.") || !strings.Contains(english, `lang="en"`) {
			t.Error("the English page is not in English")
		}
		file := s.Get(s.round + "/compilation/docx").Want(200).Body
		packed, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		body, err := packed.Open("word/document.xml")
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(body)
		if err != nil || !bytes.Contains(text, []byte("Centrum mot våld")) {
			t.Errorf("the Word document lacks the unit's name: %v", err)
		}
		table := string(s.Get(s.round + "/compilation/table").Want(200).Body)
		if !strings.Contains(table, "plan,Fråga,") || !strings.Contains(table, ",Individ- och familjenämnden,Nej\n") || !strings.Contains(table, "\"'=Vi ringer skolan.") {
			t.Errorf("the table file is\n%s", table)
		}
	})
}

func TestTheCompilationIsAPDFForThoseWhoHear(t *testing.T) {
	t.Parallel()
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			s := opened(testkit.StartWith(t, testkit.NewDatabase(t, dialect), func(c *app.Config) { c.Chromium = chromium(t) }))
			at := s.answer("centrum-mot-vald", object{"plan": "nej"})
			s.step("manager", at, "/signature")
			s.step("coordinator", s.round, "/closing")
			s.Get(s.round+"/compilation/pdf").WantProblem(404, "notFound")
			s.step("coordinator", s.round, "/publication")

			first := s.Get(s.round + "/compilation/pdf").Want(200)

			for _, want := range []string{"%PDF-", "/StructTreeRoot", "/Marked true", "/Lang (sv)", "/S /H1", "/S /TH"} {
				if !bytes.Contains(first.Body, []byte(want)) {
					t.Errorf("the PDF lacks %s", want)
				}
			}
			if again := s.Get(s.round + "/compilation/pdf").Want(200); !bytes.Equal(again.Body, first.Body) {
				t.Error("it was printed twice though nothing had changed")
			}
			s.Do(put, s.round+"/analyses/plan", object{"textSv": "Ingen har en rutin."}, s.As("coordinator"), testkit.IfMatch(`"0"`)).Want(200)
			if anew := s.Get(s.round + "/compilation/pdf").Want(200); bytes.Equal(anew.Body, first.Body) {
				t.Error("what is said of the answers since is not in it")
			}
		})
	}
}

// chromium is where Chromium is here: deploy/ci installs it.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("ENVAGIN_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	t.Fatal("there is no Chromium; deploy/ci/setup.sh installs it")
	return ""
}

func TestWhatIsSaidOfTheAnswersIsReadByAllOnceTheyAreRead(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		said, as := object{"textSv": "De flesta har en rutin."}, s.As("coordinator")
		at := s.round + "/analyses/plan"
		s.Do(put, at, said, as, testkit.IfMatch(`"0"`)).WantProblem(409, "notClosed")
		s.step("coordinator", s.round, "/closing")
		s.Do(put, at, said, s.As("manager"), testkit.IfMatch(`"0"`)).WantProblem(403, "forbidden")
		s.Do(put, at, object{"textSv": "Det gäller 19811218-9876."}, as, testkit.IfMatch(`"0"`)).WantProblem(422, "invalid", "textSv")
		s.Do(put, at, object{"textSv": ""}, as, testkit.IfMatch(`"0"`)).WantProblem(422, "invalid", "textSv")
		s.Do(put, s.round+"/analyses/finns-inte", said, as, testkit.IfMatch(`"0"`)).WantProblem(404, "notFound")
		first := s.Do(put, at, said, as, testkit.IfMatch(`"0"`)).Want(200)
		s.Do(put, at, said, as, testkit.IfMatch(`"0"`)).Want(412)
		s.Do(put, at, object{"textSv": "Nästan alla har en rutin."}, as, testkit.IfMatch(first.ETag())).Want(200)
		s.Get(s.round+"/analyses").WantProblem(404, "notFound")
		if rows := s.Get(s.round+"/analyses", as).Want(200).Items(); len(rows) != 1 || rows[0]["version"] != 2.0 {
			t.Errorf("the coordinator reads %v", rows)
		}
		s.step("coordinator", s.round, "/publication")
		if rows := s.Get(s.round + "/analyses").Want(200).Items(); len(rows) != 1 || rows[0]["htmlSv"] != "<p>Nästan alla har en rutin.</p>\n" {
			t.Errorf("everyone reads %v", rows)
		}
	})
}
