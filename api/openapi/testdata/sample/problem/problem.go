// Package problem stands for the platform's.
package problem

// Problem is every failure's answer.
type Problem struct {
	// Type identifies the kind of problem.
	Type string `json:"type" example:"urn:envagin:problem:invalid"`
	// Title is the kind in a few words.
	Title string `json:"title" example:"The request has invalid fields"`
	// Status is the HTTP status.
	Status int `json:"status" example:"422"`
	// Detail says what happened.
	Detail string `json:"detail" example:"One or more fields are not valid."`
	// Instance is the path of the request.
	Instance string `json:"instance" example:"/api/v1/trees"`
	// Code is the stable name.
	Code string `json:"code" example:"invalid"`
	// Errors names each field that is wrong.
	Errors []Field `json:"errors,omitempty"`
	// RequestID is what to quote.
	RequestID string `json:"requestId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
} // @name Problem

// Field is what is wrong with one field.
type Field struct {
	// Name of the field.
	Name string `json:"name" example:"end"`
	// Before is what it was, as JSON.
	Before any `json:"before,omitempty"`
} // @name ProblemField
