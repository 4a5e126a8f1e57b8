package activities

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

// What the routes of responsibilities and of milestones do. The methods with the
// annotations say which of them it is.

func listRows[P ~struct {
	Items []V             `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
}, T, V any](h handler, c echo.Context, d detail[T], view func(auth.User, T) V) error {
	activityID, paging, err := httpx.Under(c, objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[P](h.api, c, paging, func(ctx context.Context) ([]V, int, error) {
		rows, total, err := listDetails(ctx, h.s, d, user, activityID, paging.Offset(), paging.Limit)
		return httpx.Each(rows, func(row T) V { return view(user, row) }), total, err
	}, families...)
}

func getRow[T, V any](h handler, c echo.Context, d detail[T], view func(auth.User, T) V) error {
	activityID, rowID, err := rowOf(c, d.object+"Id", d.object)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		row, err := getDetail(ctx, h.s, d, user, activityID, rowID)
		return view(user, row), *d.meta(&row).version, err
	}, families...)
}

func createRow[I, T, V any](h handler, c echo.Context, d detail[T], row func(I) T, view func(auth.User, T) V) error {
	user := httpx.User(c)
	activityID, err := h.changeable(c)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in I) (httpx.Made, error) {
		made, err := createDetail(ctx, h.s, d, user, activityID, row(in))
		return rowMade(d, made, view(user, made)), err
	}, families...)
}

func replaceRow[I, T, V any](h handler, c echo.Context, d detail[T], row func(I) T, view func(auth.User, T) V) error {
	user := httpx.User(c)
	activityID, rowID, err := changeableDetail(h, c, d)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in I, version int) (httpx.Made, error) {
		made, err := replaceDetail(ctx, h.s, d, user, activityID, rowID, version, row(in))
		return rowMade(d, made, view(user, made)), err
	}, families...)
}

func deleteRow[T any](h handler, c echo.Context, d detail[T]) error {
	activityID, rowID, err := changeableDetail(h, c, d)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return deleteDetail(ctx, h.s, d, httpx.User(c), activityID, rowID, version)
	})
}

func rowMade[T any](d detail[T], row T, view any) httpx.Made {
	m := d.meta(&row)
	return httpx.Made{Path: path(*m.activityID) + "/" + d.plural + "/" + *m.id, Version: *m.version, View: view}
}

func changeableDetail[T any](h handler, c echo.Context, d detail[T]) (activityID, rowID string, err error) {
	return changeableRow(c, d.object+"Id", d.object, func(ctx context.Context, user auth.User, activityID, rowID string) error {
		return mayChangeDetail(ctx, h.s, d, user, activityID, rowID)
	})
}
