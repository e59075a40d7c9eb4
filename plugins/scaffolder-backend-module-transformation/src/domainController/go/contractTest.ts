import type { Aggregate, Command, DomainModel } from '../model/model';
import { aligned } from './aligned';
import { goAggregate, goName, goPackage } from './names';
import { sampleOf } from './values';
import { violationsOf } from './violations';

/** What the tests of all aggregates have to know of one: its methods, valid values, and what is refused. */
export function contractTest(model: DomainModel, aggregate: Aggregate): string {
  const { protoPackage } = model;
  const { name: api, path, connect, connectPath } = goPackage(model, 'service');
  const { name, collection, table, fields, commands } = aggregate;
  const { type, own } = goAggregate(aggregate);
  const message = `*${api}.${type}`;
  const body = `\
// ${own}Methods calls \`${protoPackage}.${name}Service\`.
func ${own}Methods(httpClient connect.HTTPClient, url string, options ...connect.ClientOption) methods[${message}] {
	client := ${connect}.New${type}ServiceClient(httpClient, url, options...)
	return methods[${message}]{
${methodsOf(api, aggregate)}	}
}

func Test${type}Service(t *testing.T) {
	testAggregate(t, aggregate[${message}]{
		service:    "${protoPackage}.${name}Service",
		prefix:     "${protoPackage}.${name}",
		collection: "${collection}",
		table:      "${table}",
		first: ${sampleOf(api, aggregate, 1)},
		second: ${sampleOf(api, aggregate, 2)},
		masked: "${fields[0].name}",
		client: ${own}Methods,
${violationsOf(aggregate)}${commandsOf(protoPackage, commands)}	})
}
`;
  const needs = (line: string, use: string) =>
    body.includes(use) ? `\t"${line}"\n` : '';
  return `\
package contract

import (
	"context"
${needs('strings', 'strings.')}	"testing"

	"connectrpc.com/connect"
	"google.golang.org/protobuf/types/known/fieldmaskpb"
${needs('google.golang.org/protobuf/types/known/timestamppb', 'timestamppb.')}
	${api} "${path}"
	"${connectPath}"
)

${body}`;
}

function methodsOf(api: string, aggregate: Aggregate): string {
  const { type, plural, input, output, page } = goAggregate(aggregate);
  const resource = `*${api}.${type}`;
  const answered = (method: string, request: string) => `\
			answer, err := client.${method}(ctx, &${api}.${method}Request{${request}})
			return answer.Get${output}(), err
`;
  const commands = aggregate.commands.map(({ method }) => {
    const go = goName(method);
    return `\
			"${method}": func(ctx context.Context, id, name string) (${resource}, error) {
${answered(go, 'Context: contextOf(id), Name: name')
  .replace(/^/gm, '\t')
  .trimEnd()}
			},
`;
  });
  return `\
		create: func(ctx context.Context, id string, input ${resource}) (${resource}, error) {
${answered(`Create${type}`, `Context: contextOf(id), ${input}: input`)}		},
		get: func(ctx context.Context, name string) (${resource}, error) {
${answered(`Get${type}`, 'Name: name')}		},
		list: func(ctx context.Context, size int32, token string) ([]${resource}, string, error) {
			answer, err := client.List${plural}(ctx, &${api}.List${plural}Request{PageSize: size, PageToken: token})
			return answer.Get${page}(), answer.GetNextPageToken(), err
		},
		update: func(ctx context.Context, id string, input ${resource}, mask ...string) (${resource}, error) {
			answer, err := client.Update${type}(ctx, &${api}.Update${type}Request{
${aligned('\t\t\t\t', [
  ['Context:', 'contextOf(id),'],
  [`${input}:`, 'input,'],
  ['UpdateMask:', '&fieldmaskpb.FieldMask{Paths: mask},'],
])}			})
			return answer.Get${output}(), err
		},
		delete: func(ctx context.Context, id, name, etag string) error {
			_, err := client.Delete${type}(ctx, &${api}.Delete${type}Request{Context: contextOf(id), Name: name, Etag: etag})
			return err
		},
${
  commands.length
    ? `\
		commands: map[string]func(context.Context, string, string) (${resource}, error){
${commands.join('')}		},
`
    : ''
}`;
}

function commandsOf(protoPackage: string, commands: Command[]): string {
  if (!commands.length) return '';
  return `\
		commands: map[string]command{
${commands
  .map(
    ({ method, from, to, event }) => `\
			"${method}": {
				from:  []string{${from.map(state => `"STATE_${state}"`).join(', ')}},
				to:    "STATE_${to}",
				event: "${protoPackage}.${event}",
			},
`,
  )
  .join('')}		},
`;
}

/** The context of a request, which is the same message for all aggregates. */
export function contextTest(model: DomainModel): string {
  const { name: api, path } = goPackage(model, 'service');
  return `\
package contract

import (
	${api} "${path}"
)

// contextOf is the context of a request with this id, or none.
func contextOf(id string) *${api}.RequestContext {
	if id == "" {
		return nil
	}
	return &${api}.RequestContext{RequestId: id}
}
`;
}
