package meetings

import (
	"gorm.io/gorm"

	"envagin/api/platform/erasure"
	"envagin/api/platform/files"
)

// Retention is how long this room keeps what it keeps. Meetings and minutes stay:
// they are what the council decided, and are read years later.
func Retention() []erasure.Rule {
	signUps := erasure.Rule{
		Key: "forum-sign-ups", Sv: "Anmälningar till ett öppet möte som har varit", En: "Sign-ups to an open meeting that has been",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 14, Min: 1, Max: 90,
	}.Deletes("forum_sign_ups", "id", "meeting_id IN (SELECT id FROM council_meetings WHERE ends_at < @before)")
	sittings := erasure.Rule{
		Key: "minutes-sittings", Sv: "Uppgift om vem som nyss skrev i eller läste ett protokoll", En: "Who wrote in or read minutes just now",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 1, Min: 1, Max: 30,
	}.Deletes("council_sittings", "object_id, user_id, what", "last_at < @before")
	return []erasure.Rule{signUps, sittings, papers()}
}

// papers go with their files.
func papers() erasure.Rule {
	r := erasure.Rule{
		Key: "minutes-pdfs", Sv: "Protokoll som pdf, som alltid kan göras på nytt", En: "Minutes as PDF, which can always be made anew",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 7, Min: 1, Max: 90,
	}.Deletes("meeting_pdfs", "id", "created_at < @before")
	rows := r.Erase
	r.Erase = func(tx *gorm.DB, run erasure.Run) (int, error) {
		n, err := rows(tx, run)
		if err != nil || n == 0 {
			return n, err
		}
		left := tx.Model(&PDF{}).Select("id")
		return n, tx.Where("owner_type = ? AND owner_id NOT IN (?)", pdfType, left).Delete(&files.File{}).Error
	}
	return r
}
