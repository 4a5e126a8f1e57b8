package accounts

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Purpose is what a link in a mail is for.
type Purpose string

// The purposes.
const (
	Invitation Purpose = "invitation"
	Reset      Purpose = "reset"
)

// lifeOf is how long a link of each purpose lives, from when it is asked for.
var lifeOf = map[Purpose]time.Duration{Invitation: 7 * 24 * time.Hour, Reset: time.Hour}

// Link is the right to choose a password once. Its token is made when the mail
// is sent; only the hash is kept. Without a user it was asked for by somebody who
// has no account, and is never sent.
type Link struct {
	ID        string
	UserID    *string
	Purpose   Purpose
	Hash      *string
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	ExpiresAt time.Time
	EndedAt   *time.Time
}

// TableName is the table of links.
func (Link) TableName() string { return "account_links" }

func (l Link) open(now time.Time) bool {
	return l.UserID != nil && l.EndedAt == nil && now.Before(l.ExpiresAt)
}

// notice is something that the owner of an account is told of. Its address is
// where the account was reached before the change.
type notice struct {
	ID        string
	UserID    string
	Kind      noticeKind
	Address   string
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
}

func (notice) TableName() string { return "account_notices" }

type noticeKind string

// What is told of.
const (
	passwordChanged noticeKind = "passwordChanged"
	addressChanged  noticeKind = "addressChanged"
	invitationUsed  noticeKind = "invitationUsed"
)

// maskedName leaves the first letter of each name.
func maskedName(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = firstLetter(w) + "…"
	}
	return strings.Join(words, " ")
}

// maskedEmail leaves of an address what its owner knows it by.
func maskedEmail(email string) string {
	local, host, _ := strings.Cut(email, "@")
	label, top, _ := strings.Cut(host, ".")
	return ends(local) + "@" + ends(label) + "." + top
}

func ends(word string) string {
	if utf8.RuneCountInString(word) < 3 {
		return "…"
	}
	_, size := utf8.DecodeLastRuneInString(word)
	return firstLetter(word) + "…" + word[len(word)-size:]
}

func firstLetter(word string) string {
	r, _ := utf8.DecodeRuneInString(word)
	return string(r)
}
