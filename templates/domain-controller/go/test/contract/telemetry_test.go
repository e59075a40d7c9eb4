package contract

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func (s suite[M]) logsRequests(t *testing.T) {
	s.make(t, s.acme)
	line := s.running.Log.Last("rpc", s.service+"/"+s.createMethod())
	for key, want := range map[string]any{
		"tenant_id":       "acme",
		"controller_type": "domain-controller",
		"code":            "ok",
		"level":           "info",
	} {
		if line[key] != want {
			t.Errorf("%s is %v, want %v", key, line[key], want)
		}
	}
	want := []string{
		"code", "controller_name", "controller_type", "level", "ms", "msg",
		"rpc", "span_id", "tenant_id", "time", "trace_id",
	}
	if got := slices.Sorted(maps.Keys(line)); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func (s suite[M]) measuresRequests(t *testing.T) {
	s.make(t, s.acme)
	line := regexp.MustCompile(
		`(?m)^rpc_server_duration_bucket\{code="ok",rpc_method="` + s.createMethod() + `",.*le="0.25"\}`)
	if text := s.running.Metrics(); !line.MatchString(text) {
		t.Errorf("no such line: %s", text)
	}
}

// createMethod is as in CreateOrder.
func (s suite[M]) createMethod() string {
	return "Create" + s.prefix[strings.LastIndex(s.prefix, ".")+1:]
}
