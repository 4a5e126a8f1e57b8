package app

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

// AccessRules are the policy as data: who may do what, and how far.
type AccessRules struct {
	// Roles are all roles, in the order of their weight, that of machine clients last.
	Roles []AccessRole `json:"roles"`
	// Reaches are how far a right goes, from the widest.
	Reaches []AccessReach `json:"reaches"`
	// Rules are what somebody may do. What is not among them is not allowed.
	Rules []AccessRule `json:"rules"`
	// Scopes are what a machine client's key can be good for.
	Scopes []AccessScope `json:"scopes"`
} // @name AccessRules

// AccessRole is a role and what it is called.
type AccessRole struct {
	Role auth.RoleName `json:"role" example:"officer"`
	auth.Words
	// HoldsForBody tells whether the role is given for one body.
	HoldsForBody bool `json:"holdsForBody" example:"true"`
} // @name AccessRole

// AccessReach is how far a right goes, and what that is called.
type AccessReach struct {
	Reach auth.Reach `json:"reach" example:"ownTree"`
	auth.Words
} // @name AccessReach

// AccessRule is one action and who may do it; published things are read by everyone without a rule.
type AccessRule struct {
	// Action is the name of it.
	Action auth.Action `json:"action" example:"activities.report"`
	auth.Words
	// EverySignedIn tells that every person who is signed in may do it to what is their own.
	EverySignedIn bool `json:"everySignedIn" example:"false"`
	// Grants are the roles that may, and how far.
	Grants []AccessGrant `json:"grants"`
	// Scope is what a machine client's key must hold besides; absent where machines are kept out.
	Scope string `json:"scope,omitempty" example:"reports:write"`
} // @name AccessRule

// AccessGrant gives a role an action, so far.
type AccessGrant struct {
	Role  auth.RoleName `json:"role" example:"officer"`
	Reach auth.Reach    `json:"reach" example:"ownTree"`
} // @name AccessGrant

// AccessScope is a scope and what a key with it may do.
type AccessScope struct {
	// Scope is the name of it.
	Scope string `json:"scope" example:"activities:read"`
	auth.Words
} // @name AccessScope

// policy is the same for everyone, always.
var policy = func() AccessRules {
	var all AccessRules
	for _, role := range append(auth.RoleNames[:len(auth.RoleNames):len(auth.RoleNames)], auth.Client) {
		all.Roles = append(all.Roles, AccessRole{role, auth.RoleWords[role], role.NeedsBody()})
	}
	for _, reach := range []auth.Reach{auth.Everywhere, auth.OwnTree, auth.Own} {
		all.Reaches = append(all.Reaches, AccessReach{reach, auth.ReachWords[reach]})
	}
	for _, r := range auth.Policy {
		rule := AccessRule{Action: r.Action, Words: auth.Words{Sv: r.Sv, En: r.En}, EverySignedIn: r.Signed, Scope: r.Scope, Grants: []AccessGrant{}}
		for _, g := range r.Grants {
			rule.Grants = append(rule.Grants, AccessGrant{g.Role, g.Reach})
		}
		all.Rules = append(all.Rules, rule)
	}
	for _, s := range auth.Scopes {
		all.Scopes = append(all.Scopes, AccessScope{s.Name, auth.Words{Sv: s.Sv, En: s.En}})
	}
	return all
}()

// rules gives the policy.
//
// @Summary     Read the rules of access
// @Description The policy as data: each action, the roles that may do it and how far, and the scopes of keys. What is published is read by everyone, without a rule.
// @Tags        about
// @ID          getAccessRules
// @Success     200 {object} AccessRules "The rules"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /access-rules [get]
func (a *App) rules(c echo.Context) error {
	if _, err := httpx.Query[struct{}](c); err != nil {
		return err
	}
	return a.API.Get(c, func(context.Context) (any, int, error) { return policy, 0, nil })
}
