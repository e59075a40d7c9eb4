import type { Aggregate, DomainModel } from '../model/model';
import { call, format } from './format';
import { importsOf } from './imports';
import { attribute, generatedPackage, identifier, modulesOf } from './names';
import { sampleOf } from './values';

/** What the tests of an aggregate begin with: imports, values, and the requests that they send. */
export function contractTestHead(
  model: DomainModel,
  aggregate: Aggregate,
): string {
  const { name, plural, snake, fields, commands, table } = aggregate;
  const { message, requests, connect } = modulesOf(aggregate);
  const generated = generatedPackage(model);
  const own = attribute(snake);
  const usesTimestamp = fields.some(({ type }) => type === 'timestamp');
  const request = (kind: string, ...parts: string[]) =>
    format(
      call(`return ${kind}Request`, 'context=new_context()', ...parts),
      '    ',
    );
  return `\
"""The contract of \`${
    model.protoPackage
  }.${name}Service\`, through the generated client."""

import asyncio
import re
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import pytest
from connectrpc.code import Code
from connectrpc.protocol import ProtocolType
from protobuf.wkt import FieldMask${usesTimestamp ? ', Timestamp' : ''}

${importsOf([
  [`${generated}.${message}`, `${identifier(name)} as Message`],
  [generated, `${requests} as rpc`],
  [`${generated}.${connect}`, `${name}ServiceClient as Client`],
  [`${generated}.request_context_pb`, 'RequestContext'],
])}
from service.controller import READ_SCOPE
from service.resources.handle import required
from tests.support.fails import fails_with
from tests.support.service import RunningService

CreateRequest = rpc.Create${name}Request
GetRequest = rpc.Get${name}Request
ListRequest = rpc.List${plural}Request
UpdateRequest = rpc.Update${name}Request
DeleteRequest = rpc.Delete${name}Request

PACKAGE = "${model.protoPackage}"
${commands.length ? `TABLE = "${table}"\n` : ''}
${format(sampleOf(aggregate, 1, 'FIRST: dict[str, Any] = '))}
${format(sampleOf(aggregate, 2, 'SECOND: dict[str, Any] = '))}


@pytest.fixture(scope="module")
def acme(service: RunningService) -> Client:
    return service.client(Client)


@pytest.fixture(scope="module")
def other(service: RunningService) -> Client:
    return service.client(Client, tenantId="other")


def new_context() -> RequestContext:
    return RequestContext(request_id=str(uuid4()))


def create_request(**values: Any) -> CreateRequest:
    message = Message(**{**FIRST, **values})
${request('Create', `${own}=message`)}


def update_request(paths: Sequence[str] = (), **values: Any) -> UpdateRequest:
    message = Message(**values)
    mask = FieldMask(paths=list(paths))
${request('Update', `${own}=message`, 'update_mask=mask')}


def delete_request(name: str, etag: str = "") -> DeleteRequest:
${request('Delete', 'name=name', 'etag=etag')}


def values_of(message: Message) -> dict[str, Any]:
    return {field: getattr(message, field) for field in FIRST}


def id_of(message: Message) -> str:
    return message.name.split("/")[-1]
`;
}
