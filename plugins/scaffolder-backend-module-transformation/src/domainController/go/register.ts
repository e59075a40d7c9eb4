import type { DomainModel } from '../model/model';
import { goName, goPackage } from './names';

/** What the server serves. */
export function registerGo(model: DomainModel): string {
  const { connect, connectPath } = goPackage(model, 'service');
  const lines = model.aggregates.map(({ name }) => {
    const type = goName(name);
    return `\tmux.Handle(${connect}.New${type}ServiceHandler(New${type}Service(pool), options...))\n`;
  });
  return `\
// Package services has the handlers of the methods: business rules go here.
package services

import (
	"net/http"

	"connectrpc.com/connect"
	"github.com/jackc/pgx/v5/pgxpool"

	"${connectPath}"
)

// Register has every service of this controller served.
func Register(mux *http.ServeMux, pool *pgxpool.Pool, options ...connect.HandlerOption) {
${lines.join('')}}
`;
}

/** What the service is called in logs, metrics and tokens. */
export const identityGo = ({ name, parameters }: DomainModel): string => `\
// Package identity says which controller this is.
package identity

// In every line of the log, every metric and every trace.
const (
	ControllerType = "domain-controller"
	ControllerName = "${name}"
)

// What a token has to be good for.
const (
	ReadScope  = "${parameters.domain}.read"
	WriteScope = "${parameters.domain}.write"
)
`;
