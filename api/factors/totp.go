package factors

import (
	"bytes"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"image/png"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"

	"envagin/api/platform/problem"
)

// TOTP is a person's codes from an app. The secrets are sealed.
type TOTP struct {
	UserID      string `gorm:"primaryKey"`
	Secret      string // in use; "" until the first code was shown
	Pending     string // waits for its first code; "" when none does
	LastStep    int64  // the half minute of the last code that counted
	PendingAt   *time.Time
	ConfirmedAt *time.Time
}

// TableName is the table of all codes from apps.
func (TOTP) TableName() string { return "totps" }

const (
	// issuer stands beside the code in the app.
	issuer = "En väg in"
	// step is how long a code is shown; skew how many of them a clock may be wrong.
	step = 30
	skew = 1
	// pendingLife is how long a secret waits for its first code.
	pendingLife = 30 * time.Minute
	qrSize      = 240
)

var codeForm = totp.ValidateOpts{Period: step, Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1}

func (t TOTP) pending(now time.Time) bool {
	return t.Pending != "" && t.PendingAt != nil && now.Sub(*t.PendingAt) <= pendingLife
}

// newKey is a fresh secret, as an app takes it.
func newKey(account string) (*otp.Key, error) {
	key, err := totp.Generate(totp.GenerateOpts{Issuer: issuer, AccountName: account, Period: step, Digits: codeForm.Digits, Algorithm: codeForm.Algorithm})
	if err != nil {
		return nil, fmt.Errorf("factors: %w", err)
	}
	return key, nil
}

// picture is the QR code of a key as a PNG in a data URI.
func picture(key *otp.Key) (string, error) {
	image, err := key.Image(qrSize, qrSize)
	if err != nil {
		return "", fmt.Errorf("factors: %w", err)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, image); err != nil {
		return "", fmt.Errorf("factors: %w", err)
	}
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(out.Bytes()), nil
}

// stepOf finds the half minute whose code this is, if it comes after the last
// that counted: a code that somebody saw over a shoulder is worth nothing.
func stepOf(secret, code string, last int64, now time.Time) (int64, bool) {
	current := now.Unix() / step
	found, ok := int64(0), false
	for n := current - skew; n <= current+skew; n++ {
		want, err := totp.GenerateCodeCustom(secret, time.Unix(n*step, 0), codeForm)
		if err != nil {
			return 0, false
		}
		if subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1 && n > last && !ok {
			found, ok = n, true
		}
	}
	return found, ok
}

// fromApp tells a code from an app from one of recovery, by its form.
func fromApp(code string) bool {
	for _, r := range code {
		if r < '0' || r > '9' {
			return false
		}
	}
	return len(code) == codeForm.Digits.Length()
}

func checkCode(code string) error {
	var c problem.Checks
	c.Line("code", code, 40)
	return c.Err()
}
