package plans

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

const sectionType = "section"

// Sections gives a page of a plan's sections in reading order, and the contents
// of the whole plan, from which numbers and references are made.
func (s *Service) Sections(ctx context.Context, user auth.User, planID string, offset, limit int) (sections []Section, all Contents, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := FindVisible(tx, user, planID); err != nil {
			return err
		}
		if all, err = outline(tx, planID); err != nil {
			return err
		}
		first := min(offset, all.Len())
		sections, err = withBodies(tx, all.ordered[first:min(first+limit, all.Len())])
		return err
	})
	return sections, all, err
}

// Section gives one section and the contents that it stands in.
func (s *Service) Section(ctx context.Context, user auth.User, planID, sectionID string) (found Section, all Contents, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := FindVisible(tx, user, planID); err != nil {
			return err
		}
		if found, err = findInPlan[Section](tx, sectionType, planID, sectionID); err != nil {
			return err
		}
		all, err = outline(tx, planID)
		return err
	})
	return found, all, err
}

// MayChangeSection answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayChangeSection(ctx context.Context, user auth.User, planID, sectionID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := editableSection(tx, user, planID, sectionID)
		return err
	})
}

func editableSection(tx *gorm.DB, user auth.User, planID, sectionID string) (Section, error) {
	if _, err := FindVisible(tx, user, planID); err != nil {
		return Section{}, err
	}
	found, err := findInPlan[Section](tx, sectionType, planID, sectionID)
	if err != nil {
		return found, err
	}
	return found, mayEdit(user)
}

// CreateSections makes one or several sections at once: those of a plan package
// may refer to one another in any order, and parents may be among them.
func (s *Service) CreateSections(ctx context.Context, user auth.User, planID string, sections ...Section) (made []Section, all Contents, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := findEditable(tx, user, planID); err != nil {
			return err
		}
		made = make([]Section, len(sections))
		for i, content := range sections {
			if content.ID == "" {
				content.ID = id.New()
			}
			content.PlanID, content.Version, content.CreatedAt, content.UpdatedAt = planID, 1, s.clock.Now(), s.clock.Now()
			if err := content.Check(); err != nil {
				return err
			}
			made[i] = content
		}
		if all, err = settled(tx, planID, made...); err != nil {
			return err
		}
		if err := insertSections(tx, made); err != nil {
			return anchorTaken(err)
		}
		for _, m := range made {
			if err := s.trace(tx, user, "create", sectionType, m.PlanID, m.ID, m.Version, nil, m.input()); err != nil {
				return err
			}
		}
		return nil
	})
	return made, all, err
}

// ReplaceSection puts new content on a section, if nobody else did since version.
func (s *Service) ReplaceSection(ctx context.Context, user auth.User, planID, sectionID string, version int, content Section) (_ Section, all Contents, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editableSection(tx, user, planID, sectionID)
		if err != nil {
			return err
		}
		content.ID, content.PlanID, content.CreatedAt, content.UpdatedAt = old.ID, old.PlanID, old.CreatedAt, s.clock.Now()
		if err := content.Check(); err != nil {
			return err
		}
		if err := audit.Fresh(tx, sectionType, old.ID, old.Version, version); err != nil {
			return err
		}
		content.Version = old.Version + 1
		if all, err = settled(tx, planID, content); err != nil {
			return err
		}
		if err := update(tx, &content, content.ID, old.Version); err != nil {
			return anchorTaken(err)
		}
		return s.trace(tx, user, "replace", sectionType, content.PlanID, content.ID, content.Version, old.input(), content.input())
	})
	return content, all, err
}

// settled gives the contents as they will be, and refuses what would not fit.
func settled(tx *gorm.DB, planID string, changed ...Section) (Contents, error) {
	if err := Lock(tx, planID); err != nil { // two who would close a circle together
		return Contents{}, err
	}
	before, err := outline(tx, planID)
	if err != nil {
		return before, err
	}
	all := before.with(changed...)
	for _, c := range changed {
		if err := all.checkPlace(c); err != nil {
			return all, err
		}
		if err := all.checkBody(c); err != nil {
			return all, err
		}
	}
	return all, nil
}

// DeleteSection removes a section that nothing lies under and leaves a tombstone.
func (s *Service) DeleteSection(ctx context.Context, user auth.User, planID, sectionID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editableSection(tx, user, planID, sectionID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, sectionType, old.ID, old.Version, version); err != nil {
			return err
		}
		all, err := outline(tx, planID)
		if err != nil {
			return err
		}
		if all.hasUnder(old.ID) {
			return problem.Conflict("hasChildren", "Other sections lie under this one; move or delete them first.")
		}
		if err := remove[Section](tx, old.ID, old.Version); err != nil {
			return inUse(err, "Something points at this section.")
		}
		return s.trace(tx, user, "delete", sectionType, old.PlanID, old.ID, old.Version+1, old.input(), nil)
	})
}
