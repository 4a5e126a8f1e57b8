package day

import "envagin/api/platform/problem"

// Check notes what is wrong with an optional day.
func (d Day) Check(c *problem.Checks, name string) {
	if d != "" && !d.Valid() {
		c.Add(name, "invalidFormat", "A day such as 2019-05-17, from 1900 to 2199.")
	}
}

// Check notes what is wrong with an optional dated value.
func (d Dated) Check(c *problem.Checks, name string) {
	if d == (Dated{}) {
		return
	}
	if !d.Day.Valid() {
		c.Add(name+".day", "invalidFormat", "A day such as 2019-05-17, from 1900 to 2199.")
	}
	problem.OneOf(c, name+".precision", d.Precision, ToDay, ToMonth, ToYear)
}

// CheckOrder notes that an end lies wholly before its start. Both may be vague:
// the end is wrong only when even its latest day is before the start's earliest.
func CheckOrder(c *problem.Checks, endName string, start, end Dated) {
	if start.Day.Valid() && end.Day.Valid() && end.Latest() < start.Earliest() {
		c.Add(endName, "endBeforeStart", "The end is before the start.")
	}
}
