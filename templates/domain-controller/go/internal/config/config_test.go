package config

import (
	"maps"
	"regexp"
	"testing"
)

var valid = map[string]string{
	"DATABASE_URL":  "postgresql://localhost/test",
	"AUTH_ISSUER":   "https://issuer.test/",
	"AUTH_AUDIENCE": "test",
	"AUTH_JWKS_URL": "https://issuer.test/keys",
}

func read(changes map[string]string) (Config, error) {
	env := maps.Clone(valid)
	maps.Copy(env, changes)
	return Read(func(name string) string { return env[name] })
}

func TestHasDefaults(t *testing.T) {
	config, err := read(nil)
	if err != nil {
		t.Fatal(err)
	}
	if config.Port != 8080 || config.DatabasePoolSize != 10 || config.OTLPEndpoint != "" {
		t.Errorf("unexpected defaults: %+v", config)
	}
}

func TestNamesEverythingThatIsMissingOrWrong(t *testing.T) {
	_, err := read(map[string]string{
		"AUTH_AUDIENCE": "",
		"AUTH_JWKS_URL": "no address",
		"LOG_LEVEL":     "loud",
		"DRAIN_MS":      "-1",
	})
	want := regexp.MustCompile(`AUTH_AUDIENCE: .*AUTH_JWKS_URL: .*LOG_LEVEL: .*DRAIN_MS: `)
	if err == nil || !want.MatchString(err.Error()) {
		t.Errorf("unexpected error: %v", err)
	}
}
