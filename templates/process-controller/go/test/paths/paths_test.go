// Package paths holds the workflow against every path of the drawing.
package paths

import (
	"slices"
	"strings"
	"testing"

	"service/test/support"
)

func TestEveryPathOfTheDrawing(t *testing.T) {
	process, paths := support.ReadPaths(t)
	cases := support.ReadCases(t)
	for _, path := range paths {
		t.Run(path.Name, func(t *testing.T) {
			found, ok := cases[path.Name]
			if !ok {
				t.Fatalf("test/cases.yaml has no case for this path: add one under %q", path.Name)
			}
			entered := play(t, process, path, found)
			for _, problem := range differences(path, entered) {
				t.Error(problem)
			}
			if t.Failed() {
				t.Logf("drawn:   %s", strings.Join(path.Elements, " "))
				t.Logf("entered: %s", strings.Join(entered, " "))
			}
		})
	}
}

func TestEveryCaseHasAPath(t *testing.T) {
	_, paths := support.ReadPaths(t)
	for name := range support.ReadCases(t) {
		if !slices.ContainsFunc(paths, func(path support.Path) bool { return path.Name == name }) {
			t.Errorf("the drawing has no path %q any more: take its case out of test/cases.yaml", name)
		}
	}
}
