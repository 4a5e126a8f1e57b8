package app

import (
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"envagin/api/openapi"
	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

// Info is what the national REST API profile asks every API to tell of itself
// (VER.06, VER.07), and whose it is.
type Info struct {
	// APIName is what the API is called.
	APIName string `json:"apiName" example:"En väg in"`
	// APIVersion follows semantic versioning.
	APIVersion string `json:"apiVersion" example:"0.1.0"`
	// APIReleased is the day of that version.
	APIReleased string `json:"apiReleased" format:"date" example:"2026-11-22"`
	// APIDocumentation leads to the specification.
	APIDocumentation string `json:"apiDocumentation" example:"https://envagin.example.se/api/v1/openapi.json"`
	// APIStatus is alpha, beta, active, deprecated, retired or decommissioned.
	APIStatus    string       `json:"apiStatus" enums:"alpha,beta,active,deprecated,retired,decommissioned" example:"beta"`
	Municipality Municipality `json:"municipality"`
	// IsDemo is true when everything in here is for trying out.
	IsDemo bool `json:"isDemo" example:"false"`
} // @name ApiInfo

// mountAcross adds what belongs to no room.
func (a *App) mountAcross() {
	a.API.GET("/api-info", a.info)
	a.mountOutbox()
	a.API.GET("/access-rules", a.rules)
	for path, spec := range map[string]struct {
		content string
		body    []byte
	}{
		"/openapi.json": {echo.MIMEApplicationJSON, openapi.JSON},
		"/openapi.yaml": {"application/yaml", openapi.YAML},
	} {
		serve := func(c echo.Context) error {
			c.Response().Header().Set("Cache-Control", "no-cache")
			return c.Blob(http.StatusOK, spec.content, spec.body)
		}
		a.echo.GET(httpx.Prefix+path, serve)
		a.echo.HEAD(httpx.Prefix+path, serve)
	}
	a.echo.GET(httpx.Prefix+"/reference", func(c echo.Context) error {
		return c.Redirect(http.StatusFound, "/reference/")
	})
	a.echo.GET("/.well-known/jwks.json", a.keySet)
	a.echo.GET("/healthz", func(c echo.Context) error { return c.String(http.StatusOK, "ok\n") })
	a.echo.GET("/readyz", a.ready)
}

// keySet is the public keys by which others trust our access tokens. It may be
// kept for five minutes; an unknown key id is a reason to ask again.
func (a *App) keySet(c echo.Context) error {
	keys, err := a.Accounts.KeySet(c.Request().Context())
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "public, max-age=300")
	return c.Blob(http.StatusOK, "application/jwk-set+json", keys)
}

// info tells what this API is.
//
// @Summary     About this API
// @Description Name, version, state and whose it is.
// @Tags        about
// @ID          getApiInfo
// @Success     200 {object} Info "About this API"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /api-info [get]
func (a *App) info(c echo.Context) error {
	return c.JSON(http.StatusOK, Info{APIName: "En väg in", APIVersion: Release, APIReleased: Released,
		APIDocumentation: a.Config.BaseURL + httpx.Prefix + "/openapi.json", APIStatus: "beta",
		Municipality: a.Config.Municipality, IsDemo: a.Config.Demo})
}

// ready tells whether requests can be served: the database answers and its
// schema is this program's.
func (a *App) ready(c echo.Context) error {
	ctx := c.Request().Context()
	if err := a.DB.Ping(ctx); err != nil {
		return problem.Unavailable(err)
	}
	if err := a.DB.SchemaCurrent(ctx); err != nil {
		return problem.Unavailable(err)
	}
	return c.String(http.StatusOK, "ready\n")
}

// serveMetrics answers Prometheus on a listener of its own, so that no proxy
// shows it to the world by mistake.
func (a *App) serveMetrics(failed chan<- error) (stop func(), err error) {
	if a.Config.MetricsAddr == "" {
		return func() {}, nil
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	server := httpx.Listen(a.Config.MetricsAddr, mux)
	go func() { failed <- server.ListenAndServe() }()
	return func() { _ = server.Close() }, nil
}
