package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"

	"envagin/api/app"
	"envagin/api/retention"
)

// erase carries out the retention rules, or tells what they would do.
func erase(ctx context.Context, config app.Config, log *slog.Logger, args []string) error {
	flags := flag.NewFlagSet("retention", flag.ContinueOnError)
	dry := flags.Bool("dry-run", false, "tell what would be erased, and change nothing")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("retention takes no %q: envagin retention [--dry-run]", flags.Arg(0))
	}
	config.ReadOnly = *dry // beside a running server too
	return with(ctx, config, log, func(a *app.App) error {
		if *dry {
			record, err := a.Retention.DryRun(ctx)
			if err == nil {
				tell(os.Stdout, record, "due")
			}
			return err
		}
		records, err := a.Retention.RunAll(ctx)
		for _, record := range records {
			tell(os.Stdout, record, "erased")
		}
		if err == nil && len(records) == 0 {
			_, err = fmt.Fprintln(os.Stdout, "nothing was due")
		}
		return err
	})
}

// tell writes one line a rule.
func tell(out io.Writer, r retention.Record, what string) {
	if r.ID != "" {
		_, _ = fmt.Fprintf(out, "erasure record %s\n", r.ID)
	}
	for _, e := range r.Entries {
		n := e.Count
		if r.ID == "" { // a dry run counts what several runs would take
			n += e.Remaining
		}
		_, _ = fmt.Fprintf(out, "%7d %s  %-18s ended before %s  %s\n", n, what, e.RuleID, e.Before, e.TitleEn)
	}
}
