package problem

import (
	"fmt"
	"net/mail"
	"net/url"
	"strings"
	"unicode/utf8"
)

// Checks gathers what is wrong with an Input, so that a person hears of all of
// it at once. The zero value is ready for use:
//
//	var c problem.Checks
//	c.Required("title", a.Title)
//	c.MaxLength("title", a.Title, 200)
//	return c.Err()
type Checks struct{ fields []Field }

// Add notes that a field is wrong.
func (c *Checks) Add(name, code, detail string) {
	c.fields = append(c.fields, Field{Name: name, Code: code, Detail: detail})
}

// If notes that a field is wrong when bad is true.
func (c *Checks) If(bad bool, name, code, detail string) {
	if bad {
		c.Add(name, code, detail)
	}
}

// Required refuses text that is empty or only space.
func (c *Checks) Required(name, value string) {
	c.If(strings.TrimSpace(value) == "", name, "required", "This field is required.")
}

// MaxLength refuses text of more than limit characters, and text that is not
// clean: NUL and other control characters, which PostgreSQL or a reader's
// screen would refuse.
func (c *Checks) MaxLength(name, value string, limit int) {
	if n := utf8.RuneCountInString(value); n > limit {
		c.Add(name, "tooLong", fmt.Sprintf("At most %d characters; there are %d.", limit, n))
	}
	c.Clean(name, value)
}

// Clean refuses NUL and control characters other than line breaks and tabs.
func (c *Checks) Clean(name, value string) {
	bad := !utf8.ValidString(value) || strings.ContainsFunc(value, func(r rune) bool {
		return r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0x7f
	})
	c.If(bad, name, "invalidCharacter", "The text holds a control character.")
}

// Line is a required text on one line.
func (c *Checks) Line(name, value string, limit int) {
	c.Required(name, value)
	c.OptionalLine(name, value, limit)
}

// OptionalLine is a text on one line that may be empty.
func (c *Checks) OptionalLine(name, value string, limit int) {
	c.MaxLength(name, value, limit)
	c.If(strings.ContainsAny(value, "\n\r"), name, "invalidFormat", "This field is a single line.")
}

// Slug is a key: lower-case letters a–z, digits and hyphens, 1–80 characters.
func (c *Checks) Slug(name, value string) {
	ok := value != "" && len(value) <= 80 && value[0] != '-' && value[len(value)-1] != '-'
	for _, r := range value {
		ok = ok && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-')
	}
	c.If(!ok, name, "invalidFormat", "A key is 1–80 characters of a–z, 0–9 and hyphen.")
}

// OneOf refuses a value that is not in the list.
func OneOf[T ~string](c *Checks, name string, value T, allowed ...T) {
	words := make([]string, len(allowed))
	for i, a := range allowed {
		if a == value {
			return
		}
		words[i] = string(a)
	}
	c.Add(name, "notAllowed", "One of: "+strings.Join(words, ", ")+".")
}

// Range refuses a number outside [low, high].
func (c *Checks) Range(name string, value, low, high int) {
	c.If(value < low || value > high, name, "outOfRange", fmt.Sprintf("From %d to %d.", low, high))
}

// Web is an optional http(s) address of at most 500 characters.
func (c *Checks) Web(name, value string) {
	if value == "" {
		return
	}
	u, err := url.Parse(value)
	bad := err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") || len(value) > 500
	c.If(bad, name, "invalidFormat", "A web address that begins with https:// or http://.")
}

// Email is an optional mail address, without a display name.
func (c *Checks) Email(name, value string) {
	if value == "" {
		return
	}
	a, err := mail.ParseAddress(value)
	c.If(err != nil || a.Address != value || len(value) > 254, name, "invalidFormat", "A mail address such as name@example.org.")
}

// Err is nil, or the Invalid problem with all that was noted.
func (c *Checks) Err() error { return Invalid(c.fields...) }
