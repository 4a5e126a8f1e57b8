package main

import (
	"context"
	"errors"
	"log/slog"

	"envagin/api/app"
)

// rewriteBallots is envagin ballots rewrite: what the night does, before a copy is taken.
func rewriteBallots(ctx context.Context, config app.Config, log *slog.Logger, args []string) error {
	if len(args) != 1 || args[0] != "rewrite" {
		return errors.New("ballots takes one word: envagin ballots rewrite")
	}
	return with(ctx, config, log, func(a *app.App) error { return a.Ballots.Rewrite(ctx) })
}
