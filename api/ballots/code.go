package ballots

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"envagin/api/platform/problem"
)

// alphabet are the characters of a code: none that looks like another (I, L, O, 0 and
// 1 are left out), and a prime number of them, so that the check character finds every
// single slip and every two that changed places.
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

const (
	// codeLength is 15 random characters (74 bits) and the one that checks them.
	codeLength = 16
	codeGroup  = 4
)

// newCode makes a code as it is printed: ABCD-EFGH-JKMN-PQRS.
func newCode() string {
	marks := make([]byte, 0, codeLength)
	random := make([]byte, 64)
	for len(marks) < codeLength-1 {
		_, _ = rand.Read(random) // never fails (crypto/rand)
		for _, b := range random {
			// The bytes above the last whole number of alphabets would favour its beginning.
			if n := int(b); n < 256/len(alphabet)*len(alphabet) && len(marks) < codeLength-1 {
				marks = append(marks, alphabet[n%len(alphabet)])
			}
		}
	}
	marks = append(marks, alphabet[checkOf(marks)])
	var printed []string
	for group := range slices.Chunk(marks, codeGroup) {
		printed = append(printed, string(group))
	}
	return strings.Join(printed, "-")
}

// checkOf weighs each character by its place.
func checkOf(marks []byte) int {
	sum := 0
	for i, c := range marks {
		sum += (i + 1) * strings.IndexByte(alphabet, c)
	}
	return sum % len(alphabet)
}

// readCode gives a code as it is hashed: case, spaces and hyphens do not count. A slip
// of the finger is told at once, and costs the database nothing.
func readCode(typed string) (string, error) {
	if len(typed) > 100 {
		return "", mistyped()
	}
	marks := make([]byte, 0, codeLength)
	for _, r := range strings.ToUpper(typed) {
		switch {
		case r < 0x80 && strings.IndexByte(alphabet, byte(r)) >= 0:
			marks = append(marks, byte(r))
		case r == ' ' || r == '\u00a0' || r == '-' || r >= '\u2010' && r <= '\u2015':
		default:
			return "", mistyped()
		}
	}
	if len(marks) != codeLength || alphabet[checkOf(marks[:codeLength-1])] != marks[codeLength-1] {
		return "", mistyped()
	}
	return string(marks), nil
}

func mistyped() error {
	return problem.Invalid(problem.Field{Name: "code", Code: "mistyped",
		Detail: "This is not how a code is written: 16 letters and digits in groups of four, as in the letter. Look at it once more."})
}

func unknownCode() error {
	return problem.Invalid(problem.Field{Name: "code", Code: "unknownCode",
		Detail: "There is no such code in this survey. Look at the letter once more, or ask whoever sent it for another."})
}

// hashOf is what is kept of a code.
func hashOf(secret []byte, code string) string {
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(code))
	return hex.EncodeToString(mac.Sum(nil))
}
