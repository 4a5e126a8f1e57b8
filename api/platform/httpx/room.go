package httpx

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
)

// What most routes of a room do, each in one call: the order of checks is the
// same everywhere (who may, then what was sent, then what it is based on), and
// stands here and nowhere else.

// Allowed reads an id from the path and asks whether the user may change what it
// names, before anyone looks at what was sent.
func Allowed(c echo.Context, name, what string, may func(ctx context.Context, user auth.User, id string) error) (string, error) {
	thing, err := ID(c, name, what)
	if err != nil {
		return "", err
	}
	return thing, may(c.Request().Context(), User(c), thing)
}

// Under reads what a list that belongs to a thing is asked for: the thing's id,
// and the page.
func Under(c echo.Context, what string) (id string, p Paging, err error) {
	if id, err = ID(c, "id", what); err != nil {
		return "", p, err
	}
	q, err := Query[struct{ Paging }](c)
	return id, q.Paging, err
}

// List answers with a page of a list. load gives the items of the page that was
// asked for, and how many there are in all.
func List[P ~struct {
	Items []V       `json:"items"`
	Meta  Meta      `json:"_meta"`
	Links PageLinks `json:"_links"`
}, V any](a *API, c echo.Context, p Paging, load func(ctx context.Context) ([]V, int, error), families ...string) error {
	return a.Get(c, page[P](a, c, p, load), families...)
}

// LiveList is List of what raises no revision, see Live.
func LiveList[P ~struct {
	Items []V       `json:"items"`
	Meta  Meta      `json:"_meta"`
	Links PageLinks `json:"_links"`
}, V any](a *API, c echo.Context, p Paging, load func(ctx context.Context) ([]V, int, error)) error {
	return a.Live(c, page[P](a, c, p, load))
}

func page[P ~struct {
	Items []V       `json:"items"`
	Meta  Meta      `json:"_meta"`
	Links PageLinks `json:"_links"`
}, V any](a *API, c echo.Context, p Paging, load func(ctx context.Context) ([]V, int, error)) Load {
	return func(ctx context.Context) (any, int, error) {
		items, total, err := load(ctx)
		if err != nil {
			return nil, 0, err
		}
		page := struct {
			Items []V       `json:"items"`
			Meta  Meta      `json:"_meta"`
			Links PageLinks `json:"_links"`
		}{Items: items}
		page.Meta, page.Links = a.PageOf(c, p, total, len(items))
		return P(page), 0, nil
	}
}

// Each draws every row: never nil, since a list without items is [].
func Each[R, V any](rows []R, view func(R) V) []V {
	items := make([]V, len(rows))
	for i, row := range rows {
		items[i] = view(row)
	}
	return items
}

// Made is what a write left: where it is, which version, and how the writer sees it.
type Made struct {
	Path    string
	Version int
	View    any
}

// Create answers a POST: refused is why the user may not, if so.
func Create[I any](a *API, c echo.Context, refused error, write func(ctx context.Context, in I) (Made, error), families ...string) error {
	if refused != nil {
		return refused
	}
	in, err := Body[I](c)
	if err != nil {
		return err
	}
	made, err := write(c.Request().Context(), in)
	if err != nil {
		return err
	}
	return a.Created(c, made.Path, made.Version, made.View, families...)
}

// Replace answers a PUT that is based on a version.
func Replace[I any](a *API, c echo.Context, refused error, write func(ctx context.Context, in I, version int) (Made, error), families ...string) error {
	if refused != nil {
		return refused
	}
	in, version, err := Change[I](c)
	if err != nil {
		return err
	}
	made, err := write(c.Request().Context(), in, version)
	if err != nil {
		return err
	}
	return a.OK(c, made.Version, made.View, families...)
}

// Delete answers a DELETE that is based on a version.
func Delete(c echo.Context, refused error, remove func(ctx context.Context, version int) error) error {
	if refused != nil {
		return refused
	}
	version, err := IfMatch(c)
	if err != nil {
		return err
	}
	if err := remove(c.Request().Context(), version); err != nil {
		return err
	}
	return Deleted(c)
}
