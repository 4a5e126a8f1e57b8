//go:build unix

// Command postgres starts or stops the throwaway PostgreSQL that several test
// processes share: export ENVAGIN_TEST_POSTGRES=$(go run ./api/testkit/cmd/postgres start)
package main

import (
	"context"
	"fmt"
	"os"

	"envagin/api/testkit/pgtest"
)

func main() {
	verb := ""
	if len(os.Args) == 2 {
		verb = os.Args[1]
	}
	var err error
	switch verb {
	case "start":
		var url string
		if url, err = pgtest.Start(context.Background()); err == nil {
			fmt.Println(url)
		}
	case "stop":
		err = pgtest.Stop(context.Background())
	default:
		err = fmt.Errorf("usage: postgres start|stop")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
