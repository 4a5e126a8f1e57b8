package plans

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func sectionPath(s Section) string { return path(s.PlanID) + "/sections/" + s.ID }

func (h handler) sectionView(user auth.User, s Section, all Contents) SectionView {
	links := h.api.Self(sectionPath(s))
	h.api.Editable(links, EditableBy(user), sectionPath(s))
	if s.ParentID != nil {
		links["up"] = h.api.Link("GET", path(s.PlanID)+"/sections/"+*s.ParentID)
	}
	return s.view(all, links)
}

// listSections gives a plan's sections.
//
// @Summary     List a plan's sections
// @Description In reading order: each chapter followed by what lies under it, with numbers made anew.
// @Tags        plans
// @ID          listSections
// @Param       id    path  string true  "The plan's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} SectionPage "A page of sections"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/sections [get]
func (h handler) listSections(c echo.Context) error {
	planID, paging, err := httpx.Under(c, objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[SectionPage](h.api, c, paging, func(ctx context.Context) ([]SectionView, int, error) {
		sections, all, err := h.s.Sections(ctx, user, planID, paging.Offset(), paging.Limit)
		return httpx.Each(sections, func(s Section) SectionView { return h.sectionView(user, s, all) }), all.Len(), err
	}, Family)
}

// getSection gives one section.
//
// @Summary     Read a section
// @Description One section with its number and its text as HTML.
// @Tags        plans
// @ID          getSection
// @Param       id        path string true "The plan's id"
// @Param       sectionId path string true "The section's id"
// @Success     200 {object} SectionView "The section"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/sections/{sectionId} [get]
func (h handler) getSection(c echo.Context) error {
	planID, sectionID, err := inPlan(c, "sectionId", sectionType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		s, all, err := h.s.Section(ctx, user, planID, sectionID)
		return h.sectionView(user, s, all), s.Version, err
	}, Family)
}

// createSection makes a section.
//
// @Summary     Create a section
// @Description For the coordinator and administrators. The tree is at most five levels deep.
// @Tags        plans
// @ID          createSection
// @Security    Bearer
// @Param       id   path string       true "The plan's id"
// @Param       body body SectionInput true "The section"
// @Success     201 {object} SectionView "The new section"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/sections [post]
func (h handler) createSection(c echo.Context) error {
	user := httpx.User(c)
	planID, err := h.writable(c)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in SectionInput) (httpx.Made, error) {
		made, all, err := h.s.CreateSections(ctx, user, planID, in.section())
		if err != nil {
			return httpx.Made{}, err
		}
		s := made[0]
		return httpx.Made{Path: sectionPath(s), Version: s.Version, View: h.sectionView(user, s, all)}, nil
	}, Family)
}

// replaceSection puts new content on a section.
//
// @Summary     Replace a section
// @Description The whole section; a field left out is emptied.
// @Tags        plans
// @ID          replaceSection
// @Security    Bearer
// @Param       id        path string       true "The plan's id"
// @Param       sectionId path string       true "The section's id"
// @Param       body      body SectionInput true "The section"
// @Success     200 {object} SectionView "The section as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/sections/{sectionId} [put]
func (h handler) replaceSection(c echo.Context) error {
	user := httpx.User(c)
	planID, sectionID, err := writableIn(c, "sectionId", sectionType, h.s.MayChangeSection)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in SectionInput, version int) (httpx.Made, error) {
		s, all, err := h.s.ReplaceSection(ctx, user, planID, sectionID, version, in.section())
		return httpx.Made{Path: sectionPath(s), Version: s.Version, View: h.sectionView(user, s, all)}, err
	}, Family)
}

// removeSection deletes a section without sections under it.
//
// @Summary     Delete a section
// @Description Only a section that nothing lies under.
// @Tags        plans
// @ID          deleteSection
// @Security    Bearer
// @Param       id        path string true "The plan's id"
// @Param       sectionId path string true "The section's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/sections/{sectionId} [delete]
func (h handler) removeSection(c echo.Context) error {
	user := httpx.User(c)
	planID, sectionID, err := writableIn(c, "sectionId", sectionType, h.s.MayChangeSection)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.DeleteSection(ctx, user, planID, sectionID, version)
	})
}
