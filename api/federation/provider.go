package federation

import (
	"context"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// How the provider is asked.
const (
	askTime  = 5 * time.Second
	askBytes = 512 << 10
	// asked is how long its addresses are taken as known; failed how long it is
	// left alone after it did not answer.
	asked  = 12 * time.Hour
	failed = 3 * time.Second
)

// provider asks the organisation's sign-in, when it is first needed.
type provider struct {
	config Config
	now    func() time.Time
	client *http.Client

	mu    sync.Mutex
	known *oidc.Provider
	at    time.Time
	err   error
}

func newProvider(c Config, now func() time.Time) *provider {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.Proxy = nil // nothing else sees what is asked
	transport.ResponseHeaderTimeout = askTime
	return &provider{config: c, now: now, client: &http.Client{
		Transport: careful{transport}, Timeout: askTime,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// careful sends nothing in the clear, and reads no more than an answer needs.
type careful struct{ next http.RoundTripper }

var errClear = errors.New("federation: the provider gave an address that is not https")

// RoundTrip carries out one request.
func (c careful) RoundTrip(r *http.Request) (*http.Response, error) {
	if !fetchable(r.URL) {
		return nil, errClear
	}
	res, err := c.next.RoundTrip(r)
	if err == nil {
		res.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(res.Body, askBytes), res.Body}
	}
	return res, err
}

// errDown says that the provider does not answer as it should.
type errDown struct{ cause error }

func (e errDown) Error() string {
	return "federation: the provider does not answer: " + e.cause.Error()
}
func (e errDown) Unwrap() error { return e.cause }

// with lets go-oidc and oauth2 ask by our client; what one person's request
// learns is kept for others, so it must not end with it.
func (p *provider) with(ctx context.Context) context.Context {
	return oidc.ClientContext(context.WithoutCancel(ctx), p.client)
}

// find asks for the provider's addresses, or gives those that are known. An
// answer that is old is good enough when a new one is not to be had.
func (p *provider) find(ctx context.Context) (*oidc.Provider, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	since := p.now().Sub(p.at)
	if p.known != nil && since < asked {
		return p.known, nil
	}
	if p.err != nil && since < failed {
		return nil, p.err
	}
	found, err := oidc.NewProvider(p.with(ctx), p.config.Issuer)
	if err != nil { // once more: a connection that was lost is no provider that is down
		found, err = oidc.NewProvider(p.with(ctx), p.config.Issuer)
	}
	p.at, p.err = p.now(), nil
	if err != nil && p.known == nil {
		p.err = errDown{err}
		return nil, p.err
	}
	if err == nil {
		p.known = found
	}
	return p.known, nil
}

func (p *provider) oauth(found *oidc.Provider) oauth2.Config {
	return oauth2.Config{ClientID: p.config.ClientID, ClientSecret: p.config.ClientSecret, Endpoint: found.Endpoint(),
		RedirectURL: p.config.BaseURL + callbackURL, Scopes: p.config.Scopes}
}

// callbackURL is where the provider sends people back to; it must know the address.
const callbackURL = "/api/v1/federated-sign-ins/callback"

// address is where a browser is sent.
func (p *provider) address(ctx context.Context, state, nonce, verifier string) (string, error) {
	found, err := p.find(ctx)
	if err != nil {
		return "", err
	}
	config := p.oauth(found)
	return config.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.S256ChallengeOption(verifier)), nil
}

// person exchanges the code and checks what comes for it.
func (p *provider) person(ctx context.Context, code, nonce, verifier string) (Person, error) {
	found, err := p.find(ctx)
	if err != nil {
		return Person{}, err
	}
	ctx = p.with(ctx)
	config := p.oauth(found)
	token, err := config.Exchange(ctx, code, oauth2.VerifierOption(verifier))
	if err != nil {
		var said *oauth2.RetrieveError
		if errors.As(err, &said) && said.Response.StatusCode < 500 {
			return Person{}, errToken
		}
		return Person{}, errDown{errors.New("no answer to a code")} // its text may hold what was sent
	}
	raw, _ := token.Extra("id_token").(string)
	verifierOf := found.VerifierContext(ctx, &oidc.Config{ClientID: p.config.ClientID, Now: func() time.Time { return p.now().Add(-skew) }})
	checked, err := verifierOf.Verify(ctx, raw)
	if err != nil || checked.Nonce != nonce || checked.Subject == "" {
		return Person{}, errToken
	}
	var c claims
	if err := checked.Claims(&c); err != nil {
		return Person{}, errToken
	}
	if err := c.check(p.config.ClientID, p.now()); err != nil {
		return Person{}, err
	}
	var said rawClaims
	if err := checked.Claims(&said); err != nil {
		return Person{}, errToken
	}
	groups, ok := groupsIn(said, p.config.GroupsClaim)
	if !ok || c.Email == "" {
		if groups, err = p.more(ctx, found, token, checked.Subject, &c, groups, ok); err != nil {
			return Person{}, err
		}
	}
	return c.person(checked.Issuer, checked.Subject, groups), nil
}

// rawClaims are the claims as they were sent.
type rawClaims []byte

// UnmarshalJSON keeps them.
func (r *rawClaims) UnmarshalJSON(b []byte) error {
	*r = append((*r)[:0], b...)
	return nil
}

// more asks for what the token does not tell, where the provider answers that.
func (p *provider) more(ctx context.Context, found *oidc.Provider, token *oauth2.Token, subject string, c *claims, groups []string, ok bool) ([]string, error) {
	if _, overage := c.Elsewhere[p.config.GroupsClaim]; overage && !ok {
		return nil, errGroups
	}
	if found.UserInfoEndpoint() == "" {
		return groups, nil
	}
	info, err := found.UserInfo(ctx, oauth2.StaticTokenSource(token))
	if err != nil {
		return nil, errDown{errors.New("no answer about the person")}
	}
	if info.Subject != subject { // OpenID Connect Core 5.3.2
		return nil, errToken
	}
	var said rawClaims
	var further claims
	if info.Claims(&said) != nil || info.Claims(&further) != nil {
		return nil, errToken
	}
	if c.Email == "" {
		c.Email, c.EmailVerified = further.Email, further.EmailVerified
	}
	if c.Name == "" {
		c.Name = further.Name
	}
	if c.Locale == "" {
		c.Locale = further.Locale
	}
	if !ok {
		groups, _ = groupsIn(said, p.config.GroupsClaim)
	}
	return groups, nil
}

// errGroups says that the person is in more groups than fit into a token.
var errGroups = errors.New("federation: the groups do not fit into the token")
