// Package config reads the configuration, which comes from the environment alone.
package config

import (
	"log/slog"
	"time"

	"service/internal/identity"
)

// Temporal is where it is, and which part of it is ours.
type Temporal struct {
	Address   string
	Namespace string
	// TaskQueue is where instances are served.
	TaskQueue string
	TLS       bool
	APIKey    string
}

// API is the whole configuration of the API.
type API struct {
	Temporal
	Port      int
	AdminPort int
	// Revision is that of the drawing, for the factory's pages; 0 where it is
	// not known.
	Revision     int
	AuthIssuer   string
	AuthAudience string
	AuthJWKSURL  string
	LogLevel     slog.Level
	// Drain is how long it goes on serving once it is asked to end, while load
	// balancers forget it.
	Drain time.Duration
	// OTLPEndpoint is where traces go; none are sent without it.
	OTLPEndpoint string
}

// Worker is the whole configuration of the worker.
type Worker struct {
	Temporal
	// HealthPort is where it tells its health; it does not where it is 0.
	HealthPort int
	// MetricsAddress is host and port for Prometheus; without it there are none.
	MetricsAddress string
	LogLevel       slog.Level
	// OTLPEndpoint is where traces go; none are sent without it.
	OTLPEndpoint string
}

// ReadAPI takes the configuration from `getenv`. Its error names every variable
// that is missing or wrong.
func ReadAPI(getenv func(string) string) (API, error) {
	r := reader{getenv: getenv}
	config := API{
		Temporal:     r.temporal(),
		Port:         r.number("PORT", 8080, 0),
		AdminPort:    r.number("ADMIN_PORT", 8081, 0),
		Revision:     r.number("REVISION", 0, 1),
		AuthIssuer:   r.required("AUTH_ISSUER", r.url),
		AuthAudience: r.required("AUTH_AUDIENCE", getenv),
		AuthJWKSURL:  r.required("AUTH_JWKS_URL", r.url),
		LogLevel:     r.level("LOG_LEVEL"),
		Drain:        time.Duration(r.number("DRAIN_MS", 5_000, 0)) * time.Millisecond,
		OTLPEndpoint: r.url("OTEL_EXPORTER_OTLP_ENDPOINT"),
	}
	return config, r.wrong()
}

// ReadWorker is ReadAPI for the worker.
func ReadWorker(getenv func(string) string) (Worker, error) {
	r := reader{getenv: getenv}
	config := Worker{
		Temporal:       r.temporal(),
		HealthPort:     r.number("HEALTH_PORT", 0, 1),
		MetricsAddress: getenv("METRICS_ADDRESS"),
		LogLevel:       r.level("LOG_LEVEL"),
		OTLPEndpoint:   r.url("OTEL_EXPORTER_OTLP_ENDPOINT"),
	}
	return config, r.wrong()
}

func (r *reader) temporal() Temporal {
	return Temporal{
		Address:   r.text("TEMPORAL_ADDRESS", "localhost:7233"),
		Namespace: r.text("TEMPORAL_NAMESPACE", "default"),
		TaskQueue: r.text("TEMPORAL_TASK_QUEUE", identity.ControllerName),
		TLS:       r.flag("TEMPORAL_TLS"),
		APIKey:    r.getenv("TEMPORAL_API_KEY"),
	}
}
