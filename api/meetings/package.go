package meetings

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
)

// Format names the form of a file that holds how often it is decided to meet.
const Format = "envagin-meeting-series/1"

// pack is such a file.
type pack struct {
	Format string        `json:"format"`
	Series []SeriesInput `json:"series"`
}

// Import makes the series say what a file says, by their keys; those that the file
// does not name stay as they are. It tells how many were read, and how many changed.
func (s *Service) Import(ctx context.Context, user auth.User, data []byte) (read, changed int, err error) {
	var p pack
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&p); err != nil {
		return 0, 0, fmt.Errorf("meetings: reading the series: %w", err)
	}
	if p.Format != Format {
		return 0, 0, fmt.Errorf("meetings: the format is %q and not %q", p.Format, Format)
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		changed = 0
		there, err := seriesByKey(tx)
		if err != nil {
			return err
		}
		for _, in := range p.Series {
			row := in.series()
			old, known := there[in.Key]
			if known && old.input() == row.input() {
				continue
			}
			changed++
			if known {
				_, err = s.ReplaceSeries(tx.Statement.Context, user, old.ID, old.Version, row)
			} else {
				_, err = s.CreateSeries(tx.Statement.Context, user, row)
			}
			if err != nil {
				return fmt.Errorf("meetings: the series %s: %w", in.Key, err)
			}
		}
		return nil
	})
	return len(p.Series), changed, err
}
