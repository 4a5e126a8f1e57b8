// Package httpx stands for the platform's.
package httpx

// IfMatch reads the version that a change is based on.
func IfMatch() int { return 0 }
