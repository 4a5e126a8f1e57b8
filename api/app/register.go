package app

import (
	"context"
	"encoding/json"
	"errors"

	"envagin/api/competences"
	"envagin/api/platform/database"
)

// isRegister tells a file that holds a register of competence from a plan package.
func isRegister(data []byte) bool {
	var head struct{ Format string }
	return json.Unmarshal(data, &head) == nil && head.Format == competences.Format
}

// importRegister makes the register of competence say what a file says. The bodies,
// areas and groups that it names are there already.
func (a *App) importRegister(ctx context.Context, data []byte, asNew string) (sum Summary, err error) {
	if asNew != "" {
		return sum, errors.New("a register of competence is not a plan: leave --as-new out")
	}
	sum.Things, sum.Changed, err = a.Competences.Import(database.WithLimit(ctx, importLimit), importer, data)
	return sum, err
}
