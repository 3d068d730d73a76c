package check

import "testing"

// A hash of digits alone, or of digits and one e, is a number to YAML.
func TestHashesAreWrittenAsText(t *testing.T) {
	for hash, want := range map[string]string{
		"840556473204": `"840556473204"`,
		"84055647e204": `"84055647e204"`,
		"8e0556473204": `"8e0556473204"`,
		"000000000000": `"000000000000"`,
		"3f2a9c01d4e5": "3f2a9c01d4e5",
		"e40556473204": "e40556473204",
	} {
		if got := quoted(hash); got != want {
			t.Errorf("%s is written %s, want %s", hash, got, want)
		}
	}
}
