package app

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"envagin/api/accounts"
	"envagin/api/factors"
	"envagin/api/platform/auth"
)

// buildSignIn makes the rooms that prove in other ways than by a password who
// somebody is.
func (a *App) buildSignIn(ctx context.Context) (err error) {
	a.Factors, err = factors.New(a.DB, a.Clock, a.Accounts, a.Mail, factors.Config{
		BaseURL: a.Config.BaseURL, Require: a.Config.RequireSecondFactor})
	if err != nil {
		return err
	}
	// At once, since the first start with a new signing key may be the last with the old.
	if err := a.Factors.Reseal(ctx); err != nil {
		a.log.Error("second factors", "error", err)
	}
	a.Jobs.Every("second-factor-seals", time.Hour, a.Factors.Reseal)
	return nil
}

func (a *App) mountSignIn() {
	factors.Mount(a.API, a.Factors, accounts.NewDoor(a.API, a.Accounts))
}

// rolesOf reads a list of roles parted by commas.
func rolesOf(name, text string) ([]auth.RoleName, error) {
	var roles []auth.RoleName
	for word := range strings.SplitSeq(text, ",") {
		role := auth.RoleName(strings.TrimSpace(word))
		if role == "" {
			continue
		}
		if !slices.Contains(auth.RoleNames, role) {
			return nil, fmt.Errorf("%s: there is no role %q; the roles are %v", name, role, auth.RoleNames)
		}
		roles = append(roles, role)
	}
	return roles, nil
}
