package factors

import "envagin/api/platform/erasure"

// Retention is how long the challenges for passkeys that nobody answered are
// kept. The second steps themselves go with the account.
func Retention() []erasure.Rule {
	return []erasure.Rule{erasure.Rule{
		Key: "passkey-challenges", Sv: "Påbörjade inloggningar med inloggningsnyckel", En: "Sign-ins by passkey that were begun",
		BasisSv: erasure.PersonalSv, BasisEn: erasure.PersonalEn, Days: 1, Min: 1, Max: 30,
	}.Deletes("passkey_challenges", "id", "expires_at < @before")}
}
