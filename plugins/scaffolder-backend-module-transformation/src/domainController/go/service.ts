import type { Aggregate, Command, DomainModel } from '../model/model';
import { goAggregate, goName, goPackage } from './names';

/** The handlers of an aggregate's methods; the engineer goes on from here. */
export function serviceGo(model: DomainModel, aggregate: Aggregate): string {
  const { name: api, path } = goPackage(model, 'service');
  const { collection, table, name, commands } = aggregate;
  const { type, plural, input, output, page } = goAggregate(aggregate);
  const change = (method: string, comment: string, work: string) => `
// ${method} ${comment}
func (s *${type}Service) ${method}(ctx context.Context, request *${api}.${method}Request) (*${api}.${method}Response, error) {
	return resources.Change(ctx, s.pool, request, func(tx *database.Work) (*${api}.${method}Response, error) {
${work}	})
}
`;
  const answered = (method: string, call: string) => `\
		stored, err := s.repository.${call}
		if err != nil {
			return nil, err
		}
		return &${api}.${method}Response{${output}: stored}, nil
`;
  const command = ({ method, from, to, event }: Command) =>
    change(
      goName(method),
      `leads from ${from.join(' or ')} to ${to}.`,
      answered(
        goName(method),
        `Transition(ctx, tx, request, resources.Transition{
			Command: "${method}",
			From:    []string{${from.map(state => `"STATE_${state}"`).join(', ')}},
			To:      "STATE_${to}",
			Event:   "${event}",
		})`,
      ),
    );
  return `\
package services

import (
	"context"

	"github.com/jackc/pgx/v5/pgxpool"

	${api} "${path}"
	"service/internal/database"
	"service/internal/resources"
)

// ${type}Service serves \`${model.protoPackage}.${name}Service\`.
type ${type}Service struct {
	pool       *pgxpool.Pool
	repository resources.Repository[*${api}.${type}]
}

// New${type}Service makes it of a pool of the application role.
func New${type}Service(pool *pgxpool.Pool) *${type}Service {
	return &${type}Service{
		pool:       pool,
		repository: resources.NewRepository[*${api}.${type}]("${collection}", "${table}"),
	}
}
${change(
  `Create${type}`,
  'makes one.',
  answered(`Create${type}`, `Create(ctx, tx, request.Get${input}())`),
)}
// Get${type} reads one.
func (s *${type}Service) Get${type}(ctx context.Context, request *${api}.Get${type}Request) (*${api}.Get${type}Response, error) {
	return database.InTransaction(ctx, s.pool, func(tx *database.Work) (*${api}.Get${type}Response, error) {
${answered(`Get${type}`, 'Get(ctx, tx, request.GetName())')}	})
}

// List${plural} lists all of the tenant, oldest first.
func (s *${type}Service) List${plural}(ctx context.Context, request *${api}.List${plural}Request) (*${api}.List${plural}Response, error) {
	return database.InTransaction(ctx, s.pool, func(tx *database.Work) (*${api}.List${plural}Response, error) {
		items, next, err := s.repository.List(ctx, tx, request)
		if err != nil {
			return nil, err
		}
		return &${api}.List${plural}Response{${page}: items, NextPageToken: next}, nil
	})
}
${change(
  `Update${type}`,
  'changes the fields that the mask names.',
  answered(
    `Update${type}`,
    `Update(ctx, tx, request.Get${input}(), request.GetUpdateMask().GetPaths())`,
  ),
)}${change(
    `Delete${type}`,
    'deletes one.',
    `\
		if err := s.repository.Delete(ctx, tx, request); err != nil {
			return nil, err
		}
		return &${api}.Delete${type}Response{}, nil
`,
  )}${commands.map(command).join('')}`;
}
