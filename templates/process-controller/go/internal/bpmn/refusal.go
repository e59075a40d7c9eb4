package bpmn

import (
	"cmp"
	"fmt"
	"strings"

	"go.temporal.io/sdk/temporal"
)

// Why an Update was refused: types of errors, which callers may tell apart.
const (
	// NotOpen is what is unknown or already done.
	NotOpen = "NotOpen"
	// Assigned is a task that somebody else has.
	Assigned = "Assigned"
	// Invalid is an argument that does not fit.
	Invalid = "Invalid"
)

// mostKeys is how many a refusal names.
const mostKeys = 20

func refusal(reason, format string, arguments ...any) error {
	return temporal.NewNonRetryableApplicationError(fmt.Sprintf(format, arguments...), reason, nil)
}

// find returns what is open under a key, or a refusal that says what is.
func find[T interface{ key() string }](open []T, what, key string) (found T, err error) {
	var keys []string
	for _, one := range open {
		if one.key() == key {
			return one, nil
		}
		keys = append(keys, one.key())
	}
	names := cmp.Or(strings.Join(keys[:min(len(keys), mostKeys)], ", "), "none")
	return found, refusal(NotOpen, "There is no open %s %q: it is unknown or already done. Open: %s", what, key, names)
}
