// Package erasure is what a part of the system says of how long it keeps what it
// keeps. Each part that owns a table gives its rules; the room retention shows
// them, lets the municipality decide the days, and carries them out.
package erasure

import (
	"database/sql"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
)

// Act is what happens to a row whose time is over.
type Act string // @name ErasureAct

// The acts.
const (
	Delete    Act = "delete"    // the row goes
	Empty     Act = "empty"     // what it says goes, that it was stays
	Anonymise Act = "anonymise" // the person goes, the role stays
)

// Rule is how long rows of some tables are kept, and what becomes of them then.
type Rule struct {
	// Key names the rule: a slug, stable, since records point at it.
	Key    string
	Tables []string
	// Sv and En say in a few words what is erased, BasisSv and BasisEn why it may be.
	Sv, En           string
	BasisSv, BasisEn string
	Act              Act
	// Days is how long a row is kept after the day that its use ended. The
	// municipality may choose another number from Min to Max.
	Days, Min, Max int
	// Count tells how many rows ended before an instant.
	Count func(tx *gorm.DB, before time.Time) (int, error)
	// Erase carries the rule out on at most so many of them, and tells on how many.
	Erase func(tx *gorm.DB, run Run) (int, error)
}

// Run is one carrying out of a rule.
type Run struct {
	User   auth.User // who ordered it; for the clock, an administrator without an id
	Before time.Time
	Most   int
}

// Deletes gives Count and Erase of rows that simply go. due is a condition in SQL
// with @before in it; key is the column of the primary key, or several with commas.
func (r Rule) Deletes(table, key, due string) Rule {
	r.Act = Delete
	r.Tables = append([]string{table}, r.Tables...)
	r.Count = func(tx *gorm.DB, before time.Time) (n int, err error) {
		err = tx.Raw("SELECT count(*) FROM "+table+" WHERE "+due, sql.Named("before", before)).Scan(&n).Error
		return n, err
	}
	r.Erase = func(tx *gorm.DB, run Run) (int, error) {
		res := tx.Exec("DELETE FROM "+table+" WHERE ("+key+") IN (SELECT "+key+" FROM "+table+" WHERE "+due+" ORDER BY "+key+" LIMIT @most)",
			sql.Named("before", run.Before), sql.Named("most", run.Most))
		return int(res.RowsAffected), res.Error
	}
	return r
}

// The two bases that most rules have: the Archives Act, by which an authority
// disposes of what is of temporary use under a decision of its own, and the GDPR.
const (
	TemporarySv = "Uppgift av tillfällig betydelse (arkivlagen 1990:782, 10 §; kommunens beslut om gallring)"
	TemporaryEn = "Of temporary importance (Archives Act 1990:782, section 10; the municipality's decision on disposal)"
	PersonalSv  = "Personuppgifter får inte sparas längre än nödvändigt (dataskyddsförordningen, artikel 5.1 e)"
	PersonalEn  = "Personal data are kept no longer than necessary (GDPR, article 5.1 e)"
)
