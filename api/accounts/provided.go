package accounts

import (
	"slices"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
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

// withHeld lets a role follow what is held elsewhere. Where no day is held any
// more, the role goes if it followed that, and stays if somebody gave it for other days.
func withHeld(before []Role, name auth.RoleName, was, now Span, today day.Day) []Role {
	out := slices.Clone(before)
	at := slices.IndexFunc(out, func(r Role) bool { return r.Name == name && r.BodyID == nil })
	switch {
	case at < 0 && now == Span{}:
		return out
	case at < 0:
		return append(out, Role{Name: name, ValidFrom: now.From, ValidTo: now.To})
	}
	r := &out[at]
	followed := was != Span{} && Span{r.ValidFrom, r.ValidTo} == was
	ended := r.ValidTo != "" && r.ValidTo < today
	switch {
	case now == Span{} && followed:
		return slices.Delete(out, at, at+1)
	case now == Span{}:
		return out
	case followed || ended:
		r.ValidFrom, r.ValidTo = now.From, now.To
		return out
	}
	r.ValidFrom = min(r.ValidFrom, now.From)
	if r.ValidTo != "" && (now.To == "" || now.To > r.ValidTo) {
		r.ValidTo = now.To
	}
	return out
}
