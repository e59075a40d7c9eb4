package paths

import (
	"fmt"
	"slices"
	"testing"

	"service/test/support"
)

// differences are those between a path as it is drawn and what an instance has
// entered: the same nodes as often, and in the order that the flows demand.
func differences(path support.Path, entered []string) []string {
	var problems []string
	left := slices.Clone(entered)
	for _, id := range path.Elements {
		at := slices.Index(left, id)
		if at < 0 {
			problems = append(problems, id+" was not entered")
			continue
		}
		left = slices.Delete(left, at, at+1)
	}
	for _, id := range left {
		problems = append(problems, id+" was entered, and is not on the path")
	}
	for _, pair := range path.Precedes {
		// a flow that leads back says nothing of the first entries
		if isBefore(pair, path.Elements) && isBefore([2]string{pair[1], pair[0]}, entered) {
			problems = append(problems, fmt.Sprintf("%s was entered before %s", pair[1], pair[0]))
		}
	}
	return problems
}

func isBefore(pair [2]string, entered []string) bool {
	first, second := slices.Index(entered, pair[0]), slices.Index(entered, pair[1])
	return first >= 0 && first < second
}

func TestDifferencesAreFound(t *testing.T) {
	path := support.Path{
		Elements: []string{"A", "B", "C", "B"},
		Precedes: [][2]string{{"A", "B"}, {"B", "C"}, {"C", "B"}},
	}
	for _, one := range []struct {
		entered []string
		want    []string
	}{
		{[]string{"A", "B", "C", "B"}, nil},
		{[]string{"A", "B", "C"}, []string{"B was not entered"}},
		{[]string{"B", "A", "C", "B"}, []string{"B was entered before A"}},
		{[]string{"A", "B", "C", "B", "D"}, []string{"D was entered, and is not on the path"}},
		{[]string{"C", "A", "B", "B"}, []string{"C was entered before B"}},
	} {
		if got := differences(path, one.entered); !slices.Equal(got, one.want) {
			t.Errorf("%v: got %q, want %q", one.entered, got, one.want)
		}
	}
}
