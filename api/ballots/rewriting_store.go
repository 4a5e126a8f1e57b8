package ballots

import (
	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
)

// shuffle gives the tables new contents in random order. PostgreSQL appends rows as they
// come and marks each with its transaction: TRUNCATE makes a new file, in which all rows
// are of one transaction, and the old file goes at commit, with what it still held of
// rows that were changed and keys that were destroyed. SQLite keeps these tables in the
// order of their hashes, and DB.Vacuum builds its file anew.
func shuffle(tx *gorm.DB) error {
	if tx.Dialector.Name() != database.Postgres {
		return nil
	}
	for _, table := range []string{Key{}.TableName(), codeRow{}.TableName(), answersTable} {
		for _, sql := range []string{
			"LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE",
			"CREATE TEMPORARY TABLE rewriting ON COMMIT DROP AS SELECT * FROM " + table,
			"TRUNCATE " + table,
			"INSERT INTO " + table + " SELECT * FROM rewriting ORDER BY gen_random_uuid()",
			"DROP TABLE rewriting",
		} {
			if err := tx.Exec(sql).Error; err != nil {
				return err
			}
		}
	}
	return nil
}

// awaitAnswers waits until all answers on their way are committed, and holds back those
// to come until tx is. On PostgreSQL that takes a lock on the table, which is cheaper for
// each answer than a lock on a row of its round; SQLite has one writer anyway.
func awaitAnswers(tx *gorm.DB) error {
	if tx.Dialector.Name() != database.Postgres {
		return nil
	}
	return tx.Exec("LOCK TABLE " + answersTable + " IN SHARE ROW EXCLUSIVE MODE").Error
}

func anyRound(tx *gorm.DB) (bool, error) {
	var rows []round
	err := tx.Limit(1).Find(&rows).Error
	return len(rows) > 0, err
}

// night is the last night in which everything was written anew.
type night struct {
	ID      int
	LastDay day.Day
}

func (night) TableName() string { return "ballot_nights" }

func nightDone(tx *gorm.DB, today day.Day) (bool, error) {
	var last night
	err := tx.Where("id = 1").Take(&last).Error
	return last.LastDay >= today, err
}

func takeNight(tx *gorm.DB, today day.Day) error {
	return tx.Model(&night{}).Where("id = 1").Update("last_day", today).Error
}
