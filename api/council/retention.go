package council

import "envagin/api/platform/erasure"

// Retention is how long this room keeps what it keeps. Seats and mandates stay:
// they are what the municipality decided, and are read years later; a person who
// is erased leaves a mandate without a name.
func Retention() []erasure.Rule {
	return []erasure.Rule{erasure.Rule{
		Key: "council-reminders", Sv: "Uppgift om vem som har påmints om en tom plats i samverkansrådet", En: "Who was reminded of an empty seat of the council",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 400, Min: 120, Max: 3650,
	}.Deletes("council_reminders", "id", "created_at < @before")}
}
