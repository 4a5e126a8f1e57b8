package accounts

import "strings"

// browsers and systems are looked for in this order: most claim to be others too.
var (
	browsers = [][2]string{{"Edg", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser", "Samsung Internet"}, {"Firefox/", "Firefox"},
		{"FxiOS", "Firefox"}, {"CriOS", "Chrome"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}}
	systems = [][2]string{{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"},
		{"CrOS", "ChromeOS"}, {"Mac OS X", "macOS"}, {"Macintosh", "macOS"}, {"Linux", "Linux"}}
)

// deviceOf puts a user agent in the words by which a person knows their machine:
// "Firefox, Windows". Versions and all that is finer are not kept.
func deviceOf(userAgent string) string {
	var words []string
	for _, table := range [][][2]string{browsers, systems} {
		for _, row := range table {
			if strings.Contains(userAgent, row[0]) {
				words = append(words, row[1])
				break
			}
		}
	}
	return strings.Join(words, ", ")
}
