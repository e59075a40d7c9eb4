import type { Aggregate, Command, DomainModel } from '../model/model';
import { lines } from '../../text/lines';
import { describedAs } from '../../text/protoComment';
import { requiredRule } from './requiredRule';

const CONTEXT =
  '  RequestContext context = 1 [(buf.validate.field).required = true];';
const NAME =
  '(buf.validate.field).required = true, (buf.validate.field).string.max_len = 300';
const ETAG = '[(buf.validate.field).string.max_len = 64]';

const commandMessages = (
  { name, snake }: Aggregate,
  { method }: Command,
): string => `\
// Asks for it.
message ${method}Request {
${CONTEXT}
  // Name of the resource.
  string name = 2 [${NAME}];
  // Where it is given, it has to be the newest.
  string etag = 3 ${ETAG};
}

// It is done.
message ${method}Response {
  // As it is stored.
  ${name} ${snake} = 1;
}`;

/** The service of an aggregate: the methods of a resource, and its business commands. */
export function serviceProto(
  { protoPackage, protoPath }: DomainModel,
  aggregate: Aggregate,
): string {
  const { name, plural, snake, commands } = aggregate;
  return `${lines(
    'syntax = "proto3";',
    '',
    `package ${protoPackage};`,
    '',
    'import "buf/validate/validate.proto";',
    'import "google/protobuf/field_mask.proto";',
    `import "${protoPath}/${snake}.proto";`,
    `import "${protoPath}/request_context.proto";`,
    '',
    `// Keeps the aggregate ${name} of each tenant.`,
    `service ${name}Service {`,
    ...rpc(`Create${name}`, 'Makes one.'),
    ...rpc(`Get${name}`, 'Reads one.', true),
    ...rpc(`List${plural}`, 'Lists all of the tenant, oldest first.', true),
    ...rpc(`Update${name}`, 'Changes the fields that the mask names.'),
    ...rpc(`Delete${name}`, 'Deletes one.'),
    ...commands.flatMap(command => [
      describedAs(
        `Leads from ${command.from.join(' or ')} to ${command.to}`,
        command.description,
        '  ',
      ),
      `  rpc ${command.method}(${command.method}Request) returns (${command.method}Response);`,
    ]),
    '}',
    '',
    resourceMessages(aggregate),
    ...commands.flatMap(command => ['', commandMessages(aggregate, command)]),
  )}\n`;
}

function rpc(method: string, comment: string, reads = false): string[] {
  const signature = `  rpc ${method}(${method}Request) returns (${method}Response)`;
  return [
    `  // ${comment}`,
    ...(reads
      ? [
          `${signature} {`,
          '    option idempotency_level = NO_SIDE_EFFECTS;',
          '  }',
        ]
      : [`${signature};`]),
  ];
}

function resourceMessages(aggregate: Aggregate): string {
  const { name, plural, snake, page } = aggregate;
  return `\
// Asks to make one.
message Create${name}Request {
${requiredRule(aggregate, 'create')}${CONTEXT}
  // Without a name.
  ${name} ${snake} = 2 [(buf.validate.field).required = true];
}

// Has what was made.
message Create${name}Response {
  // As it is stored.
  ${name} ${snake} = 1;
}

// Asks for one.
message Get${name}Request {
  // Name of the resource.
  string name = 1 [${NAME}];
}

// Has what was asked for.
message Get${name}Response {
  // As it is stored.
  ${name} ${snake} = 1;
}

// Asks for a page.
message List${plural}Request {
  // 50 where it is 0; more than 200 are never given.
  int32 page_size = 1 [(buf.validate.field).int32.gte = 0];
  // Of the answer before.
  string page_token = 2 [(buf.validate.field).string.max_len = 500];
}

// A page.
message List${plural}Response {
  // Oldest first.
  repeated ${name} ${page} = 1;
  // Empty on the last page.
  string next_page_token = 2;
}

// Asks to change one.
message Update${name}Request {
${requiredRule(aggregate, 'update')}${CONTEXT}
  // With its name; with its etag, it has to be unchanged until now.
  ${name} ${snake} = 2 [(buf.validate.field).required = true];
  // The fields to change; all where it is empty or "*".
  google.protobuf.FieldMask update_mask = 3;
}

// Has what was changed.
message Update${name}Response {
  // As it is stored.
  ${name} ${snake} = 1;
}

// Asks to delete one.
message Delete${name}Request {
${CONTEXT}
  // Name of the resource.
  string name = 2 [${NAME}];
  // Where it is given, it has to be the newest.
  string etag = 3 ${ETAG};
}

// It is deleted.
message Delete${name}Response {}`;
}
