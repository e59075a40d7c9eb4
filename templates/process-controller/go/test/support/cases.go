package support

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"service/internal/bpmn"
	"service/internal/process"
)

// Root is the folder of the service, from where the tests run.
const Root = "../.."

// Path is a way through the drawing, as `make generate` lists it.
type Path struct {
	Name string `json:"name"`
	// Elements are all nodes that are entered, a boundary event after its activity.
	Elements []string `json:"elements"`
	// Precedes says which of them is entered before which.
	Precedes [][2]string `json:"precedes"`
}

// Leaves says whether the path leaves an element by a boundary event, which the
// path is named by: then nobody answers there.
func (p Path) Leaves(id string) bool {
	decided := strings.Split(p.Name, "+")
	return slices.ContainsFunc(p.Precedes, func(pair [2]string) bool {
		return pair[0] == id && slices.Contains(decided, pair[1])
	})
}

// ElementOf is the element of an activity, whose id has a number from the second
// entry on.
func ElementOf(activityID string) string {
	id, _, _ := strings.Cut(activityID, ":")
	return id
}

// Case is what people, jobs and messages do on a path.
type Case struct {
	Variables bpmn.Variables            `yaml:"variables"`
	Answers   map[string]bpmn.Variables `yaml:"answers"`
}

// ReadPaths returns the paths of the drawing, and the process that they are of.
func ReadPaths(t *testing.T) (bpmn.Process, []Path) {
	t.Helper()
	var drawing struct {
		ProcessID string `json:"processId"`
		Paths     []Path `json:"paths"`
	}
	if err := json.Unmarshal(readFile(t, "test", "paths.gen.json"), &drawing); err != nil {
		t.Fatal(err)
	}
	for _, one := range process.All {
		if one.ID == drawing.ProcessID {
			return one, drawing.Paths
		}
	}
	t.Fatalf("the drawing has the process %s, and there is no workflow of it", drawing.ProcessID)
	return bpmn.Process{}, nil
}

// ReadCases returns the cases of test/cases.yaml, by the name of their path.
func ReadCases(t *testing.T) map[string]Case {
	t.Helper()
	cases := map[string]Case{}
	if err := yaml.Unmarshal(readFile(t, "test", "cases.yaml"), &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func readFile(t *testing.T, path ...string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(append([]string{Root}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	return text
}
