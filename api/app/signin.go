package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"envagin/api/accounts"
	"envagin/api/factors"
	"envagin/api/federation"
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
	a.Federation = federation.New(a.DB, a.Clock, a.Accounts, a.Mail, a.Config.OIDC, a.log)
	return nil
}

func (a *App) mountSignIn() {
	door := accounts.NewDoor(a.API, a.Accounts)
	factors.Mount(a.API, a.Factors, door)
	federation.Mount(a.API, a.Federation, door)
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

// oidcFrom reads what the organisation's sign-in is and gives.
func oidcFrom(env func(string) string, baseURL string) (c federation.Config, err error) {
	c = federation.Config{
		Issuer: strings.TrimSpace(env("ENVAGIN_OIDC_ISSUER")), ClientID: env("ENVAGIN_OIDC_CLIENT_ID"), ClientSecret: env("ENVAGIN_OIDC_CLIENT_SECRET"),
		Name:        cmp.Or(env("ENVAGIN_OIDC_NAME"), "kommunens inloggning"),
		GroupsClaim: cmp.Or(env("ENVAGIN_OIDC_GROUPS_CLAIM"), "groups"),
		Scopes:      strings.Fields(cmp.Or(env("ENVAGIN_OIDC_SCOPES"), "openid email profile")),
		BaseURL:     baseURL,
	}
	if c.Issuer == "" && c.ClientID != "" {
		return c, errors.New("ENVAGIN_OIDC_ISSUER is missing: the address of the organisation's sign-in")
	}
	if c.Roles, err = federation.ParseRoles(env("ENVAGIN_OIDC_ROLES")); err != nil {
		return c, fmt.Errorf("ENVAGIN_OIDC_ROLES: %w", err)
	}
	if text := env("ENVAGIN_OIDC_LINK_BY_EMAIL"); text != "" {
		if c.LinkByEmail, err = strconv.ParseBool(text); err != nil {
			return c, fmt.Errorf("ENVAGIN_OIDC_LINK_BY_EMAIL must be true or false, not %q", text)
		}
	}
	return c, c.Check()
}
