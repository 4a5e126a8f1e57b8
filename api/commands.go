package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"envagin/api/accounts"
	"envagin/api/app"
	"envagin/api/platform/auth"
)

func serve(ctx context.Context, config app.Config, log *slog.Logger, args []string) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.BoolVar(&config.Demo, "demo", false, "load Umeå's plan, make it live, and make demo accounts")
	if err := flags.Parse(args); err != nil {
		return err
	}
	a, err := app.New(ctx, config, log)
	if err != nil {
		return err
	}
	defer a.Close()
	return a.Run(ctx, os.Stdout)
}

func importFile(ctx context.Context, config app.Config, log *slog.Logger, args []string) error {
	flags := flag.NewFlagSet("import", flag.ContinueOnError)
	asNew := flags.String("as-new", "", "make a new plan with this key, and new ids")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("import takes one file: envagin import [--as-new KEY] FILE")
	}
	data, err := os.ReadFile(flags.Arg(0))
	if err != nil {
		return err
	}
	return with(ctx, config, log, func(a *app.App) error {
		sum, err := a.Import(ctx, flags.Arg(0), data, *asNew)
		if err == nil {
			fmt.Println(sum)
		}
		return err
	})
}

func export(ctx context.Context, config app.Config, log *slog.Logger, args []string) error {
	key := ""
	if len(args) > 0 {
		key = args[0]
	}
	config.ReadOnly = true
	return with(ctx, config, log, func(a *app.App) error {
		data, err := a.Export(ctx, key)
		if err != nil {
			return err
		}
		_, err = os.Stdout.Write(data)
		return err
	})
}

func user(ctx context.Context, config app.Config, log *slog.Logger, args []string) error {
	flags := flag.NewFlagSet("user", flag.ContinueOnError)
	email := flags.String("email", "", "the account's mail address")
	name := flags.String("name", "", "the person's name (add)")
	role := flags.String("role", "reader", "one of "+roles()+" (add)")
	body := flags.String("body", "", "key of the body the role holds for (add)")
	invite := flags.Bool("invite", false, "send an invitation by mail instead of reading a password (add)")
	if len(args) == 0 {
		args = []string{"--help"}
	}
	verb := args[0]
	if err := flags.Parse(args[min(1, len(args)):]); err != nil {
		return err
	}
	if verb != "add" && verb != "password" {
		flags.Usage()
		return errors.New("user add or user password; the password is read from standard input")
	}
	var password string
	if verb != "add" || !*invite {
		var err error
		if password, err = readPassword(os.Stdin); err != nil {
			return err
		}
	}
	return with(ctx, config, log, func(a *app.App) error {
		if verb == "password" {
			return a.Accounts.SetPassword(ctx, *email, password)
		}
		made, err := a.Accounts.AddUser(ctx, accounts.NewUser{Email: *email, Name: *name,
			Role: auth.RoleName(*role), BodyKey: *body, Password: password, Invite: *invite})
		if err == nil {
			fmt.Println(made.ID)
		}
		return err
	})
}

func keys(ctx context.Context, config app.Config, log *slog.Logger, args []string) error {
	if len(args) != 1 || args[0] != "rotate" {
		return errors.New("keys takes one word: envagin keys rotate")
	}
	return with(ctx, config, log, func(a *app.App) error { return a.Accounts.RotateKeys(ctx) })
}

func roles() string {
	names := make([]string, len(auth.RoleNames))
	for i, r := range auth.RoleNames {
		names[i] = string(r)
	}
	return strings.Join(names, ", ")
}

// readPassword takes the first line, so that a password stands in no command
// line and in no shell's history.
func readPassword(from io.Reader) (string, error) {
	line, err := bufio.NewReader(from).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return strings.TrimRight(line, "\r\n"), nil
}

func backup(ctx context.Context, config app.Config, log *slog.Logger, args []string) error {
	if len(args) != 1 {
		return errors.New("backup takes one file: envagin backup FILE")
	}
	config.ReadOnly = true
	return with(ctx, config, log, func(a *app.App) error { return a.DB.Backup(ctx, args[0]) })
}

func restore(config app.Config, args []string) error {
	if len(args) != 1 {
		return errors.New("restore takes one file: envagin restore FILE")
	}
	return app.Restore(config, args[0])
}

// with opens the application for one command and closes it again.
func with(ctx context.Context, config app.Config, log *slog.Logger, do func(*app.App) error) error {
	a, err := app.New(ctx, config, log)
	if err != nil {
		return err
	}
	defer a.Close()
	return do(a)
}
