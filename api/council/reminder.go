package council

// letterKind is the letter about a seat that is or will be empty; its id is the reminder's.
const letterKind = "councilSeat"
