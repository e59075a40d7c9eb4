// Package services serves the contract.
package services

import (
	"net/http"

	"connectrpc.com/connect"

	"service/gen/ameide/process/v1/processv1connect"
	"service/internal/instances"
)

// processService serves the instances of whoever calls.
type processService struct {
	all *instances.All
}

// Register serves every service of this controller.
func Register(mux *http.ServeMux, all *instances.All, options ...connect.HandlerOption) {
	mux.Handle(processv1connect.NewProcessServiceHandler(processService{all}, options...))
}
