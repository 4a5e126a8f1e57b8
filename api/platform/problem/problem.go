// Package problem is how this API says no: one type that is both a Go error and
// the answer on the wire, in the form of RFC 9457 (application/problem+json).
//
// Codes are stable and in camelCase; a client translates them. Texts are
// English, meant for developers, and never carry what the database, the
// runtime or another person said.
package problem

import (
	"errors"
	"fmt"
	"net/http"
)

// Field is what is wrong with one named field of the request.
type Field struct {
	// Name is the field as the client sent it, with a path for nested ones: "end", "links[0].url".
	Name string `json:"name" example:"end"`
	// Code says what is wrong, for a program: required, tooLong, unknownReference …
	Code string `json:"code" example:"endBeforeStart"`
	// Detail says it for a developer.
	Detail string `json:"detail,omitempty" example:"The end is before the start."`
} // @name ProblemField

// Change is one field that somebody else changed since the version the client holds.
type Change struct {
	// Field is the name of the changed field.
	Field string `json:"field" example:"title"`
	// Before is the value that the client's version had, as JSON.
	Before any `json:"before,omitempty"`
	// After is the value now, as JSON.
	After any `json:"after,omitempty"`
	// Version is the version that the change made.
	Version int `json:"version" example:"4"`
	// At is when, in UTC.
	At string `json:"at" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// ByRole is who, by role; never a name.
	ByRole string `json:"byRole,omitempty" example:"coordinator"`
} // @name ProblemChange

// Problem is every failure's answer (RFC 9457), and the error the services return.
type Problem struct {
	// Type identifies the kind of problem; about:blank means the status says it all.
	Type string `json:"type" example:"urn:envagin:problem:invalid"`
	// Title is the kind of problem in a few words.
	Title string `json:"title" example:"The request has invalid fields"`
	// Status is the HTTP status, repeated.
	Status int `json:"status" example:"422"`
	// Detail says what happened this time.
	Detail string `json:"detail" example:"One or more fields are not valid; each is named under errors."`
	// Instance is the path of the request that failed.
	Instance string `json:"instance" example:"/api/v1/activities"`
	// Code is the stable name of the problem, for programs and translations.
	Code string `json:"code" example:"invalid"`
	// Errors names each field that is wrong.
	Errors []Field `json:"errors,omitempty"`
	// Changes is what others changed meanwhile, when the version was stale (412).
	Changes []Change `json:"changes,omitempty"`
	// RequestID is what to quote to support; it stands in the server's log.
	RequestID string `json:"requestId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`

	// RetryAfter is in seconds; 0 means no Retry-After header.
	RetryAfter int `json:"-"`
	// CurrentVersion lets a stale writer know where the thing stands (412).
	CurrentVersion int `json:"-"`
	// Cause is logged with the request id and never sent.
	Cause error `json:"-"`
} // @name Problem

// Error makes a Problem a Go error; the text is for the log.
func (p *Problem) Error() string {
	text := fmt.Sprintf("%d %s: %s", p.Status, p.Code, p.Detail)
	for _, f := range p.Errors {
		text += fmt.Sprintf(" [%s: %s]", f.Name, f.Code)
	}
	if p.Cause != nil {
		text += ": " + p.Cause.Error()
	}
	return text
}

// Unwrap gives the cause, for errors.Is and errors.As.
func (p *Problem) Unwrap() error { return p.Cause }

func newProblem(status int, code, title, detail string) *Problem {
	return &Problem{Type: "urn:envagin:problem:" + code, Title: title, Status: status, Code: code, Detail: detail}
}

// Invalid (422) says which fields break a rule. Without fields it returns nil,
// so that a check can end with `return problem.Invalid(fields...)`.
func Invalid(fields ...Field) error {
	if len(fields) == 0 {
		return nil
	}
	p := newProblem(http.StatusUnprocessableEntity, "invalid", "The request has invalid fields",
		"One or more fields are not valid; each is named under errors.")
	p.Errors = fields
	return p
}

// BadRequest (400) says that the request cannot be read: not JSON, an unknown
// field or parameter, a wrong type.
func BadRequest(code, detail string, fields ...Field) *Problem {
	p := newProblem(http.StatusBadRequest, code, "The request cannot be read", detail)
	p.Errors = fields
	return p
}

// Unauthenticated (401) says that a valid access token is needed. The code
// tells an expired token ("tokenExpired") from a missing or bad one.
func Unauthenticated(code, detail string) *Problem {
	return newProblem(http.StatusUnauthorized, code, "Sign-in is needed", detail)
}

// Forbidden (403) says that the signed-in user may not do this.
func Forbidden(detail string) *Problem {
	return newProblem(http.StatusForbidden, "forbidden", "Not allowed", detail)
}

// Denied (403) is Forbidden with a code of its own, for what the client can do
// something about: sign in again, say, or in another way.
func Denied(code, detail string) *Problem {
	return newProblem(http.StatusForbidden, code, "Not allowed", detail)
}

// NotFound (404) is also the answer where existence itself is a secret.
func NotFound(what string) *Problem {
	return newProblem(http.StatusNotFound, "notFound", "Not found", "There is no such "+what+".")
}

// Conflict (409) says that the state of things does not allow this now.
func Conflict(code, detail string, fields ...Field) *Problem {
	p := newProblem(http.StatusConflict, code, "Conflict with the present state", detail)
	p.Errors = fields
	return p
}

// Gone (410) says that the thing existed and was deleted.
func Gone(what string) *Problem {
	return newProblem(http.StatusGone, "gone", "Deleted", "This "+what+" was deleted.")
}

// PreconditionFailed (412) says that somebody else wrote meanwhile, and what.
func PreconditionFailed(currentVersion int, changes []Change) *Problem {
	p := newProblem(http.StatusPreconditionFailed, "stale", "Changed by somebody else",
		"The version in If-Match is not the current one; what changed meanwhile is under changes.")
	p.CurrentVersion, p.Changes = currentVersion, changes
	return p
}

// PreconditionRequired (428) says that a change must name the version it is based on.
func PreconditionRequired() *Problem {
	return newProblem(http.StatusPreconditionRequired, "versionRequired", "If-Match is needed",
		"Send the ETag of the version you read in If-Match, so that nobody's work is overwritten.")
}

// MethodNotAllowed (405); the Allow header says what is allowed.
func MethodNotAllowed() *Problem {
	return newProblem(http.StatusMethodNotAllowed, "methodNotAllowed", "Method not allowed",
		"This resource does not have that method; the Allow header names those it has.")
}

// TooLarge (413) says that the body is larger than the route takes.
func TooLarge(limit int64) *Problem {
	return newProblem(http.StatusRequestEntityTooLarge, "tooLarge", "The request is too large",
		fmt.Sprintf("The body may be at most %d bytes.", limit))
}

// UnsupportedMedia (415) says that the body is not in a form the route reads.
func UnsupportedMedia(wanted string) *Problem {
	return newProblem(http.StatusUnsupportedMediaType, "unsupportedMediaType", "Unsupported media type",
		"The body must be sent as "+wanted+".")
}

// TooMany (429) says to wait, in seconds.
func TooMany(retryAfter int) *Problem {
	p := newProblem(http.StatusTooManyRequests, "tooMany", "Too many requests",
		"Wait and try again; Retry-After says how long.")
	p.RetryAfter = retryAfter
	return p
}

// Unavailable (503) says that the database is slow or gone for the moment.
func Unavailable(cause error) *Problem {
	p := newProblem(http.StatusServiceUnavailable, "unavailable", "Unavailable for the moment",
		"The service cannot answer right now. Nothing was changed; try again in a few seconds.")
	p.RetryAfter, p.Cause = 2, cause
	return p
}

// Internal (500) hides its cause from the client; the log has it.
func Internal(cause error) *Problem {
	p := newProblem(http.StatusInternalServerError, "internal", "An error on our side",
		"Something failed here. Quote the request id if you report it.")
	p.Cause = cause
	return p
}

// As gives the Problem inside err, or nil when there is none.
func As(err error) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	return nil
}

// Missing tells whether err says that something is not there, or no longer.
func Missing(err error) bool { return Is(err, http.StatusNotFound) || Is(err, http.StatusGone) }

// Is tells whether err is a Problem with this status.
func Is(err error, status int) bool {
	p := As(err)
	return p != nil && p.Status == status
}
