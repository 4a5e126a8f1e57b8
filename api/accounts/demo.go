package accounts

import (
	"context"
	"errors"
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/id"
)

// demoUser is one of the accounts of --demo: one for each role.
type demoUser struct {
	role    auth.RoleName
	name    string
	bodyKey string
}

var demoUsers = []demoUser{
	{auth.Admin, "Demo: administratör", ""},
	{auth.Coordinator, "Demo: samordnare", ""},
	{auth.Steering, "Demo: styrgruppen", ""},
	{auth.Officer, "Demo: handläggare", "ifn"},
	{auth.Manager, "Demo: enhetschef", "centrum-mot-vald"},
	{auth.Contact, "Demo: kontaktperson", "centrum-mot-vald"},
	{auth.Member, "Demo: rådsledamot", ""},
	{auth.Secretary, "Demo: rådets sekreterare", ""},
	{auth.Expert, "Demo: sakkunnig", ""},
	{auth.Editor, "Demo: redaktör", ""},
	{auth.Reviewer, "Demo: granskare", ""},
	{auth.Partner, "Demo: samverkanspart", "region-vasterbotten"},
	{auth.Reader, "Demo: läsare", ""},
}

// DemoEmail is the address of the demo account of a role.
func DemoEmail(role auth.RoleName) string { return string(role) + "@demo.example" }

// EnsureDemo makes the demo accounts that are not there and gives all of them
// this password; those that are there keep everything else. The bodies of the
// plan must have been loaded. The rules for passwords do not hold here: the
// password is printed on the screen.
func (s *Service) EnsureDemo(ctx context.Context, password string) error {
	if password == "" {
		return errors.New("accounts: the demo accounts need a password")
	}
	found, err := s.findDemo(ctx)
	if err != nil {
		return err
	}
	// One hash for all: a start must not take the time of nine.
	shared := found[auth.Admin].PasswordHash
	if shared != "" {
		ok, outdated, err := s.hash.matches(ctx, password, shared)
		if err != nil {
			return err
		}
		if !ok || outdated {
			shared = ""
		}
	}
	if shared == "" {
		if shared, err = s.hash.hash(ctx, password); err != nil {
			return err
		}
	}
	for _, d := range demoUsers {
		a, there := found[d.role]
		if there && a.PasswordHash == shared {
			continue
		}
		err := s.db.Tx(ctx, func(tx *gorm.DB) error {
			if there {
				return s.setDemoHash(tx, a, shared)
			}
			return s.addDemo(tx, d, shared)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// setDemoHash tells nobody: no letters go to the demo accounts about a new start.
func (s *Service) setDemoHash(tx *gorm.DB, a Account, hash string) error {
	if err := updateHash(tx, a.ID, hash); err != nil {
		return err
	}
	return s.EndSessions(tx, a.ID, "")
}

func (s *Service) findDemo(ctx context.Context) (map[auth.RoleName]Account, error) {
	var found map[auth.RoleName]Account
	err := s.db.Read(ctx, func(tx *gorm.DB) error {
		found = map[auth.RoleName]Account{}
		for _, d := range demoUsers {
			a, err := findByEmail(tx, DemoEmail(d.role))
			if err != nil {
				return err
			}
			if a.ID != "" {
				found[d.role] = a
			}
		}
		return nil
	})
	return found, err
}

func (s *Service) addDemo(tx *gorm.DB, d demoUser, hash string) error {
	a := Account{ID: id.New(), Email: DemoEmail(d.role), Name: d.name, Active: true, PasswordHash: hash,
		Version: 1, CreatedAt: s.clock.Now(), UpdatedAt: s.clock.Now(), Roles: []Role{{Name: d.role}}}
	if d.bodyKey != "" {
		if err := bodyByKey(tx, d.bodyKey, &a.Roles[0]); err != nil {
			return err
		}
	}
	a.settle()
	if err := a.Check(); err != nil {
		return err
	}
	if err := insert(tx, &a); err != nil {
		return err
	}
	return s.trace(tx, system, "create", Account{}, a)
}

// OnlyDemo tells whether every account is one of --demo.
func (s *Service) OnlyDemo(ctx context.Context) (only bool, err error) {
	emails := make([]string, len(demoUsers))
	for i, d := range demoUsers {
		emails[i] = DemoEmail(d.role)
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		keys, err := emailKeys(tx)
		only = !slices.ContainsFunc(keys, func(k string) bool { return !slices.Contains(emails, k) })
		return err
	})
	return only, err
}
