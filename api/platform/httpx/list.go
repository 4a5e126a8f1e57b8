package httpx

import (
	"net/url"
	"strconv"

	"github.com/labstack/echo/v4"
)

// Meta tells where in a list the page stands.
type Meta struct {
	// TotalRecords is how many items match in all.
	TotalRecords int `json:"totalRecords" example:"12"`
	// Page is this page, from 1.
	Page int `json:"page" example:"1"`
	// Limit is the most items a page holds, 1–100.
	Limit int `json:"limit" example:"20"`
	// Offset is how many items come before this page.
	Offset int `json:"offset" example:"0"`
	// Count is how many items this page holds.
	Count int `json:"count" example:"12"`
} // @name ListMeta

// PageLinks lead through a list; next and prev are there only when there is one.
type PageLinks struct {
	Self  Link  `json:"self"`
	First Link  `json:"first"`
	Prev  *Link `json:"prev,omitempty"`
	Next  *Link `json:"next,omitempty"`
	Last  Link  `json:"last"`
} // @name PageLinks

// PageOf gives the _meta and _links of a list answer. The links keep every
// other parameter of the request.
func (a *API) PageOf(c echo.Context, p Paging, total, count int) (Meta, PageLinks) {
	path := c.Request().URL.Path[len(Prefix):]
	at := func(page int) Link {
		q := url.Values{}
		for name, values := range c.QueryParams() {
			q[name] = values
		}
		q.Set("page", strconv.Itoa(page))
		q.Set("limit", strconv.Itoa(p.Limit))
		return a.Link("GET", path+"?"+q.Encode())
	}
	last := max(1, (total+p.Limit-1)/p.Limit)
	links := PageLinks{Self: at(p.Page), First: at(1), Last: at(last)}
	if p.Page > 1 {
		prev := at(min(p.Page-1, last))
		links.Prev = &prev
	}
	if p.Page < last {
		next := at(p.Page + 1)
		links.Next = &next
	}
	return Meta{TotalRecords: total, Page: p.Page, Limit: p.Limit, Offset: p.Offset(), Count: count}, links
}

// Slice is one page of what is in memory already.
func Slice[T any](all []T, p Paging) []T {
	from := min(p.Offset(), len(all))
	return all[from:min(from+p.Limit, len(all))]
}
