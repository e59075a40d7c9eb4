package config

import (
	"maps"
	"regexp"
	"testing"

	"service/internal/identity"
)

var valid = map[string]string{
	"AUTH_ISSUER":   "https://issuer.test/",
	"AUTH_AUDIENCE": "test",
	"AUTH_JWKS_URL": "https://issuer.test/keys",
}

func read(changes map[string]string) func(string) string {
	env := maps.Clone(valid)
	maps.Copy(env, changes)
	return func(name string) string { return env[name] }
}

func TestHasDefaults(t *testing.T) {
	config, err := ReadAPI(read(nil))
	if err != nil {
		t.Fatal(err)
	}
	if config.Port != 8080 || config.Address != "localhost:7233" || config.TaskQueue != identity.ControllerName {
		t.Errorf("unexpected defaults: %+v", config)
	}
	worker, err := ReadWorker(read(nil))
	if err != nil || worker.HealthPort != 0 || worker.Namespace != "default" {
		t.Errorf("unexpected defaults: %+v, %v", worker, err)
	}
}

func TestNamesEverythingThatIsMissingOrWrong(t *testing.T) {
	_, err := ReadAPI(read(map[string]string{
		"TEMPORAL_TLS":  "yes",
		"AUTH_AUDIENCE": "",
		"AUTH_JWKS_URL": "no address",
		"LOG_LEVEL":     "loud",
		"DRAIN_MS":      "-1",
	}))
	want := regexp.MustCompile(`TEMPORAL_TLS: .*AUTH_AUDIENCE: .*AUTH_JWKS_URL: .*LOG_LEVEL: .*DRAIN_MS: `)
	if err == nil || !want.MatchString(err.Error()) {
		t.Errorf("unexpected error: %v", err)
	}
	if _, err := ReadWorker(read(map[string]string{"HEALTH_PORT": "x"})); err == nil {
		t.Error("a port that is none is taken")
	}
}
