// Package server has the ports of the service, and how it ends.
package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strconv"
	"time"
)

// Server serves on a port until it is stopped.
type Server struct {
	// Port is the one that it listens on.
	Port int
	http *http.Server
}

// listen serves on all addresses; port 0 means any that is free.
func listen(port int, server *http.Server) (Server, error) {
	return listenAt(net.JoinHostPort("", strconv.Itoa(port)), server)
}

// listenAt serves in the background.
func listenAt(address string, server *http.Server) (Server, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return Server{}, err
	}
	server.ReadHeaderTimeout = 5 * time.Second
	go func() {
		// a process that cannot serve any more is better started again
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			panic(err)
		}
	}()
	return Server{Port: listener.Addr().(*net.TCPAddr).Port, http: server}, nil
}

// Stop finishes what is being served and takes nothing new. One that was never
// started has stopped.
func (s Server) Stop(ctx context.Context) error {
	if s.http == nil {
		return nil
	}
	return s.http.Shutdown(ctx)
}
