package ballots

import (
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// codeRow is what is kept of a code: whose group it is for, and with which blinded
// value it bought its ballot.
type codeRow struct {
	Hash     string `gorm:"primaryKey"`
	SurveyID string
	GroupID  string
	UsedWith string // hash of the blinded value; "" until it is used
}

func (codeRow) TableName() string { return "ballot_codes" }

// closed is what a round that takes no more answers says.
func closed() error {
	return problem.Conflict("closed", "This round of the survey has closed and takes no more answers. Nothing was kept.")
}

func isClosed(err error) bool {
	p := problem.As(err)
	return p != nil && p.Code == "closed"
}

func insertCodes(tx *gorm.DB, rows []codeRow) error { return tx.CreateInBatches(rows, 500).Error }

func findCode(tx *gorm.DB, hashes []string) (codeRow, error) {
	var row codeRow
	err := tx.Where("hash IN ?", hashes).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = unknownCode()
	}
	return row, err
}

func removeCode(tx *gorm.DB, hashes []string) error {
	return tx.Where("hash IN ? AND used_with = ''", hashes).Delete(&codeRow{}).Error
}

// useCode is the one claim of a code: of two who come at once, one finds it taken.
func useCode(tx *gorm.DB, hash, with string) error {
	res := tx.Model(&codeRow{}).Where("hash = ? AND used_with IN ?", hash, []string{"", with}).Update("used_with", with)
	if res.Error == nil && res.RowsAffected == 0 {
		return problem.Conflict("codeUsed", "This code has been used. If it was you, answer on the page where you used it; a code is good for one answer. If it was not, ask for another.")
	}
	return res.Error
}

func listKeys(tx *gorm.DB, surveyID string, offset, limit int) (rows []Key, total int, err error) {
	var n int64
	if err := tx.Model(&Key{}).Where("survey_id = ?", surveyID).Count(&n).Error; err != nil {
		return nil, 0, err
	}
	err = tx.Omit("private_key").Where("survey_id = ?", surveyID).Order("group_id").Offset(offset).Limit(limit).Find(&rows).Error
	return rows, int(n), err
}

// findKey gives a group's key, which is there for as long as the round is open.
func findKey(tx *gorm.DB, groupID string) (Key, error) {
	var key Key
	err := tx.Where("group_id = ?", groupID).Take(&key).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = closed()
	}
	return key, err
}

// keyed are the groups of a round that have their key.
func keyed(tx *gorm.DB, surveyID string) (groups []string, err error) {
	err = tx.Model(&Key{}).Where("survey_id = ?", surveyID).Pluck("group_id", &groups).Error
	return groups, err
}

// insertKey keeps a key unless the group has one, made at the same moment.
func insertKey(tx *gorm.DB, key Key) (bool, error) {
	res := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&key)
	return res.RowsAffected == 1, res.Error
}

// removeKeys destroys a round's keys when no answer is on its way any more: an answer
// that is answered for is counted.
func removeKeys(tx *gorm.DB, surveyID string) error {
	if err := awaitAnswers(tx); err != nil {
		return err
	}
	return tx.Where("survey_id = ?", surveyID).Delete(&Key{}).Error
}

// round is a round that has been opened for staff.
type round struct {
	SurveyID string `gorm:"primaryKey"`
	ClosedOn day.Day
}

func (round) TableName() string { return "ballot_rounds" }

func insertRound(tx *gorm.DB, surveyID string) error {
	return tx.Create(&round{SurveyID: surveyID}).Error
}

func closeRound(tx *gorm.DB, surveyID string, on day.Day) error {
	return tx.Model(&round{}).Where("survey_id = ?", surveyID).Update("closed_on", on).Error
}

// isOpen tells whether a staff round is open, and keeps it so until tx ends.
func isOpen(tx *gorm.DB, surveyID string) (bool, error) {
	var rows []round
	err := tx.Clauses(clause.Locking{Strength: "SHARE"}).Where("survey_id = ? AND closed_on = ''", surveyID).Limit(1).Find(&rows).Error
	return len(rows) == 1, err
}
