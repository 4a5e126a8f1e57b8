package accounts

import (
	"strings"
	"testing"
)

func TestRefusedPasswords(t *testing.T) {
	a := account(func(a *Account) { a.Email, a.Name = "anna.andersson@region.example", "Anna Börjesdotter" })
	around := append(a.around(), "Umeå", "kommun")
	for name, c := range map[string]struct{ password, want string }{
		"accepts four words":                           {"fyra ord hör ihop", ""},
		"accepts words, spaces and signs of any sort":  {"ö3 🌲 ünd so weiter", ""},
		"asks for no digits, signs or upper case":      {"betongkyrkogård", ""},
		"accepts twelve letters of any alphabet":       {"щдтукпамэорв", ""},
		"accepts twelve digits in no order":            {"839201746552", ""},
		"refuses eleven characters":                    {"åkfgleppmxz", "tooShort"},
		"counts letters and not how they are composed": {"o\u0308o\u0308o\u0308a\u030akfgle", "tooShort"},
		"counts characters and not bytes":              {strings.Repeat("å🌲", 5), "tooShort"},
		"accepts two hundred":                          {"fyra ord hör ihop " + strings.Repeat("och sen mer", 16) + "slutet", ""},
		"refuses more":                                 {strings.Repeat("ordet ", 34), "tooLong"},
		"refuses a common one that is long enough":     {"1qaz2wsx3edc", "common"},
		"refuses it in whatever case":                  {"UNBELIEVABLE", "common"},
		"refuses a short common one with digits":       {"password1234", "common"},
		"and with a year":                              {"Dragon!!2026", "common"},
		"and on both sides":                            {"2026monkey!!", "common"},
		"and with signs for letters":                   {"p@ssw0rd!!!!", "common"},
		"and twice":                                    {"monkey monkey", "repeated"},
		"and twice with something between":             {"monkey-7-monkey", "common"},
		"refuses a Swedish one":                        {"sommaren2026", "common"},
		"refuses one letter":                           {"aaaaaaaaaaaaaa", "repeated"},
		"refuses a few letters again and again":        {"abx7abx7abx7", "repeated"},
		"refuses a short word again and again":         {"katten katten katten", "repeated"},
		"refuses digits in order":                      {"123456789012", "sequence"},
		"refuses letters in order, backwards":          {"lkjihgfedcba", "sequence"},
		"refuses keys in order":                        {"qwertyuiopå1", "sequence"},
		"refuses the address, in whatever case":        {"Anna.Andersson@Region.example", "context"},
		"refuses the name":                             {"AnnaBörjesdotter", "context"},
		"refuses the name without its dots":            {"borjesdotter2026", "context"},
		"refuses the service":                          {"En väg in 2026!", "context"},
		"refuses the municipality with a common word":  {"umeåsommarkommun", "context"},
		"accepts the name in something long":           {"Anna tycker om svampar", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, detail := "", ""
			if why := refuse(c.password, around); why != nil {
				got, detail = why.code, why.detail
			}
			if got != c.want {
				t.Errorf("%q: got %q, want %q", c.password, got, c.want)
			}
			if got != "" && !strings.HasSuffix(detail, ".") {
				t.Errorf("%q does not say what to do", detail)
			}
		})
	}
}

func TestTheListOfCommonPasswordsIsWhole(t *testing.T) {
	if n := len(common()); n < 35_000 {
		t.Errorf("%d entries", n)
	}
	for _, stem := range []string{"password", "qwerty", "letmein", "1qaz2wsx3edc", "lösenord"} {
		if _, ok := common()[stem]; !ok {
			t.Errorf("%s is not in it", stem)
		}
	}
}
