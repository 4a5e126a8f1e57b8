package plans

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

// The two vocabularies differ in name only: the methods with annotations say
// which one it is, and those at the end do the work for both.

// listAreas gives the violence areas.
//
// @Summary     List violence areas
// @Description The kinds of violence that activities are sorted by. In their order.
// @Tags        plans
// @ID          listViolenceAreas
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Param       key   query string false "Only the one with this key"
// @Success     200 {object} TermPage "A page of violence areas"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /violence-areas [get]
func (h handler) listAreas(c echo.Context) error { return h.listTerms(c, Areas) }

// getArea gives one violence area.
//
// @Summary     Read a violence area
// @Description One violence area with its names and what it means.
// @Tags        plans
// @ID          getViolenceArea
// @Param       id path string true "The violence area's id"
// @Success     200 {object} TermView "The violence area"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /violence-areas/{id} [get]
func (h handler) getArea(c echo.Context) error { return h.getTerm(c, Areas) }

// createArea makes a violence area.
//
// @Summary     Create a violence area
// @Description For the coordinator and administrators.
// @Tags        plans
// @ID          createViolenceArea
// @Security    Bearer
// @Param       body body TermInput true "The violence area"
// @Success     201 {object} TermView "The new violence area"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /violence-areas [post]
func (h handler) createArea(c echo.Context) error { return h.createTerm(c, Areas) }

// replaceArea puts new content on a violence area.
//
// @Summary     Replace a violence area
// @Description The whole content; a field left out is emptied.
// @Tags        plans
// @ID          replaceViolenceArea
// @Security    Bearer
// @Param       id   path string    true "The violence area's id"
// @Param       body body TermInput true "The violence area"
// @Success     200 {object} TermView "The violence area as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /violence-areas/{id} [put]
func (h handler) replaceArea(c echo.Context) error { return h.replaceTerm(c, Areas) }

// removeArea deletes a violence area that nothing points at.
//
// @Summary     Delete a violence area
// @Description Only one that no activity points at.
// @Tags        plans
// @ID          deleteViolenceArea
// @Security    Bearer
// @Param       id path string true "The violence area's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /violence-areas/{id} [delete]
func (h handler) removeArea(c echo.Context) error { return h.removeTerm(c, Areas) }

// listGroups gives the target groups.
//
// @Summary     List target groups
// @Description The people whom activities are for. In their order.
// @Tags        plans
// @ID          listTargetGroups
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Param       key   query string false "Only the one with this key"
// @Success     200 {object} TermPage "A page of target groups"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /target-groups [get]
func (h handler) listGroups(c echo.Context) error { return h.listTerms(c, Groups) }

// getGroup gives one target group.
//
// @Summary     Read a target group
// @Description One target group with its names and what it means.
// @Tags        plans
// @ID          getTargetGroup
// @Param       id path string true "The target group's id"
// @Success     200 {object} TermView "The target group"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /target-groups/{id} [get]
func (h handler) getGroup(c echo.Context) error { return h.getTerm(c, Groups) }

// createGroup makes a target group.
//
// @Summary     Create a target group
// @Description For the coordinator and administrators.
// @Tags        plans
// @ID          createTargetGroup
// @Security    Bearer
// @Param       body body TermInput true "The target group"
// @Success     201 {object} TermView "The new target group"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /target-groups [post]
func (h handler) createGroup(c echo.Context) error { return h.createTerm(c, Groups) }

// replaceGroup puts new content on a target group.
//
// @Summary     Replace a target group
// @Description The whole content; a field left out is emptied.
// @Tags        plans
// @ID          replaceTargetGroup
// @Security    Bearer
// @Param       id   path string    true "The target group's id"
// @Param       body body TermInput true "The target group"
// @Success     200 {object} TermView "The target group as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /target-groups/{id} [put]
func (h handler) replaceGroup(c echo.Context) error { return h.replaceTerm(c, Groups) }

// removeGroup deletes a target group that nothing points at.
//
// @Summary     Delete a target group
// @Description Only one that no activity points at.
// @Tags        plans
// @ID          deleteTargetGroup
// @Security    Bearer
// @Param       id path string true "The target group's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /target-groups/{id} [delete]
func (h handler) removeGroup(c echo.Context) error { return h.removeTerm(c, Groups) }

func (h handler) termView(user auth.User, v Vocabulary, t Term) TermView {
	links := h.api.Self(v.path(t.ID))
	h.api.Editable(links, EditableBy(user), v.path(t.ID))
	return t.view(links)
}

func (h handler) listTerms(c echo.Context, v Vocabulary) error {
	q, err := httpx.Query[struct {
		httpx.Paging
		Key string `query:"key"`
	}](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[TermPage](h.api, c, q.Paging, func(ctx context.Context) ([]TermView, int, error) {
		terms, total, err := h.s.Terms(ctx, v, q.Key, q.Offset(), q.Limit)
		return httpx.Each(terms, func(t Term) TermView { return h.termView(user, v, t) }), total, err
	}, Family)
}

func (h handler) getTerm(c echo.Context, v Vocabulary) error {
	termID, err := httpx.ID(c, "id", v.objectType)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		t, err := h.s.Term(ctx, v, termID)
		return h.termView(httpx.User(c), v, t), t.Version, err
	}, Family)
}

func (h handler) createTerm(c echo.Context, v Vocabulary) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayEdit(user), func(ctx context.Context, in TermInput) (httpx.Made, error) {
		t, err := h.s.CreateTerm(ctx, user, v, in.term())
		return httpx.Made{Path: v.path(t.ID), Version: t.Version, View: h.termView(user, v, t)}, err
	}, Family)
}

func (h handler) replaceTerm(c echo.Context, v Vocabulary) error {
	termID, err := h.writableTerm(c, v)
	user := httpx.User(c)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in TermInput, version int) (httpx.Made, error) {
		t, err := h.s.ReplaceTerm(ctx, user, v, termID, version, in.term())
		return httpx.Made{Path: v.path(t.ID), Version: t.Version, View: h.termView(user, v, t)}, err
	}, Family)
}

func (h handler) removeTerm(c echo.Context, v Vocabulary) error {
	termID, err := h.writableTerm(c, v)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.DeleteTerm(ctx, httpx.User(c), v, termID, version)
	})
}

func (h handler) writableTerm(c echo.Context, v Vocabulary) (string, error) {
	return httpx.Allowed(c, "id", v.objectType, func(ctx context.Context, user auth.User, termID string) error {
		return h.s.MayChangeTerm(ctx, user, v, termID)
	})
}
