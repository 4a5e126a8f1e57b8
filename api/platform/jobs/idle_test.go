package jobs_test

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
)

func TestAnIdleQueueSleeps(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, p *place) {
		leaders := func() (n int64) {
			err := p.db.Read(t.Context(), func(tx *gorm.DB) error { return tx.Table("river_leader").Count(&n).Error })
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		p.countWrites(t)
		first := p.written(t)
		p.queue(t, "7")
		if err := p.Start(t.Context()); err != nil {
			t.Fatal(err)
		}
		defer p.Stop(context.Background())
		soon(t, "River does not wake up", func() bool { return leaders() == 1 })
		soon(t, "River does not go to sleep", func() bool { return leaders() == 0 && len(p.rows(t)) == 0 })
		before := p.written(t)
		if before == first {
			t.Fatal("writes are not counted")
		}

		time.Sleep(7 * time.Second) // an awake River writes every five

		if after := p.written(t); after != before {
			t.Errorf("an idle server wrote to the disk: %s, then %s", before, after)
		}
	})
}

// countWrites lets PostgreSQL count each row that is written, as it is written: its own
// statistics arrive up to ten seconds late.
func (p *place) countWrites(t *testing.T) {
	t.Helper()
	if p.db.Dialect() != database.Postgres {
		return
	}
	err := p.db.Tx(t.Context(), func(tx *gorm.DB) error {
		return tx.Exec(`
CREATE SEQUENCE writes;
CREATE FUNCTION count_write() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN PERFORM nextval('writes'); RETURN NULL; END $$;
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
    EXECUTE format('CREATE TRIGGER count_write AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION count_write()', name);
  END LOOP;
END $$`).Error
	})
	if err != nil {
		t.Fatal(err)
	}
}

// written changes with each write to the database.
func (p *place) written(t *testing.T) (text string) {
	t.Helper()
	if p.db.Dialect() == database.Postgres {
		err := p.db.Read(t.Context(), func(tx *gorm.DB) error {
			return tx.Raw("SELECT last_value::text FROM writes").Scan(&text).Error
		})
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	wal, err := os.Stat(p.file + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(wal.Size(), wal.ModTime())
}
