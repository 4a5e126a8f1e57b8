package federation

import "envagin/api/platform/erasure"

// Retention is how long sign-ins from which nobody came back are kept. Who people
// are elsewhere goes with their account.
func Retention() []erasure.Rule {
	return []erasure.Rule{erasure.Rule{
		Key: "federated-sign-ins", Sv: "Påbörjade inloggningar genom organisationens system", En: "Sign-ins through the organisation's system that were begun",
		BasisSv: erasure.PersonalSv, BasisEn: erasure.PersonalEn, Days: 1, Min: 1, Max: 30,
	}.Deletes("federated_sign_ins", "id", "expires_at < @before")}
}
