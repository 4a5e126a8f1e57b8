package council

// Family is the revision that every change of a seat or a mandate raises.
const Family = "council"

// What traces and tombstones call them.
const (
	seatType   = "councilSeat"
	memberType = "councilMember"
)
