package accounts

// PendingView is the answer to a right password where a second step is needed.
type PendingView struct {
	// Token names this sign-in in the second step; it is good for a few tries.
	Token string `json:"token" example:"pJx0V7J1bq5c8mH0g2i3yQeQmB4s9uZr1tKkXo7wLdE"`
	// Methods are what the person may use: totp, recoveryCode, passkey.
	Methods []string `json:"methods" example:"totp,recoveryCode"`
	// ExpiresIn is how many seconds the token lives.
	ExpiresIn int `json:"expiresIn" example:"300"`
} // @name SecondStep
