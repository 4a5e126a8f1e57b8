package httpx

import "envagin/api/platform/erasure"

// Retention is how long the answers to requests with an Idempotency-Key are kept:
// a client that has not asked again within a day will not.
func Retention() []erasure.Rule {
	return []erasure.Rule{erasure.Rule{
		Key: "idempotency-keys", Sv: "Svar på begäranden som kan skickas om", En: "Answers to requests that may be sent again",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 2, Min: 1, Max: 30,
	}.Deletes("idempotency_keys", "user_id, key", "created_at < @before")}
}
