package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"

	"envagin/api/app"
	"envagin/api/platform/audit"
	"envagin/api/platform/database"
)

// expectations are the seals that were kept elsewhere; the flag may be given several times.
type expectations []audit.Expected

func (e *expectations) String() string { return "" }

func (e *expectations) Set(text string) error {
	one, err := audit.ParseExpected(text)
	if err == nil {
		*e = append(*e, one)
	}
	return err
}

// auditCommand is envagin audit verify. It reads beside a running server.
func auditCommand(ctx context.Context, config app.Config, log *slog.Logger, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("audit verify", flag.ContinueOnError)
	var expected expectations
	flags.Var(&expected, "expect", "NUMBER:HASH of a seal as the log told it; without one, nobody can tell that the newest traces were cut off")
	if len(args) == 0 || args[0] != "verify" {
		return errors.New("audit takes one word: envagin audit verify [--expect NUMBER:HASH]")
	}
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("audit verify: what is %q? A seal is given with --expect", flags.Arg(0))
	}
	config.ReadOnly = true
	return with(ctx, config, log, func(a *app.App) error {
		v, err := audit.Verify(database.WithLimit(ctx, 0), a.DB, expected,
			func(f audit.Fault) { fmt.Fprintln(out, f) },
			func(id string) { fmt.Fprintf(out, "event %s: is not sealed yet\n", id) })
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%d traces under %d seals; %d not sealed yet; %d values erased\n", v.Events, v.Seals, v.Unsealed, v.Erased)
		if v.Seals > 0 {
			fmt.Fprintf(out, "newest seal %d:%s\n", v.Last.Number, v.Last.Hash)
		}
		if v.Faults > 0 {
			return fmt.Errorf("the traces are not as they were sealed: %d faults", v.Faults)
		}
		fmt.Fprintln(out, "nothing is wrong")
		return nil
	})
}
