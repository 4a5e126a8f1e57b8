// Spec writes api/openapi/openapi.json and openapi.yaml from the annotations:
//
//	go run ./api/openapi/cmd/spec
package main

import (
	"fmt"
	"os"

	"envagin/api/openapi"
)

func main() {
	if err := openapi.Generate("."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
