package plans

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
)

func versionPath(v Version) string { return path(v.PlanID) + "/versions/" + v.ID }

func (h handler) versionView(v Version) VersionView {
	links := h.api.Self(versionPath(v))
	links["up"] = h.api.Link("GET", path(v.PlanID))
	links["package"] = h.api.Link("GET", versionPath(v)+"/package")
	links["comparison"] = h.api.Link("GET", path(v.PlanID)+"/comparisons?from="+v.ID)
	return v.view(links)
}

// listVersions gives a plan's frozen versions.
//
// @Summary     List a plan's versions
// @Description What was adopted, as it was; the newest first.
// @Tags        plans
// @ID          listPlanVersions
// @Param       id    path  string true  "The plan's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} VersionPage "A page of versions"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/versions [get]
func (h handler) listVersions(c echo.Context) error {
	planID, paging, err := httpx.Under(c, objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[VersionPage](h.api, c, paging, func(ctx context.Context) ([]VersionView, int, error) {
		versions, total, err := h.s.Versions(ctx, user, planID, paging.Offset(), paging.Limit)
		return httpx.Each(versions, h.versionView), total, err
	}, Family)
}

// createVersion freezes a plan.
//
// @Summary     Freeze a plan
// @Description Keeps the whole plan as it is now, with the decision. A version is never edited or deleted.
// @Tags        plans
// @ID          createPlanVersion
// @Security    Bearer
// @Param       id   path string       true "The plan's id"
// @Param       body body VersionInput true "The decision"
// @Success     201 {object} VersionView "The new version"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/versions [post]
func (h handler) createVersion(c echo.Context) error {
	planID, err := h.writable(c)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in VersionInput) (httpx.Made, error) {
		v, err := h.s.CreateVersion(ctx, httpx.User(c), planID, in.version())
		return httpx.Made{Path: versionPath(v), Version: 1, View: h.versionView(v)}, err
	}, Family)
}

// getVersion gives one version.
//
// @Summary     Read a version
// @Description The decision, and the hash of what was frozen.
// @Tags        plans
// @ID          getPlanVersion
// @Param       id        path string true "The plan's id"
// @Param       versionId path string true "The version's id"
// @Success     200 {object} VersionView "The version"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/versions/{versionId} [get]
func (h handler) getVersion(c echo.Context) error {
	planID, versionID, err := inPlan(c, "versionId", versionType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		v, err := h.s.Version(ctx, user, planID, versionID)
		return h.versionView(v), 1, err
	}, Family)
}

// getPackage gives what was frozen.
//
// @Summary     Read a frozen plan package
// @Description Byte for byte what was frozen: its SHA-256 is the version's hash.
// @Tags        plans
// @ID          getPlanVersionPackage
// @Param       id        path string true "The plan's id"
// @Param       versionId path string true "The version's id"
// @Success     200 {object} object "The plan package"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/versions/{versionId}/package [get]
func (h handler) getPackage(c echo.Context) error {
	planID, versionID, err := inPlan(c, "versionId", versionType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		frozen, err := h.s.Package(ctx, user, planID, versionID)
		return httpx.Raw{MediaType: echo.MIMEApplicationJSON, Body: frozen}, 1, err
	}, Family)
}

type compareQuery struct {
	httpx.Paging
	From string `query:"from"`
	To   string `query:"to"`
}

// compare tells what differs between two versions.
//
// @Summary     Compare two versions of a plan
// @Description What was added, removed and changed, thing by thing and field by field.
// @Tags        plans
// @ID          comparePlanVersions
// @Param       id    path  string true  "The plan's id"
// @Param       from  query string false "The earlier version's id; the newest when left out"
// @Param       to    query string false "The later version's id, or current, which is also what is meant when left out"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} DifferencePage "A page of differences"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/comparisons [get]
func (h handler) compare(c echo.Context) error {
	planID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	q, err := httpx.Query[compareQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[DifferencePage](h.api, c, q.Paging, func(ctx context.Context) ([]Difference, int, error) {
		all, err := h.s.Compare(ctx, user, planID, q.From, q.To)
		return httpx.Slice(all, q.Paging), len(all), err
	}, Family, boardsFamily)
}
