package telemetry

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"regexp"
	"strings"
	"testing"

	"service/internal/caller"
	"service/internal/identity"
)

func TestLinesSayWhoseTheyAre(t *testing.T) {
	var out bytes.Buffer
	ctx := caller.InScope(t.Context())
	caller.Set(ctx, caller.Caller{TenantID: "acme"})
	NewLogger(slog.LevelInfo, &out).WarnContext(ctx, "hello")
	var line map[string]string
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$`).MatchString(line["time"]) {
		t.Errorf("unexpected time %s", line["time"])
	}
	for key, want := range map[string]string{
		"level":           "warn",
		"msg":             "hello",
		"controller_type": "process-controller",
		"controller_name": identity.ControllerName,
		"tenant_id":       "acme",
	} {
		if line[key] != want {
			t.Errorf("%s is %q, want %q", key, line[key], want)
		}
	}
}

type withSecret struct {
	error
	Secret string
}

func TestErrorsAreLoggedByTheirMessageAlone(t *testing.T) {
	var out bytes.Buffer
	NewLogger(slog.LevelInfo, &out).Error("request failed", "err", withSecret{errors.New("broken"), "secret"})
	if text := out.String(); !strings.Contains(text, "broken") || strings.Contains(text, "secret") {
		t.Errorf("unexpected line %s", text)
	}
}
