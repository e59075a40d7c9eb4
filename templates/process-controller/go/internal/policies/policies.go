// Package policies reads policies.yaml: how jobs are done.
package policies

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"go.yaml.in/yaml/v3"

	"service/internal/bpmn"
)

// file is the whole of policies.yaml. What is said of a job goes before what is
// usual; its keys are read twice, so that those that it leaves out stay as usual.
type file struct {
	Usual yaml.Node            `yaml:"usual"`
	Jobs  map[string]yaml.Node `yaml:"jobs"`
}

// Read takes the policies of all jobs of the processes from a file.
func Read(path string, processes []bpmn.Process) (bpmn.Policies, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	policies, err := parse(text, processes)
	if err != nil {
		return nil, fmt.Errorf("policies.yaml is wrong: %w", err)
	}
	return policies, nil
}

func parse(text []byte, processes []bpmn.Process) (bpmn.Policies, error) {
	if err := refuseUnknownKeys(text); err != nil {
		return nil, err
	}
	var said file
	if err := yaml.Unmarshal(text, &said); err != nil {
		return nil, err
	}
	policies := bpmn.Policies{}
	for _, process := range processes {
		for _, job := range process.Jobs {
			policy, err := said.policyOf(job)
			if err != nil {
				return nil, err
			}
			policies[job.JobType()] = policy
		}
	}
	for jobType, node := range said.Jobs {
		if _, ok := policies[jobType]; !ok {
			return nil, fmt.Errorf("line %d: jobs.%s: no job of this type is done here", node.Line, jobType)
		}
	}
	return policies, nil
}

// keys are those that policies.yaml may have.
type keys struct {
	Usual policy            `yaml:"usual"`
	Jobs  map[string]policy `yaml:"jobs"`
}

// refuseUnknownKeys names each with its line.
func refuseUnknownKeys(text []byte) error {
	var known keys
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	decoder.KnownFields(true)
	return decoder.Decode(&known)
}

func (f file) policyOf(job bpmn.AnyJob) (bpmn.Policy, error) {
	said := policy{Retry: retry{MaximumAttempts: attempts(job.MostAttempts())}}
	if f.Usual.Kind != 0 {
		if err := f.Usual.Decode(&said); err != nil {
			return bpmn.Policy{}, err
		}
	}
	if said.StartToClose == 0 && said.ScheduleToClose == 0 {
		return bpmn.Policy{}, errors.New("usual: needs startToCloseTimeout or scheduleToCloseTimeout")
	}
	if own, ok := f.Jobs[job.JobType()]; ok {
		if err := own.Decode(&said); err != nil {
			return bpmn.Policy{}, err
		}
	}
	if said.Local && !said.mayBeLocal() {
		return bpmn.Policy{}, fmt.Errorf(
			"jobs.%s.local: needs a startToCloseTimeout under 2 seconds, and no taskQueue", job.JobType())
	}
	return said.toPolicy(), nil
}
