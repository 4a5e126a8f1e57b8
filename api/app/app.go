// Package app puts the rooms together: it is the only package that knows them all.
package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"envagin/api/accounts"
	"envagin/api/activities"
	"envagin/api/ballots"
	"envagin/api/boards"
	"envagin/api/communications"
	"envagin/api/competences"
	"envagin/api/compilations"
	"envagin/api/council"
	"envagin/api/decisions"
	"envagin/api/factors"
	"envagin/api/federation"
	"envagin/api/integrations"
	"envagin/api/invitations"
	"envagin/api/meetings"
	"envagin/api/plans"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/documents"
	"envagin/api/platform/httpx"
	"envagin/api/platform/jobs"
	"envagin/api/platform/mail"
	"envagin/api/questions"
	"envagin/api/references"
	"envagin/api/responses"
	"envagin/api/results"
	"envagin/api/retention"
	"envagin/api/steering"
	"envagin/api/surveys"
	"envagin/api/timelines"
	"envagin/api/traces"
)

// App is a running En väg in: the rooms' services on one database.
type App struct {
	Config         Config
	DB             *database.DB
	Clock          *day.Clock
	Jobs           *jobs.Runner
	Mail           *mail.Mailer
	Retention      *retention.Service
	Traces         *traces.Service
	Accounts       *accounts.Service
	Boards         *boards.Service
	Plans          *plans.Service
	Activities     *activities.Service
	Timelines      *timelines.Service
	Council        *council.Service
	Meetings       *meetings.Service
	Decisions      *decisions.Service
	References     *references.Service
	Questions      *questions.Service
	Competences    *competences.Service
	Communications *communications.Service
	Responses      *responses.Service
	Steering       *steering.Service
	Surveys        *surveys.Service
	Ballots        *ballots.Service
	Results        *results.Service
	Compilations   *compilations.Service
	Invitations    *invitations.Service
	Clients        *integrations.Service
	Factors        *factors.Service
	Federation     *federation.Service
	API            *httpx.API

	echo *echo.Echo
	log  *slog.Logger
}

// New opens and migrates the database, makes the rooms and mounts them. With
// Demo set it loads Umeå's plan, makes it live, and makes the demo accounts.
func New(ctx context.Context, c Config, log *slog.Logger) (*App, error) {
	return NewAt(ctx, c, log, day.Real())
}

// NewAt is New with a clock of the caller's.
func NewAt(ctx context.Context, c Config, log *slog.Logger, clock *day.Clock) (_ *App, err error) {
	if c.Demo && c.Secure() {
		return nil, errors.New("--demo is for trying out and is refused under an https address")
	}
	db, err := database.Open(ctx, c.Database, database.Options{ReadOnly: c.ReadOnly, Log: log})
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = db.Close()
		}
	}()
	if !c.ReadOnly {
		if err := db.Migrate(ctx); err != nil {
			return nil, err
		}
	}
	a := &App{Config: c, DB: db, Clock: clock, log: log}
	if err := a.build(ctx); err != nil {
		return nil, err
	}
	if c.Demo {
		if err := a.LoadDemo(ctx); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// sealEvery is how often new traces are sealed: what is written and altered again
// within that time, by one who may write to the database itself, is not found out.
const sealEvery = 5 * time.Second

// build makes one service a room and mounts it.
func (a *App) build(ctx context.Context) (err error) {
	a.Jobs = jobs.New(a.DB, a.Clock, a.log)
	a.Mail, err = mail.New(a.DB, a.Clock, a.Jobs, mail.Config{
		URL: a.Config.SMTPURL, From: a.Config.MailFrom, Outbox: a.Config.Demo || a.Config.KeepMail}, a.log)
	if err != nil {
		return err
	}
	a.Boards = boards.New(a.DB, a.Clock)
	a.Plans = plans.New(a.DB, a.Clock)
	a.Activities = activities.New(a.DB, a.Clock)
	a.Timelines = timelines.New(a.DB, a.Clock, a.Activities)
	a.buildDecisions()
	a.Council = council.New(a.DB, a.Clock, a.Mail, a.Config.BaseURL)
	a.Questions = questions.New(a.DB, a.Clock, a.Mail, a.Config.BaseURL)
	a.Meetings = meetings.New(a.DB, a.Clock, a.Mail, a.Jobs, a.Activities, meetings.Config{
		BaseURL: a.Config.BaseURL, Publisher: a.Config.Municipality.Name, Chromium: a.Config.Chromium})
	a.References = references.New(a.DB, a.Clock)
	a.Competences = competences.New(a.DB, a.Clock)
	a.Communications = communications.New(a.DB, a.Clock)
	a.Surveys = surveys.New(a.DB, a.Clock, a.Config.Municipality.Name)
	a.buildAnswering()
	a.Responses = responses.New(a.DB, a.Clock, a.Activities, a.Config.Municipality.Name)
	a.Steering = steering.New(a.DB, a.Clock, a.Activities, a.Timelines)
	a.Clients = integrations.New(a.DB, a.Clock, a.Mail, a.Config.BaseURL)
	a.Jobs.Every("audit-seals", sealEvery, func(ctx context.Context) error { return audit.Seal(ctx, a.DB, a.Clock, a.log) })
	a.Jobs.Every("api-key-reminders", time.Hour, a.Clients.Remind)
	a.Jobs.Every("council-reminders", time.Hour, a.Council.Remind)
	a.buildRetention()
	a.Boards.Resettle = a.Activities.ResettleUnder
	a.Plans.Freeze, a.Plans.Resettle = a.freeze, a.Activities.Resettle
	argon := accounts.DefaultArgon
	if a.Config.CheapPasswords {
		argon = accounts.CheapArgon
	}
	if !a.Config.ReadOnly { // a reader beside a running server signs nobody in
		a.Accounts, err = accounts.New(ctx, a.DB, a.Clock, accounts.Config{
			BaseURL: a.Config.BaseURL, SigningKey: a.Config.SigningKey, Argon: argon, Mail: a.Mail,
			LocalOff: a.Config.LocalSignInOff, Names: strings.Fields(a.Config.Municipality.Name + " " + a.Config.Municipality.NameEn)})
		if err != nil {
			return err
		}
		a.Council.Accounts, a.Questions.Accounts, a.Meetings.Accounts = a.Accounts, a.Accounts, a.Accounts
		a.Invitations.Accounts = a.Accounts
		if err := a.buildSignIn(ctx); err != nil {
			return err
		}
		a.buildPersonal()
		a.buildTraces()
		a.mount()
	}
	return nil
}

func (a *App) mount() {
	a.echo, a.API = httpx.NewServer(httpx.Config{DB: a.DB, Clock: a.Clock, BaseURL: a.Config.BaseURL,
		Verify: a.verify, Log: a.log, Deprecated: httpx.Deprecated, TrustProxy: a.Config.TrustProxy})
	accounts.Mount(a.API, a.Accounts)
	boards.Mount(a.API, a.Boards)
	plans.Mount(a.API, a.Plans)
	activities.Mount(a.API, a.Activities)
	timelines.Mount(a.API, a.Timelines)
	council.Mount(a.API, a.Council)
	meetings.Mount(a.API, a.Meetings)
	decisions.Mount(a.API, a.Decisions)
	questions.Mount(a.API, a.Questions)
	references.Mount(a.API, a.References)
	competences.Mount(a.API, a.Competences)
	communications.Mount(a.API, a.Communications)
	responses.Mount(a.API, a.Responses)
	steering.Mount(a.API, a.Steering)
	surveys.Mount(a.API, a.Surveys)
	ballots.Mount(a.API, a.Ballots)
	results.Mount(a.API, a.Results)
	a.Compilations = compilations.New(a.DB, a.Clock, a.Config.Municipality.Name, documents.NewPrinter(a.Config.Chromium))
	compilations.Mount(a.API, a.Compilations)
	invitations.Mount(a.API, a.Invitations)
	integrations.Mount(a.API, a.Clients)
	a.mountSignIn()
	retention.Mount(a.API, a.Retention)
	traces.Mount(a.API, a.Traces)
	a.mountAcross()
	a.API.Seal()
	if a.Config.SPA != "" {
		httpx.ServeSPA(a.echo, os.DirFS(a.Config.SPA))
	}
}

// verify reads what proves who asks: a machine's key, or a person's access token.
func (a *App) verify(ctx context.Context, credential string, fresh bool) (auth.User, error) {
	if auth.IsKey(credential) {
		return a.Clients.Verify(ctx, credential, fresh)
	}
	return a.Factors.Withhold(a.Accounts.Verify)(ctx, credential, fresh)
}

// Handler is the whole server, for tests and for Run.
func (a *App) Handler() http.Handler { return a.echo }

// drainTime is how long requests and jobs under way may take to end after SIGTERM.
const drainTime = 20 * time.Second

// Run serves until ctx ends, then lets requests and jobs under way finish. The address
// and the demo accounts are printed to out once the server answers.
func (a *App) Run(ctx context.Context, out io.Writer) error {
	if err := a.Federation.CheckBodies(ctx); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", a.Config.Addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s (ENVAGIN_ADDR): %w", a.Config.Addr, err)
	}
	server := httpx.Listen(a.Config.Addr, a.echo)
	if err := a.Jobs.Start(ctx); err != nil {
		return err
	}
	failed := make(chan error, 2)
	go func() { failed <- server.Serve(listener) }()
	stopMetrics, err := a.serveMetrics(failed)
	if err != nil {
		return err
	}
	defer stopMetrics()
	if a.Mail.Ready() != nil {
		a.log.Warn("no mail server is set (ENVAGIN_SMTP_URL, ENVAGIN_MAIL_FROM): nobody can be invited or choose a new password by mail")
	}
	a.greet(out)
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	err = server.Shutdown(drain)
	a.Jobs.Stop(drain)
	return err
}

func (a *App) greet(out io.Writer) {
	_, _ = fmt.Fprintf(out, "\n  En väg in: %s\n", a.Config.BaseURL)
	if a.Config.SPA == "" {
		_, _ = fmt.Fprintf(out, "  API only: %s%s/openapi.json\n", a.Config.BaseURL, httpx.Prefix)
	}
	if a.Config.Demo {
		a.greetDemo(out)
	}
	_, _ = fmt.Fprintln(out)
}

// Close ends the jobs and the database. Call it once, after Run.
func (a *App) Close() {
	ctx, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	a.Jobs.Stop(ctx) // they run still when the server failed
	_ = a.DB.Close()
}

// Migrate brings the database to this version's schema and ends.
func Migrate(ctx context.Context, c Config, log *slog.Logger) error {
	db, err := database.Open(ctx, c.Database, database.Options{Log: log})
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	return db.Migrate(ctx)
}
