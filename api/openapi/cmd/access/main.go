// Access writes docs/access.md from the policy, the scopes and the table of access:
//
//	go run ./api/openapi/cmd/access
package main

import (
	"fmt"
	"os"
)

const (
	tableFile = "api/app/testdata/access.txt"
	pageFile  = "docs/access.md"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	raw, err := os.ReadFile(tableFile)
	if err != nil {
		return fmt.Errorf("access: %w", err)
	}
	lines, err := readTable(string(raw))
	if err != nil {
		return err
	}
	text, err := page(lines)
	if err != nil {
		return err
	}
	if old, err := os.ReadFile(pageFile); err == nil && string(old) == text {
		return nil
	}
	if err := os.WriteFile(pageFile, []byte(text), 0o644); err != nil {
		return fmt.Errorf("access: %w", err)
	}
	return nil
}
