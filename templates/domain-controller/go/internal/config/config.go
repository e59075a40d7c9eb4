// Package config reads the configuration, which comes from the environment alone.
package config

import (
	"log/slog"
	"time"
)

// Config is the whole configuration.
type Config struct {
	Port      int
	AdminPort int
	// DatabaseURL is of the application role, which has to be a plain one.
	DatabaseURL      string
	DatabasePoolSize int
	AuthIssuer       string
	AuthAudience     string
	AuthJWKSURL      string
	LogLevel         slog.Level
	// Drain is how long it goes on serving once it is asked to end, while load
	// balancers forget it.
	Drain time.Duration
	// OTLPEndpoint is where traces go; none are sent without it.
	OTLPEndpoint string
}

// Read takes the configuration from `getenv`. Its error names every variable
// that is missing or wrong.
func Read(getenv func(string) string) (Config, error) {
	r := reader{getenv: getenv}
	config := Config{
		Port:             r.number("PORT", 8080, 0),
		AdminPort:        r.number("ADMIN_PORT", 8081, 0),
		DatabaseURL:      r.required("DATABASE_URL", r.url),
		DatabasePoolSize: r.number("DATABASE_POOL_SIZE", 10, 1),
		AuthIssuer:       r.required("AUTH_ISSUER", r.url),
		AuthAudience:     r.required("AUTH_AUDIENCE", getenv),
		AuthJWKSURL:      r.required("AUTH_JWKS_URL", r.url),
		LogLevel:         r.level("LOG_LEVEL"),
		Drain:            time.Duration(r.number("DRAIN_MS", 5_000, 0)) * time.Millisecond,
		OTLPEndpoint:     r.url("OTEL_EXPORTER_OTLP_ENDPOINT"),
	}
	return config, r.wrong()
}
