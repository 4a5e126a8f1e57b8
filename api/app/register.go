package app

import (
	"context"
	"encoding/json"
	"errors"

	"envagin/api/competences"
	"envagin/api/meetings"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
)

// registers are the files that hold something else than a plan, by what they say that they are.
func (a *App) registers() map[string]func(ctx context.Context, user auth.User, data []byte) (read, changed int, err error) {
	return map[string]func(ctx context.Context, user auth.User, data []byte) (read, changed int, err error){
		competences.Format: a.Competences.Import, meetings.Format: a.Meetings.Import}
}

// formatOf is what a file says that it is.
func formatOf(data []byte) string {
	var head struct{ Format string }
	_ = json.Unmarshal(data, &head) // what cannot be read has no format
	return head.Format
}

// importRegister makes a register say what a file says. The bodies, areas and groups
// that it names are there already.
func (a *App) importRegister(ctx context.Context, data []byte, asNew string) (sum Summary, err error) {
	if asNew != "" {
		return sum, errors.New("a register is not a plan: leave --as-new out")
	}
	sum.Things, sum.Changed, err = a.registers()[formatOf(data)](database.WithLimit(ctx, importLimit), importer, data)
	return sum, err
}
