package httpx

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// Config is what the server needs to know.
type Config struct {
	DB      *database.DB
	Clock   *day.Clock
	BaseURL string // scheme and host under which everyone reaches us, e.g. https://envagin.umea.se
	Verify  auth.Verifier
	Log     *slog.Logger
	// Deprecated are the operations that are to go.
	Deprecated []Deprecation
	// TrustProxy takes the client's address from X-Forwarded-For; only behind our own proxy.
	TrustProxy bool
}

// requestLimit is the most time a request may take in all; each database
// transaction has a tighter limit of its own.
const requestLimit = 15 * time.Second

// NewServer makes Echo with our defaults, and the API on which rooms mount.
func NewServer(c Config) (*echo.Echo, *API) {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.Logger.SetOutput(discard{})
	e.HTTPErrorHandler = answerError(c.Log)
	// Echo would believe X-Forwarded-For from anyone.
	e.IPExtractor = echo.ExtractIPDirect()
	if c.TrustProxy {
		e.IPExtractor = echo.ExtractIPFromXFFHeader()
	}
	api := newAPI(e, c)
	e.Use(trace(c.Log, api.anonymous), recoverPanics, securityHeaders(strings.HasPrefix(c.BaseURL, "https:")), limitTime,
		authenticate(c.Verify, newLimiter(c.Clock), api.anonymous))
	return e, api
}

// Listen is an http.Server with time-outs; Echo's own has none.
func Listen(addr string, h http.Handler) *http.Server {
	return &http.Server{
		Addr: addr, Handler: h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       120 * time.Second,
		MaxHeaderBytes:    32 << 10,
	}
}

// discard silences Echo's own logger: it would print what our log must not hold.
type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }

func limitTime(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		ctx, cancel := context.WithTimeout(c.Request().Context(), requestLimit)
		defer cancel()
		c.SetRequest(c.Request().WithContext(ctx))
		return next(c)
	}
}

func recoverPanics(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			if r := recover(); r != nil {
				if r == http.ErrAbortHandler {
					panic(r)
				}
				err = problem.Internal(fmt.Errorf("panic: %v\n%s", r, stack()))
			}
		}()
		return next(c)
	}
}

// answerError is the one place where a failure becomes an answer.
func answerError(log *slog.Logger) echo.HTTPErrorHandler {
	return func(err error, c echo.Context) {
		if c.Response().Committed {
			return
		}
		p := *asProblem(err)
		if p.Code == "forbidden" && User(c).Withheld { // what is missing is not the right
			p = *problem.Denied("secondFactorNeeded", "Your role must have a second step of sign-in, and you have none. Add an app or a passkey to your account, and it is in force.")
		}
		p.Instance = c.Request().URL.Path
		p.RequestID = audit.RequestID(c.Request().Context())
		h := c.Response().Header()
		h.Set("Cache-Control", "no-store")
		h.Set(echo.HeaderContentType, "application/problem+json")
		h.Del("ETag")
		if p.RetryAfter > 0 {
			h.Set("Retry-After", fmt.Sprint(p.RetryAfter))
		}
		if p.Status == http.StatusUnauthorized {
			h.Set("WWW-Authenticate", `Bearer realm="envagin"`)
		}
		if p.Status >= 500 {
			log.Error("request failed", "requestId", p.RequestID, "route", c.Path(), "error", err.Error())
		}
		if c.Request().Method == http.MethodHead {
			_ = c.NoContent(p.Status)
			return
		}
		c.Response().WriteHeader(p.Status)
		_ = c.Echo().JSONSerializer.Serialize(c, &p, "")
	}
}

func asProblem(err error) *problem.Problem {
	if p := problem.As(err); p != nil {
		return p
	}
	var he *echo.HTTPError
	switch {
	case errors.Is(err, database.ErrUnavailable), errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return problem.Unavailable(err)
	case errors.Is(err, database.ErrInvalidText):
		return problem.BadRequest("invalidCharacter", "A text holds a character that cannot be stored.")
	case errors.Is(err, gorm.ErrDuplicatedKey), errors.Is(err, gorm.ErrForeignKeyViolated):
		// The service looked first; another transaction came between.
		return problem.Conflict("changedMeanwhile", "Somebody else wrote at the same moment; read again and try again.")
	case errors.As(err, &he) && he.Code == http.StatusNotFound:
		return problem.NotFound("resource")
	case errors.As(err, &he) && he.Code == http.StatusMethodNotAllowed:
		return problem.MethodNotAllowed()
	case errors.As(err, &he) && he.Code < 500:
		return problem.BadRequest("badRequest", http.StatusText(he.Code))
	default:
		return problem.Internal(err)
	}
}
