// Package openapi makes the published specification out of the handlers'
// annotations, and holds it: swag reads the source (Swagger 2.0), kin-openapi
// converts it, and our polish makes OpenAPI 3.1 of it that follows the national
// REST API profile. openapi.json and openapi.yaml are generated and committed;
// examples/ is recorded by the stories.
//
// # How a handler is annotated
//
// In handler.go, at most twelve lines, in this order:
//
//		// replace puts new content on an activity.
//		//
//		// @Summary     Replace an activity
//		// @Description The whole content; a field left out is emptied.
//		// @Tags        activities
//		// @ID          replaceActivity
//		// @Security    Bearer
//		// @Param       id   path string true "The activity's id"
//		// @Param       body body Input  true "The activity"
//		// @Success     200 {object} View "The activity as it now is"
//		// @Failure     default {object} problem.Problem "What went wrong"
//		// @Router      /activities/{id} [put]
//
//	  - @Tags is the room's name; its text stands in info.go.
//	  - @ID is verb and noun in camelCase: listActivities, getActivity,
//	    createActivity, replaceActivity, deleteActivity. The recorded example has
//	    that name.
//	  - @Security Bearer where a token is needed; no line on what everyone may read
//	    (a token may show more) or may send without one, such as signing in;
//	    @Security Session where the refresh cookie is what counts.
//	  - @Param of a list: page and limit as `query int false`; the polish gives
//	    them minimum, default and maximum. Filters are `query string false`, with
//	    Enums(a, b) where they are few. Query parameters are never required.
//	  - @Success 201 for what makes something, 204 (without a type) for a DELETE.
//	  - Other than JSON: `@Produce text/calendar` and `@Success 200 {string} string`.
//	  - @Failure: the one line above. The polish adds 400, 401, 403, 404 and 422 from
//	    what the operation is; 409 and the like only where they need explaining.
//
// The polish also adds traceparent, X-Request-Id, ETag, Location, If-None-Match
// with 304 (GET) and Idempotency-Key (POST with Bearer). If-Match with 412 and
// 428 comes where the handler, or a helper of its package, calls httpx.IfMatch,
// Change, Replace or Delete; `@Failure 412 {object} problem.Problem "Stale"` says it otherwise.
//
// # How a type is written
//
//	// Input is what a writer states of an activity.
//	type Input struct {
//		// Title is what it is called.
//		Title string `json:"title" example:"Utbilda chefer"`
//		// EndsOn is its last day; absent when unknown.
//		EndsOn day.Day `json:"endsOn,omitempty" swaggertype:"string" format:"date" example:"2026-12-31"`
//	} // @name ActivityInput
//
// Every published type has a comment and `} // @name`, every field a comment (or a
// type that has one) and an example;
// omitempty means optional. A day has swaggertype and format date, an instant
// format date-time. Enumerations have enums:"a,b", and the type its own name
// (`type Kind string // @name BodyKind`), since two rooms may have a Kind. A field that may be null and
// is always there has extensions:"x-nullable". A field of type any needs no
// swaggertype: it is published as any JSON.
package openapi
