package app

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"runtime/debug"
	"strconv"
	"strings"

	"envagin/api/federation"
	"envagin/api/platform/auth"
	"envagin/api/platform/mail"
)

// Config is what the environment says. Every field has a default that is right
// on a developer's machine; what production must say is refused when missing.
type Config struct {
	// Addr is where to listen (ENVAGIN_ADDR).
	Addr string
	// Database is a file or a postgres:// URL (ENVAGIN_DATABASE).
	Database string
	// SPA is the folder of the built frontend; "" serves the API only (ENVAGIN_SPA).
	SPA string
	// BaseURL is how everyone reaches us (ENVAGIN_BASE_URL).
	BaseURL string
	// DemoPassword is that of the demo accounts; random when unset (ENVAGIN_DEMO_PASSWORD).
	DemoPassword string
	// MetricsAddr serves /metrics on a listener of its own; off when unset (ENVAGIN_METRICS_ADDR).
	MetricsAddr string
	// Chromium is the program that prints PDF documents; without one there are none (ENVAGIN_CHROMIUM).
	Chromium string
	// SigningKey is the seed of the access tokens' key; kept in the database when unset (ENVAGIN_SIGNING_KEY).
	SigningKey string
	// SMTPURL is the mail server, smtp(s)://user:password@host:port (ENVAGIN_SMTP_URL).
	SMTPURL string
	// MailFrom is the sender of our letters (ENVAGIN_MAIL_FROM).
	MailFrom string
	// RequireSecondFactor are the roles that must have a second step of sign-in (ENVAGIN_REQUIRE_SECOND_FACTOR).
	RequireSecondFactor []auth.RoleName
	// LocalSignInOff turns passwords off, where people sign in through another system (ENVAGIN_LOCAL_SIGN_IN=false).
	LocalSignInOff bool
	// OIDC is the organisation's sign-in (ENVAGIN_OIDC_ISSUER and those beside it).
	OIDC federation.Config
	// TrustProxy believes X-Forwarded-For; only behind a proxy of one's own (ENVAGIN_TRUST_PROXY).
	TrustProxy bool
	// MunicipalityName and the like are shown on every page (ENVAGIN_MUNICIPALITY …).
	Municipality Municipality
	// Demo loads Umeå's plan and makes the demo accounts.
	Demo bool
	// ReadOnly opens the database beside a running server.
	ReadOnly bool
	// KeepMail keeps letters in the database instead of sending them; --demo does, and tests.
	KeepMail bool
	// CheapPasswords makes hashing fast and weak; only tests set it.
	CheapPasswords bool
}

// Municipality is who publishes the plan.
type Municipality struct {
	// Name in Swedish.
	Name string `json:"name" example:"Umeå kommun"`
	// NameEn is the name in English.
	NameEn string `json:"nameEn" example:"Municipality of Umeå"`
	// Website is the municipality's own.
	Website string `json:"website" example:"https://www.umea.se"`
} // @name Municipality

// FromEnvironment reads the settings.
func FromEnvironment(env func(string) string) (Config, error) {
	or := func(name, fallback string) string {
		if v := env(name); v != "" {
			return v
		}
		return fallback
	}
	c := Config{
		Addr:         or("ENVAGIN_ADDR", "127.0.0.1:8080"),
		Database:     or("ENVAGIN_DATABASE", "data/envagin.db"),
		BaseURL:      strings.TrimRight(or("ENVAGIN_BASE_URL", "http://localhost:8080"), "/"),
		DemoPassword: env("ENVAGIN_DEMO_PASSWORD"),
		MetricsAddr:  env("ENVAGIN_METRICS_ADDR"),
		Chromium:     env("ENVAGIN_CHROMIUM"),
		SigningKey:   env("ENVAGIN_SIGNING_KEY"),
		SMTPURL:      env("ENVAGIN_SMTP_URL"),
		MailFrom:     env("ENVAGIN_MAIL_FROM"),
		Municipality: Municipality{
			Name:    or("ENVAGIN_MUNICIPALITY", "Umeå kommun"),
			NameEn:  or("ENVAGIN_MUNICIPALITY_EN", "Municipality of Umeå"),
			Website: or("ENVAGIN_MUNICIPALITY_WEBSITE", "https://www.umea.se"),
		},
	}
	base, err := url.Parse(c.BaseURL)
	if err != nil || base.Host == "" || base.Path != "" || (base.Scheme != "http" && base.Scheme != "https") {
		return c, fmt.Errorf("ENVAGIN_BASE_URL must be a scheme and a host, such as https://envagin.example.se, not %q", c.BaseURL)
	}
	if c.SMTPURL != "" {
		if _, err := mail.ParseServer(c.SMTPURL, c.MailFrom); err != nil {
			return c, err
		}
	}
	if text := env("ENVAGIN_TRUST_PROXY"); text != "" {
		if c.TrustProxy, err = strconv.ParseBool(text); err != nil {
			return c, fmt.Errorf("ENVAGIN_TRUST_PROXY must be true or false, not %q", text)
		}
	}
	if c.RequireSecondFactor, err = rolesOf("ENVAGIN_REQUIRE_SECOND_FACTOR", env("ENVAGIN_REQUIRE_SECOND_FACTOR")); err != nil {
		return c, err
	}
	if text := env("ENVAGIN_LOCAL_SIGN_IN"); text != "" {
		on, err := strconv.ParseBool(text)
		if err != nil {
			return c, fmt.Errorf("ENVAGIN_LOCAL_SIGN_IN must be true or false, not %q", text)
		}
		c.LocalSignInOff = !on
	}
	if c.OIDC, err = oidcFrom(env, c.BaseURL); err != nil {
		return c, err
	}
	if c.LocalSignInOff && c.OIDC.Issuer == "" {
		return c, errors.New("ENVAGIN_LOCAL_SIGN_IN=false leaves nobody a way in: set ENVAGIN_OIDC_ISSUER too")
	}
	c.SPA = defaultSPA()
	if v, set := os.LookupEnv("ENVAGIN_SPA"); set {
		c.SPA = v
	}
	return c, nil
}

func defaultSPA() string {
	const built = "frontend/dist"
	if info, err := os.Stat(built + "/index.html"); err == nil && !info.IsDir() {
		return built
	}
	return ""
}

// Secure tells whether we are reached by https, as in production.
func (c Config) Secure() bool { return strings.HasPrefix(c.BaseURL, "https:") }

// Release is the version of the API and of the product (semantic versioning;
// below 1.0 while the API is in beta).
const Release = "0.1.0"

// Released is the day of that version.
const Released = "2026-11-22"

// Version tells the release and the commit it was built from.
func Version() string {
	commit := "unknown commit"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				commit = s.Value[:min(12, len(s.Value))]
			}
		}
	}
	return "envagin " + Release + " (" + commit + ")"
}
