package server

import (
	"net/http"
	"sync/atomic"
)

// Health tells how the worker is: `/healthz` answers while the process lives,
// `/readyz` only while it takes tasks.
type Health struct {
	Server
	works atomic.Bool
}

// StartHealth starts it; there is none where the port is 0.
func StartHealth(port int) (*Health, error) {
	health := &Health{}
	health.works.Store(true)
	if port == 0 {
		return health, nil
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(response http.ResponseWriter, _ *http.Request) {
		answer(response, http.StatusOK, "ok\n")
	})
	mux.HandleFunc("/readyz", func(response http.ResponseWriter, _ *http.Request) {
		if health.works.Load() {
			answer(response, http.StatusOK, "ok\n")
		} else {
			answer(response, http.StatusServiceUnavailable, "draining\n")
		}
	})
	server, err := listen(port, &http.Server{Handler: mux})
	health.Server = server
	return health, err
}

// Drain makes it not ready from now on.
func (h *Health) Drain() {
	h.works.Store(false)
}

// StartMetrics serves metrics at host and port; there are none without them.
func StartMetrics(address string, metrics http.Handler) (Server, error) {
	if address == "" {
		return Server{}, nil
	}
	mux := http.NewServeMux()
	mux.Handle("/metrics", metrics)
	return listenAt(address, &http.Server{Handler: mux})
}
