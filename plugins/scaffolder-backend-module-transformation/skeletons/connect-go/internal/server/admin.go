package server

import (
	"context"
	"io"
	"net/http"
	"sync/atomic"
)

// Admin serves health and metrics, on a port that no gateway leads to.
type Admin struct {
	Server
	draining *atomic.Bool
}

// StartAdmin starts it; `isReady` returns an error where a request could not be
// served now.
func StartAdmin(port int, metrics http.Handler, isReady func(context.Context) error) (Admin, error) {
	var draining atomic.Bool
	mux := http.NewServeMux()
	mux.Handle("/metrics", metrics)
	mux.HandleFunc("/livez", func(response http.ResponseWriter, _ *http.Request) {
		answer(response, http.StatusOK, "ok\n")
	})
	mux.HandleFunc("/readyz", func(response http.ResponseWriter, request *http.Request) {
		switch {
		case draining.Load():
			answer(response, http.StatusServiceUnavailable, "draining\n")
		case isReady(request.Context()) != nil:
			answer(response, http.StatusServiceUnavailable, "not ready\n")
		default:
			answer(response, http.StatusOK, "ok\n")
		}
	})
	server, err := listen(port, &http.Server{Handler: mux})
	return Admin{Server: server, draining: &draining}, err
}

// Drain makes it not ready from now on.
func (a Admin) Drain() {
	a.draining.Store(true)
}

func answer(response http.ResponseWriter, status int, text string) {
	response.WriteHeader(status)
	// where the probe has gone, nobody waits for the text
	_, _ = io.WriteString(response, text)
}
