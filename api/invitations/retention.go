package invitations

import "envagin/api/platform/erasure"

// Retention is how long this room keeps what it keeps. How far groups had come stays with the round.
func Retention() []erasure.Rule {
	return []erasure.Rule{erasure.Rule{
		Key: "survey-letters", Sv: "Uppgift om vilka enheter som fick inbjudan eller påminnelse om kartläggningen, och när", En: "Which units were invited to or reminded of the mapping survey, and when",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 730, Min: 30, Max: 3650,
	}.Deletes("survey_letters", "id", "created_at < @before")}
}
