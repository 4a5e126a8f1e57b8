package day

import (
	"fmt"
	"time"
)

// months are the names of the months as they stand inside a sentence.
var months = map[string][12]string{
	"sv": {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"},
	"en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

// Words writes the day as people do, in Swedish unless lang is "en": 1 december 2026.
func (d Day) Words(lang string) string {
	t := d.Time()
	if lang != "en" {
		lang = "sv"
	}
	return fmt.Sprintf("%d %s %d", t.Day(), months[lang][t.Month()-1], t.Year())
}

// TimeOfDay is the time of day of an instant in Stockholm: 14:30.
func TimeOfDay(t time.Time) string { return t.In(stockholm).Format("15:04") }
