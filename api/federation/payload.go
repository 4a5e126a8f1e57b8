package federation

// Input begins a sign-in through the organisation's system.
type Input struct {
	// ReturnTo is the page to come back to: a path of this site.
	ReturnTo string `json:"returnTo" example:"/aktiviteter"`
} // @name FederatedSignInInput

// View is where to send the browser.
type View struct {
	// AuthorizationURL is the provider's sign-in page; it is good for ten minutes, in this browser.
	AuthorizationURL string `json:"authorizationUrl" example:"https://login.example.org/authorize?client_id=envagin&code_challenge=x&state=y"`
	// ExpiresIn is how many seconds there are to come back.
	ExpiresIn int `json:"expiresIn" example:"600"`
} // @name FederatedSignIn
