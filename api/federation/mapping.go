package federation

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"envagin/api/platform/auth"
)

// Config is what the room is told when it starts.
type Config struct {
	// Issuer is the provider's address; "" turns the room off.
	Issuer string
	// ClientID and ClientSecret are what the provider knows us by; the secret may be empty.
	ClientID, ClientSecret string
	// Name is what people call the provider.
	Name string
	// GroupsClaim is the claim that holds a person's groups.
	GroupsClaim string
	// Scopes are asked for.
	Scopes []string
	// Roles say which groups give which roles.
	Roles []Mapping
	// LinkByEmail links who comes for the first time to the account of their verified address.
	LinkByEmail bool
	// BaseURL is where browsers reach us.
	BaseURL string
}

// Mapping is a role that a group gives.
type Mapping struct {
	Group   string
	Role    auth.RoleName
	BodyKey string // for roles that hold for a body
}

// ParseRoles reads group=role or group=role:bodyKey, parted by semicolons or on
// lines of their own. A group's name may hold anything else.
func ParseRoles(text string) ([]Mapping, error) {
	var out []Mapping
	for _, row := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if strings.TrimSpace(row) == "" {
			continue
		}
		at := strings.LastIndex(row, "=")
		if at < 0 {
			return nil, fmt.Errorf("%q is not group=role or group=role:bodyKey", strings.TrimSpace(row))
		}
		m := Mapping{Group: strings.TrimSpace(row[:at])}
		role, body, _ := strings.Cut(strings.TrimSpace(row[at+1:]), ":")
		m.Role, m.BodyKey = auth.RoleName(role), body
		switch {
		case m.Group == "":
			return nil, fmt.Errorf("%q names no group", strings.TrimSpace(row))
		case !slices.Contains(auth.RoleNames, m.Role):
			return nil, fmt.Errorf("there is no role %q; the roles are %v", role, auth.RoleNames)
		case m.Role.NeedsBody() && body == "":
			return nil, fmt.Errorf("the role %s holds for a body: write %s=%s:bodyKey", role, m.Group, role)
		case !m.Role.NeedsBody() && body != "":
			return nil, fmt.Errorf("the role %s holds for no body: write %s=%s", role, m.Group, role)
		}
		out = append(out, m)
	}
	return out, nil
}

// Check refuses what cannot work. It asks nobody: the provider may be down.
func (c Config) Check() error {
	if c.Issuer == "" {
		return nil
	}
	u, err := url.Parse(c.Issuer)
	if err != nil || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || !fetchable(u) {
		return fmt.Errorf("ENVAGIN_OIDC_ISSUER must be the provider's https address, not %q (http is for localhost)", c.Issuer)
	}
	if c.ClientID == "" {
		return errors.New("ENVAGIN_OIDC_CLIENT_ID is missing: what the provider knows this service by")
	}
	if len(c.Roles) == 0 {
		return errors.New("ENVAGIN_OIDC_ROLES is missing: without it nobody who comes through the provider gets a role")
	}
	return nil
}

// fetchable tells whether an address may be asked: by https, or on this machine.
func fetchable(u *url.URL) bool {
	if u.Scheme == "https" {
		return true
	}
	address, err := netip.ParseAddr(u.Hostname())
	local := u.Hostname() == "localhost" || err == nil && address.IsLoopback()
	return u.Scheme == "http" && local
}

// bodyKeys are the keys of the bodies that roles are given for.
func (c Config) bodyKeys() []string {
	var keys []string
	for _, m := range c.Roles {
		if m.BodyKey != "" && !slices.Contains(keys, m.BodyKey) {
			keys = append(keys, m.BodyKey)
		}
	}
	return keys
}

// rolesOf are the roles that these groups give; ids are the bodies by their keys.
// A body that is no longer there gives none.
func (c Config) rolesOf(groups []string, ids map[string]string) []auth.Role {
	var out []auth.Role
	for _, m := range c.Roles {
		role := auth.Role{Name: m.Role, BodyID: ids[m.BodyKey]}
		missing := m.BodyKey != "" && role.BodyID == ""
		if slices.Contains(groups, m.Group) && !missing && !slices.Contains(out, role) {
			out = append(out, role)
		}
	}
	return out
}
