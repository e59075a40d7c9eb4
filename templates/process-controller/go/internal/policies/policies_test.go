package policies

import (
	"regexp"
	"testing"
	"time"

	"service/internal/bpmn"
	"service/internal/process"
)

type nothing struct{}

var ofTest = []bpmn.Process{{Jobs: []bpmn.AnyJob{
	bpmn.Job[nothing, nothing]{Type: "charge-card"},
	bpmn.Job[nothing, nothing]{Type: "send-mail", Attempts: 7},
}}}

const usual = "usual: { startToCloseTimeout: 1 second, local: true, retry: { backoffCoefficient: 2 } }\n"

func TestEveryJobOfTheDrawingHasAPolicy(t *testing.T) {
	policies, err := Read("../../policies.yaml", process.All)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range process.All {
		for _, job := range one.Jobs {
			if policy, ok := policies[job.JobType()]; !ok || policy.RetryPolicy.MaximumAttempts < 1 {
				t.Errorf("%s: unexpected policy %+v", job.JobType(), policy)
			}
		}
	}
}

func TestWhatIsSaidOfAJobGoesBeforeWhatIsUsual(t *testing.T) {
	policies, err := parse([]byte(usual+`jobs:
  charge-card: { startToCloseTimeout: 1.5 minutes, local: false, retry: { maximumAttempts: 1 } }
`), ofTest)
	if err != nil {
		t.Fatal(err)
	}
	own, other := policies["charge-card"], policies["send-mail"]
	if own.StartToCloseTimeout != 90*time.Second || own.Local || own.RetryPolicy.MaximumAttempts != 1 ||
		own.RetryPolicy.BackoffCoefficient != 2 {
		t.Errorf("unexpected policy %+v", own)
	}
	if other.StartToCloseTimeout != time.Second || !other.Local || other.RetryPolicy.MaximumAttempts != 7 {
		t.Errorf("unexpected policy %+v", other)
	}
}

func TestPoliciesAreRefusedWhereTheyAreWrong(t *testing.T) {
	for text, problem := range map[string]string{
		"":                                    `EOF`,
		"usual: {}":                           `usual: needs startToCloseTimeout`,
		"other: 1":                            `line 1: field other`,
		usual + "jobs: 1":                     `line 2`,
		"usual:\n  startToCloseTimeout: soon": `line 2: "soon" has to be like "30 seconds"`,
		usual + "jobs:\n  send-mail: { retries: 3 }":                         `line 3: field retries`,
		usual + "jobs:\n  send-mail: { retry: { maximumAttempts: 0 } }":      `line 3: maximumAttempts`,
		usual + "jobs:\n  send-mail: { retry: { backoffCoefficient: 0.5 } }": `line 3: backoffCoefficient`,
		usual + "jobs:\n  send-mail: { startToCloseTimeout: 2 seconds }":     `jobs.send-mail.local: needs a startToCloseTimeout under 2`,
		usual + "jobs:\n  send-mail: { taskQueue: other }":                   `jobs.send-mail.local: .* no taskQueue`,
		usual + "jobs:\n  sing: { startToCloseTimeout: 1 minute }":           `line 3: jobs.sing: no job`,
		usual + "jobs:\n  send-mail: { retry: { maximumAttempts: plenty } }": `line 3: maximumAttempts`,
	} {
		_, err := parse([]byte(text), ofTest)
		if err == nil || !regexp.MustCompile(problem).MatchString(err.Error()) {
			t.Errorf("%q: unexpected error %v", text, err)
		}
	}
}
