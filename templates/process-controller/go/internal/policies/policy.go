package policies

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
	"go.yaml.in/yaml/v3"

	"service/internal/bpmn"
)

// policy has the names of Temporal's ActivityOptions, as controllers of all
// languages read them.
type policy struct {
	StartToClose    duration `yaml:"startToCloseTimeout"`
	ScheduleToStart duration `yaml:"scheduleToStartTimeout"`
	ScheduleToClose duration `yaml:"scheduleToCloseTimeout"`
	Heartbeat       duration `yaml:"heartbeatTimeout"`
	TaskQueue       string   `yaml:"taskQueue"`
	Local           bool     `yaml:"local"`
	Retry           retry    `yaml:"retry"`
}

type retry struct {
	InitialInterval        duration    `yaml:"initialInterval"`
	MaximumInterval        duration    `yaml:"maximumInterval"`
	BackoffCoefficient     coefficient `yaml:"backoffCoefficient"`
	MaximumAttempts        attempts    `yaml:"maximumAttempts"`
	NonRetryableErrorTypes []string    `yaml:"nonRetryableErrorTypes"`
}

// mostLocal is how long a local job may take: it holds up the task of the workflow
// that it is part of.
const mostLocal = duration(2 * time.Second)

func (p policy) mayBeLocal() bool {
	isShort := func(limit duration) bool { return limit > 0 && limit < mostLocal }
	return p.TaskQueue == "" && (isShort(p.StartToClose) || isShort(p.ScheduleToClose))
}

func (p policy) toPolicy() bpmn.Policy {
	return bpmn.Policy{Local: p.Local, ActivityOptions: workflow.ActivityOptions{
		StartToCloseTimeout:    time.Duration(p.StartToClose),
		ScheduleToStartTimeout: time.Duration(p.ScheduleToStart),
		ScheduleToCloseTimeout: time.Duration(p.ScheduleToClose),
		HeartbeatTimeout:       time.Duration(p.Heartbeat),
		TaskQueue:              p.TaskQueue,
		RetryPolicy: &temporal.RetryPolicy{
			InitialInterval:        time.Duration(p.Retry.InitialInterval),
			MaximumInterval:        time.Duration(p.Retry.MaximumInterval),
			BackoffCoefficient:     float64(p.Retry.BackoffCoefficient),
			MaximumAttempts:        int32(p.Retry.MaximumAttempts),
			NonRetryableErrorTypes: p.Retry.NonRetryableErrorTypes,
		},
	}}
}

// duration is written as in "30 seconds".
type duration time.Duration

var (
	written = regexp.MustCompile(`^(\d+(?:\.\d+)?) (millisecond|second|minute|hour|day)s?$`)
	units   = map[string]time.Duration{
		"millisecond": time.Millisecond,
		"second":      time.Second,
		"minute":      time.Minute,
		"hour":        time.Hour,
		"day":         24 * time.Hour,
	}
)

func (d *duration) UnmarshalYAML(node *yaml.Node) error {
	parts := written.FindStringSubmatch(node.Value)
	if parts == nil {
		return fmt.Errorf(`line %d: %q has to be like "30 seconds"`, node.Line, node.Value)
	}
	number, err := strconv.ParseFloat(parts[1], 64)
	*d = duration(number * float64(units[parts[2]]))
	return err
}

// coefficient is how much longer each pause is than the one before.
type coefficient float64

func (c *coefficient) UnmarshalYAML(node *yaml.Node) error {
	if err := node.Decode((*float64)(c)); err != nil || *c < 1 {
		return fmt.Errorf("line %d: backoffCoefficient has to be 1 or more", node.Line)
	}
	return nil
}

// attempts are finite: what nobody can do has to become an incident.
type attempts int

func (a *attempts) UnmarshalYAML(node *yaml.Node) error {
	if err := node.Decode((*int)(a)); err != nil || *a < 1 {
		return fmt.Errorf("line %d: maximumAttempts has to be 1 or more", node.Line)
	}
	return nil
}
