package audit

import (
	"database/sql"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/erasure"
)

// told are the traces of readings that still hold a value. The trace itself, who
// read what and when, is part of the sealed chain and stays.
const told = "action = '" + Reading + "' AND at < @before AND changes NOT IN ('{}', '[]')"

// Retention is how long a trace of a reading keeps what was said in it: long enough
// for a person to ask who has read about them.
func Retention() []erasure.Rule {
	return []erasure.Rule{{
		Key: "read-traces", Tables: []string{"audit_events"}, Act: erasure.Empty,
		Sv: "Värden i spår av läsning; att någon läste står kvar", En: "Values in traces of reading; that somebody read stays",
		BasisSv: erasure.PersonalSv, BasisEn: erasure.PersonalEn, Days: 1825, Min: 365, Max: 3650,
		Count: func(tx *gorm.DB, before time.Time) (n int, err error) {
			err = tx.Raw("SELECT count(*) FROM audit_events WHERE "+told, sql.Named("before", before)).Scan(&n).Error
			return n, err
		},
		Erase: func(tx *gorm.DB, run erasure.Run) (int, error) {
			res := tx.Exec("UPDATE audit_events SET changes = '{}' WHERE id IN (SELECT id FROM audit_events WHERE "+told+" ORDER BY at, id LIMIT @most)",
				sql.Named("before", run.Before), sql.Named("most", run.Most))
			return int(res.RowsAffected), res.Error
		},
	}}
}
