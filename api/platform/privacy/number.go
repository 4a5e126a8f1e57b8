// Package privacy recognises what must not stand in texts that others read.
package privacy

import (
	"regexp"
	"time"
)

// number is what a Swedish personal identity number or coordination number is
// written like: the day of birth with or without its century, perhaps a separator,
// and four digits. The dashes are those that word processors put in.
var number = regexp.MustCompile(`(\d{2})?(\d{2})(\d{2})(\d{2})(?:[ \x{00A0}]?[-+\x{2010}-\x{2015}\x{2212}][ \x{00A0}]?|[ \x{00A0}])?(\d{4})`)

// HasPersonalNumber tells whether a text holds a Swedish personal identity number
// or coordination number: a day that there is (a coordination number's has 60
// added) and a right check digit. It takes one number in ten that is written like
// one for one: better that somebody writes a phone number with spaces.
func HasPersonalNumber(text string) bool {
	if !hasDigits(text, 10) { // as nearly every text: to look for the form is many times slower
		return false
	}
	for from := 0; from < len(text); {
		at := number.FindStringSubmatchIndex(text[from:])
		if at == nil {
			return false
		}
		start, end := from+at[0], from+at[1]
		if alone(text, start, end) && isNumber(text, from, at) {
			return true
		}
		// A longer run of digits holds no number in its middle; go on after its first.
		from = start + 1
	}
	return false
}

func hasDigits(text string, least int) bool {
	n := 0
	for i := 0; i < len(text) && n < least; i++ {
		if text[i] >= '0' && text[i] <= '9' {
			n++
		}
	}
	return n >= least
}

// alone tells whether no letter or digit goes on from what was found.
func alone(text string, start, end int) bool {
	return (start == 0 || !wordByte(text[start-1])) && (end == len(text) || !wordByte(text[end]))
}

func wordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

func isNumber(text string, from int, at []int) bool {
	group := func(i int) string {
		if at[2*i] < 0 {
			return ""
		}
		return text[from+at[2*i] : from+at[2*i+1]]
	}
	century, year, month, day, last := group(1), group(2), group(3), group(4), group(5)
	return realDay(century, year, month, day) && luhn(year+month+day+last)
}

func realDay(century, year, month, day string) bool {
	if day[0] >= '6' { // a coordination number
		day = string(day[0]-6) + day[1:]
	}
	switch century {
	case "":
		century = "20" // 2000 is a leap year, so every day of any century is a day of this one
		if year == "00" {
			year = "04"
		}
	case "18", "19", "20":
	default:
		return false
	}
	_, err := time.Parse("20060102", century+year+month+day)
	return err == nil
}

// luhn tells whether the last of ten digits is the check digit of the others.
func luhn(digits string) bool {
	sum := 0
	for i, r := range digits {
		n := int(r - '0')
		if i%2 == 0 {
			n *= 2
		}
		sum += n/10 + n%10
	}
	return sum%10 == 0
}
