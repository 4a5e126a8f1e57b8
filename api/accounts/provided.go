package accounts

import (
	"slices"

	"envagin/api/platform/auth"
)

// same tells whether two roles are the same role, whoever gave them and until when.
func (r Role) same(o Role) bool { return r.Name == o.Name && r.body() == o.body() }

// keepProvided marks the roles that were marked before: who writes an account
// decides which roles it has, and not who gave them.
func (a *Account) keepProvided(before []Role) {
	for i, r := range a.Roles {
		a.Roles[i].Provided = slices.ContainsFunc(before, func(o Role) bool { return o.Provided && r.same(o) })
	}
}

// withProvided puts these roles in the place of those that were provided before.
// What was given by hand stays as it is, and is not given twice.
func withProvided(before []Role, provided []auth.Role) []Role {
	var out []Role
	for _, r := range before {
		if !r.Provided {
			out = append(out, r)
		}
	}
	for _, p := range provided {
		r := Role{Name: p.Name, Provided: true}
		if p.BodyID != "" {
			r.BodyID = &p.BodyID
		}
		if !slices.ContainsFunc(out, r.same) {
			out = append(out, r)
		}
	}
	return out
}
