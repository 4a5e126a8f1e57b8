package meetings_test

import (
	"strings"
	"testing"

	"envagin/api/testkit"
)

func TestAFileThatIsNotWhatItSays(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		meeting := s.plan(nil).ID()
		at := "/council-meetings/" + meeting + "/agenda-items/" + s.item(meeting, nil).ID() + "/papers"
		send := func(name, content, role string) *testkit.Answer {
			form := "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content + "\r\n--x--\r\n"
			return s.Do("POST", at+"/files", form, s.As(role), testkit.Header("Content-Type", "multipart/form-data; boundary=x"))
		}
		const page = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"

		for name, content := range map[string]string{
			"protokoll.pdf": "MZ\x90\x00 ett program",        // a program that calls itself a document
			"bild.png":      page,                            // a document that calls itself a picture
			"sida.html":     "<script>alert(1)</script>",     // what a browser would run
			"bild.svg":      "<svg onload=\"alert(1)\"/>",    // and again
			"text.txt":      "\x00\x01\x02\x03 inte en text", // bytes that are no text
		} {
			refused := send(name, content, "secretary").WantProblem(422, "invalid", "file")
			if !strings.Contains(string(refused.Body), `"detail"`) {
				t.Errorf("%s: nothing says why: %s", name, refused.Body)
			}
		}
		if n := len(s.Get(at, s.As("secretary")).Want(200).Items()); n != 0 {
			t.Fatalf("%d of what was refused is there", n)
		}
		kept := send("underlag.pdf", page, "member").Want(201)
		got := s.Get(at+"/"+kept.ID()+"/content", s.As("expert")).Want(200)
		if string(got.Body) != page || got.Header.Get("Content-Type") != "application/pdf" || got.Header.Get("X-Content-Type-Options") != "nosniff" ||
			!strings.HasPrefix(got.Header.Get("Content-Disposition"), "attachment") {
			t.Errorf("%v", got.Header)
		}
		s.Get(at + "/" + kept.ID() + "/content").Want(404)
		send("underlag.pdf", page, "reader").Want(404)
	})
}
