package database

import (
	"context"
	"log/slog"
	"time"

	"gorm.io/gorm/logger"
)

// slow is how long a statement may take before it is worth a line in the log.
const slow = 500 * time.Millisecond

// quiet is gorm's logger: silent but for slow statements, and never with the
// values, which may be personal.
type quiet struct{ log *slog.Logger }

func (q quiet) LogMode(logger.LogLevel) logger.Interface      { return q }
func (q quiet) Info(context.Context, string, ...interface{})  {}
func (q quiet) Warn(context.Context, string, ...interface{})  {}
func (q quiet) Error(context.Context, string, ...interface{}) {}

// Trace is called after each statement.
func (q quiet) Trace(ctx context.Context, begin time.Time, statement func() (string, int64), _ error) {
	if took := time.Since(begin); took > slow {
		text, rows := statement()
		q.log.WarnContext(ctx, "slow statement", "took", took.Round(time.Millisecond).String(), "rows", rows, "sql", text)
	}
}

// ParamsFilter keeps the values out of the text that Trace is given.
func (q quiet) ParamsFilter(_ context.Context, text string, _ ...interface{}) (string, []interface{}) {
	return text, nil
}
