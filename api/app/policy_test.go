package app_test

import (
	"go/ast"
	"go/token"
	"strings"
	"testing"

	"envagin/api/platform/auth"
	"envagin/api/testkit"
)

// A rule that nothing asks about promises what the product does not do.
func TestEveryActionOfThePolicyIsAskedAbout(t *testing.T) {
	t.Parallel()
	names, asked := map[string]string{}, map[string]bool{} // the constants by their values, and those in use
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if kind, ok := n.Type.(*ast.Ident); ok && kind.Name == "Action" && s.path == "platform/auth/policy.go" {
					for i, name := range n.Names {
						if lit, ok := n.Values[i].(*ast.BasicLit); ok && lit.Kind == token.STRING {
							names[strings.Trim(lit.Value, `"`)] = name.Name
						}
					}
				}
			case *ast.SelectorExpr:
				if pkg, ok := n.X.(*ast.Ident); ok && pkg.Name == "auth" && s.pkg != "app" && !strings.HasPrefix(s.pkg, "openapi") {
					asked[n.Sel.Name] = true
				}
			}
			return true
		})
	}
	for _, rule := range auth.Policy {
		if name := names[string(rule.Action)]; name == "" || !asked[name] {
			t.Errorf("%s (%s): no room asks about it", rule.Action, name)
		}
	}
	if len(names) != len(auth.Policy) {
		t.Errorf("%d actions, %d rules", len(names), len(auth.Policy))
	}
}

func TestTheRulesOfAccessAreThePolicy(t *testing.T) {
	t.Parallel()
	a := testkit.StartEmpty(t, "sqlite")

	var got struct {
		Roles []struct {
			Role         auth.RoleName
			Sv, En       string
			HoldsForBody bool
		}
		Reaches []struct{ Reach, Sv, En string }
		Rules   []struct {
			Action, Sv, En, Scope string
			EverySignedIn         bool
			Grants                []struct {
				Role  auth.RoleName
				Reach auth.Reach
			}
		}
		Scopes []struct{ Scope, Sv, En string }
	}
	answer := a.Get("/access-rules").Want(200)
	answer.Into(&got)

	if len(got.Rules) != len(auth.Policy) || len(got.Scopes) != len(auth.Scopes) || len(got.Roles) != len(auth.RoleNames)+1 || len(got.Reaches) != 3 {
		t.Fatalf("%s", answer.Body)
	}
	for i, rule := range auth.Policy {
		r := got.Rules[i]
		if r.Action != string(rule.Action) || r.Sv != rule.Sv || r.En != rule.En || r.Scope != rule.Scope || r.EverySignedIn != rule.Signed || len(r.Grants) != len(rule.Grants) {
			t.Errorf("%+v, wanted %+v", r, rule)
		}
	}
	for _, role := range got.Roles {
		if role.Sv == "" || role.En == "" || role.HoldsForBody != role.Role.NeedsBody() {
			t.Errorf("%+v", role)
		}
	}
	a.Get("/access-rules?x=1").WantProblem(400, "invalidParameter", "x")
	if again := a.Get("/access-rules", testkit.Header("If-None-Match", answer.ETag())); again.Status != 304 {
		t.Error(again.Status)
	}
}
