package server

import (
	"log/slog"
	"net/http"

	"connectrpc.com/connect"

	"service/internal/instances"
	"service/internal/interceptors"
	"service/internal/services"
)

// mostBytes is what a request may have; larger ones are refused.
const mostBytes = 4 * 1024 * 1024

// Start serves Connect, gRPC and gRPC-Web over HTTP without TLS, which the
// gateway or the mesh adds.
func Start(
	port int,
	all *instances.All,
	verify interceptors.Verify,
	logger *slog.Logger,
) (Server, error) {
	around, err := interceptors.New(verify, logger)
	if err != nil {
		return Server{}, err
	}
	mux := http.NewServeMux()
	services.Register(mux, all, connect.WithHandlerOptions(
		around, connect.WithReadMaxBytes(mostBytes),
	))
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	// gRPC needs it
	protocols.SetUnencryptedHTTP2(true)
	return listen(port, &http.Server{Handler: mux, Protocols: &protocols})
}
