package openapi

import (
	"strings"
	"testing"

	"envagin/api/platform/httpx"
)

func TestAnOperationThatIsToGoIsMarked(t *testing.T) {
	spec := sample(t)

	deprecate(spec, []httpx.Deprecation{{Method: "GET", Path: "/trees", Since: "2026-11-01", Until: "2027-11-01", Successor: "/forests"}})

	marked := 0
	for _, o := range Operations(spec) {
		if op := operationAt(spec, o); op["deprecated"] == true {
			marked++
			if said, _ := op["description"].(string); op["x-sunset"] != "2027-11-01" || !strings.HasSuffix(said, "Use /forests instead.") {
				t.Error(op["x-sunset"], said)
			}
		}
	}
	if marked != 1 {
		t.Errorf("%d are marked", marked)
	}
}
