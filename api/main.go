// Command envagin serves En väg in: the joint plan against violence of a
// municipality and its partners, as a JSON API with the frontend beside it.
//
// The general annotations of the API stand here; those of each operation stand
// at its handler. What swag cannot say is added by api/openapi.
//
// @title    En väg in
// @version  0.1.0
// @BasePath /api/v1
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"envagin/api/app"
	"envagin/api/openapi"
	"envagin/api/platform/problem"
)

const usage = `En väg in

  envagin serve [--demo]          serve the API and the frontend
  envagin ready                   ask the running server whether it can serve
  envagin migrate                 bring the database to this version's schema
  envagin import FILE             load a plan package; --as-new KEY makes another plan of it
  envagin export [PLAN KEY]       write a plan package to standard output
  envagin user add|password       keep accounts; see envagin user --help
  envagin keys rotate             sign with a new key; nobody is signed out
  envagin retention [--dry-run]   erase what is due, with a record; or tell what is
  envagin ballots rewrite         write anonymous answers anew in random order, before a copy is taken
  envagin surveys publish         what would be told of the answers in a file; --from FILE; compare, texts
  envagin audit verify            prove that no trace was changed, added or taken away
  envagin backup FILE             copy the SQLite database while it is in use
  envagin restore FILE            put a copy back, with the server stopped
  envagin openapi                 write the specification (from the source tree)
  envagin version                 which version this is

Settings are environment variables, ENVAGIN_…; the README lists them.
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "envagin:", explain(err))
		os.Exit(1)
	}
}

// explain says to a person at a terminal what a client of the API would read
// out of a problem's fields.
func explain(err error) string {
	p := problem.As(err)
	if p == nil || p.Status >= 500 {
		return err.Error()
	}
	if len(p.Errors) == 0 {
		return p.Detail
	}
	lines := make([]string, len(p.Errors))
	for i, f := range p.Errors {
		lines[i] = f.Name + ": " + f.Detail
	}
	return strings.Join(lines, "\n  ")
}

func run(ctx context.Context, args []string) error {
	if len(args) == 0 {
		fmt.Fprint(os.Stderr, usage)
		return flag.ErrHelp
	}
	config, err := app.FromEnvironment(os.Getenv)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	slog.SetDefault(log)
	command, rest := args[0], args[1:]
	switch command {
	case "serve":
		return serve(ctx, config, log, rest)
	case "ready":
		return ready(ctx, config)
	case "migrate":
		return app.Migrate(ctx, config, log)
	case "import":
		return importFile(ctx, config, log, rest)
	case "export":
		return export(ctx, config, log, rest)
	case "user":
		return user(ctx, config, log, rest)
	case "keys":
		return keys(ctx, config, log, rest)
	case "retention":
		return erase(ctx, config, log, rest)
	case "ballots":
		return rewriteBallots(ctx, config, log, rest)
	case "surveys":
		return surveysCommand(rest, os.Stdout)
	case "audit":
		return auditCommand(ctx, config, log, rest, os.Stdout)
	case "backup":
		return backup(ctx, config, log, rest)
	case "restore":
		return restore(config, rest)
	case "openapi":
		return openapi.Generate(".")
	case "version":
		fmt.Println(app.Version())
		return nil
	case "help", "-h", "--help":
		fmt.Print(usage)
		return nil
	default:
		return fmt.Errorf("there is no command %q; envagin help lists them", command)
	}
}
