package surveys

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// Linked is the answer to a question that asks for a document.
type Linked struct {
	// Title says what it is.
	Title string `json:"title"`
	// URL is where it is.
	URL string `json:"url"`
}

// CheckValue holds the rules of an answer and gives it in the one form in which
// it is stored; nil when there is none. How an answer is written follows its question's type:
//
//	single    "key"                scale   3       shortText, longText  "…"
//	multiple  ["key", "key"]       number  3.5     fileLink  {"title": "…", "url": "https://…"}
//	matrix    {"row": "key"}       date    "2026-11-23"
func CheckValue(c *problem.Checks, name string, q Question, raw json.RawMessage) json.RawMessage {
	if raw = bytes.TrimSpace(raw); len(raw) == 0 || string(raw) == "null" {
		return nil
	}
	if q.isPlain(raw) {
		return raw
	}
	switch q.Type {
	case Single:
		return checked(c, name, raw, "one of the options, as text", func(v string) any {
			c.If(!hasKey(q.Options, v), name, "notAnOption", "The question has no such option.")
			return v
		})
	case Multiple:
		return checked(c, name, raw, "a list of options", q.checkChoices(c, name))
	case Matrix:
		return checked(c, name, raw, "an object with an option for each row", q.checkRows(c, name))
	case Scale, Number:
		return checked(c, name, raw, "a number", q.checkNumber(c, name))
	case Date:
		return checked(c, name, raw, "a day, as text", func(v string) any {
			day.Day(v).Check(c, name)
			return v
		})
	case FileLink:
		return checked(c, name, raw, "an object with title and url", func(v Linked) any {
			c.Line(name+".title", v.Title, 200)
			c.Required(name+".url", v.URL)
			c.Web(name+".url", v.URL)
			impersonal(c, name+".title", v.Title)
			return v
		})
	default:
		return checked(c, name, raw, "text", q.checkText(c, name))
	}
}

// isPlain tells whether an answer is right, and in its stored form, as it stands: one of the options, or a step
// of the scale. Nearly all that employees answer is, half a million times in a municipality.
func (q Question) isPlain(raw json.RawMessage) bool {
	switch q.Type {
	case Single:
		text := string(raw)
		return len(text) > 2 && text[0] == '"' && text[len(text)-1] == '"' && hasKey(q.Options, text[1:len(text)-1])
	case Scale:
		step, err := strconv.Atoi(string(raw))
		return err == nil && strconv.Itoa(step) == string(raw) &&
			q.Min != nil && float64(step) >= *q.Min && q.Max != nil && float64(step) <= *q.Max
	default:
		return false
	}
}

// checked reads an answer of the type that the question wants, and writes it in canonical form.
func checked[T any](c *problem.Checks, name string, raw json.RawMessage, wants string, check func(v T) any) json.RawMessage {
	var v T
	read := func() error { return json.Unmarshal(raw, &v) }
	if raw[0] == '{' { // nothing else has fields that could be unknown, and reading so costs twice as much
		decoder := json.NewDecoder(bytes.NewReader(raw))
		decoder.DisallowUnknownFields()
		read = func() error { return decoder.Decode(&v) }
	}
	if err := read(); err != nil {
		c.Add(name, "wrongType", "The answer to this question is "+wants+".")
		return nil
	}
	out := check(v)
	if out == nil {
		return nil
	}
	canonical, err := json.Marshal(out) // maps with their keys in order
	if err != nil {
		c.Add(name, "wrongType", "The answer to this question is "+wants+".")
		return nil
	}
	return canonical
}

func (q Question) checkChoices(c *problem.Checks, name string) func(v []string) any {
	return func(v []string) any {
		chosen := map[string]bool{}
		for _, key := range v {
			c.If(!hasKey(q.Options, key), name, "notAnOption", "The question has no such option.")
			c.If(chosen[key], name, "duplicate", "The same option stands twice.")
			chosen[key] = true
		}
		inOrder := []string{} // that of the question: the order of ticking says something of who ticked
		for _, o := range q.Options {
			if chosen[o.Key] {
				inOrder = append(inOrder, o.Key)
			}
		}
		if len(inOrder) == 0 {
			return nil
		}
		return inOrder
	}
}

func (q Question) checkRows(c *problem.Checks, name string) func(v map[string]string) any {
	return func(v map[string]string) any {
		for row, key := range v {
			c.If(!hasKey(q.Rows, row), name, "notAnOption", "The question has no such row.")
			c.If(!hasKey(q.Options, key), name, "notAnOption", "The question has no such option.")
		}
		if len(v) == 0 {
			return nil
		}
		return v
	}
}

func (q Question) checkNumber(c *problem.Checks, name string) func(v float64) any {
	return func(v float64) any {
		c.If(q.Type == Scale && v != float64(int(v)), name, "wrongType", "A step of the scale is a whole number.")
		if q.Min != nil && v < *q.Min {
			c.Add(name, "outOfRange", "At least "+number(*q.Min)+".")
		}
		if q.Max != nil && v > *q.Max {
			c.Add(name, "outOfRange", "At most "+number(*q.Max)+".")
		}
		c.If(v > 1e12 || v < -1e12, name, "outOfRange", "That number is too large.")
		return v
	}
}

func (q Question) checkText(c *problem.Checks, name string) func(v string) any {
	return func(v string) any {
		v = strings.TrimSpace(v)
		if q.Type == ShortText {
			c.OptionalLine(name, v, q.length())
		} else {
			c.MaxLength(name, v, q.length())
			c.Clean(name, v)
		}
		impersonal(c, name, v)
		if v == "" {
			return nil
		}
		return v
	}
}

func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
