import type { Aggregate, DomainModel } from '../model/model';
import { commandTest } from './commandTest';
import { contractTestHead } from './contractTestHead';
import { call, format, list } from './format';
import { attribute, method } from './names';
import { refusedValues } from './refusedValues';
import { ask, send } from './requests';
import { sampleOf } from './values';

const BODY = '    ';
const DEEPER = '        ';
const DEEPEST = '            ';

/** Tests of an aggregate through the generated client: the contract, and that tenants are apart. */
export function contractTest(model: DomainModel, aggregate: Aggregate): string {
  const { name, plural, snake, table, collection, page } = aggregate;
  const [own, many] = [attribute(snake), attribute(page)];
  const first = aggregate.fields[0];
  const [create, get, lists, update, remove] = [
    ...[`Create${name}`, `Get${name}`, `List${plural}`],
    ...[`Update${name}`, `Delete${name}`],
  ];
  const changed = (...more: string[]) =>
    call('update_request', ...more, '**SECOND');
  const old = changed('name=made.name', 'etag=made.etag');
  const differs =
    format(sampleOf(aggregate, 1)) !== format(sampleOf(aggregate, 2));
  return `\
${contractTestHead(model, aggregate)}

async def make(client: Client) -> Message:
    """Makes one with the values of FIRST."""
${ask(create, 'create_request()', { by: 'client' })}
    return required(response.${own})


async def read(client: Client, name: str) -> Message:
    """Reads one."""
${ask(get, 'GetRequest(name=name)', { by: 'client' })}
    return required(response.${own})


async def test_makes_one_and_reads_it_again(acme: Client) -> None:
    made = await make(acme)
${format(
  call(
    'assert re.fullmatch',
    `r"tenants/acme/${collection}/[0-9a-f-]{36}"`,
    'made.name',
  ),
  BODY,
)}
    assert made.etag and made.create_time and made.update_time
    assert values_of(made) == FIRST
    assert await read(acme, made.name) == made


async def test_lists_pages_until_there_are_no_more(service: RunningService) -> None:
    client = service.client(Client, tenantId="pages")
    names = [(await make(client)).name for _ in range(5)]
    found: list[str] = []
    token = ""
    while token or not found:
        request = ListRequest(page_size=2, page_token=token)
${ask(lists, 'request', { by: 'client', indent: DEEPER })}
        page = response.${many}
        assert len(page) <= 2
        found += [item.name for item in page]
        token = response.next_page_token
    assert found == names
    with fails_with(Code.INVALID_ARGUMENT):
${send(lists, call('ListRequest', 'page_token="no token"'), {
  by: 'client',
  indent: DEEPER,
})}


async def test_changes_what_the_mask_names_and_nothing_else(acme: Client) -> None:
    made = await make(acme)
${format(
  call(
    'request = update_request',
    list('', [`"${first.name}"`]),
    'name=made.name',
    'etag=made.etag',
    '**SECOND',
  ),
  BODY,
)}
${ask(update, 'request')}
    changed = required(response.${own})
    assert changed.etag != made.etag
    field = "${attribute(first.name)}"
    assert values_of(changed) == {**FIRST, field: SECOND[field]}
${ask(update, changed('name=made.name'))}
    changed = required(response.${own})
    assert values_of(changed) == SECOND
    with fails_with(Code.INVALID_ARGUMENT, "update_mask"):
${send(update, changed('["etag"]', 'name=made.name'), { indent: DEEPER })}


async def test_does_not_overwrite_what_is_newer(acme: Client) -> None:
    made = await make(acme)
${send(update, old)}
    with fails_with(Code.ABORTED):
${send(update, old, { indent: DEEPER })}
    with fails_with(Code.ABORTED):
${send(remove, call('delete_request', 'made.name', 'made.etag'), {
  indent: DEEPER,
})}


async def test_deletes(acme: Client) -> None:
    made = await make(acme)
${send(remove, call('delete_request', 'made.name', 'made.etag'))}
    with fails_with(Code.NOT_FOUND):
        await read(acme, made.name)
    with fails_with(Code.NOT_FOUND):
${send(remove, call('delete_request', 'made.name'), { indent: DEEPER })}


async def test_does_a_request_once_however_often_and_however_parallel_it_comes(
    acme: Client, service: RunningService
) -> None:
    request = create_request()
    create = acme.${method(create)}
    responses = await asyncio.gather(*(create(request) for _ in range(3)))
    assert responses == [responses[0]] * 3
    made = required(responses[0].${own})
${format(
  call(
    'rows = await service.query',
    `'SELECT FROM "${table}" WHERE id = %s'`,
    list('', ['id_of(made)']),
  ),
  BODY,
)}
    assert len(rows) == 1
${
  differs
    ? `\
    another = create_request(**SECOND)
    another.context = request.context
    with fails_with(Code.FAILED_PRECONDITION):
${send(create, 'another', { indent: DEEPER })}
`
    : ''
}

async def test_tells_what_happened_in_the_same_transaction(
    acme: Client, service: RunningService
) -> None:
    made = await make(acme)
${send(update, changed('name=made.name'))}
${send(remove, call('delete_request', 'made.name'))}
    events = await service.query(
        "SELECT type, tenant_id FROM outbox WHERE subject = %s ORDER BY sequence", [made.name]
    )
    assert [(event["type"], event["tenant_id"]) for event in events] == [
        (f"{PACKAGE}.${name}Created", "acme"),
        (f"{PACKAGE}.${name}Updated", "acme"),
        (f"{PACKAGE}.${name}Deleted", "acme"),
    ]


async def test_leaves_nothing_of_a_request_that_fails_and_lets_it_be_tried_again(
    acme: Client, service: RunningService
) -> None:
${format(
  call(
    'request = delete_request',
    `"tenants/acme/${collection}/00000000-0000-7000-8000-000000000000"`,
  ),
  BODY,
)}
    for _ in range(2):
        with fails_with(Code.NOT_FOUND):
${send(remove, 'request', { indent: DEEPEST })}
    rows = await service.query(
        "SELECT FROM idempotency_keys WHERE request_id = %s",
        [required(request.context).request_id],
    )
    assert not rows


async def test_keeps_tenants_apart_what_is_another_tenants_is_not_there(
    acme: Client, other: Client
) -> None:
    made = await make(acme)
    for name in (made.name, made.name.replace(id_of(made), str(uuid4()))):
        with fails_with(Code.NOT_FOUND, "there is none"):
            await read(other, name)
        with fails_with(Code.NOT_FOUND, "there is none"):
${send(remove, call('delete_request', 'name', 'made.etag'), {
  by: 'other',
  indent: DEEPEST,
})}
        with fails_with(Code.NOT_FOUND, "there is none"):
${send(update, changed('name=name'), { by: 'other', indent: DEEPEST })}
${ask(lists, 'ListRequest()', { by: 'other' })}
    page = response.${many}
    assert made.name not in [item.name for item in page]
    assert await read(acme, made.name) == made


async def test_takes_the_tenant_from_the_token_never_from_a_name(other: Client) -> None:
    request = create_request(name="tenants/acme/${collection}/x")
${ask(create, 'request', { by: 'other' })}
    made = required(response.${own})
    assert made.name.startswith("tenants/other/")


async def test_is_for_those_who_signed_in_and_only_for_what_they_may(
    service: RunningService,
) -> None:
    nobody = service.client(Client, signed_in=False)
    with fails_with(Code.UNAUTHENTICATED):
${send(lists, 'ListRequest()', { by: 'nobody', indent: DEEPER })}
    reader = service.client(Client, scope=READ_SCOPE)
${send(lists, 'ListRequest()', { by: 'reader' })}
    with fails_with(Code.PERMISSION_DENIED):
        await make(reader)


@pytest.mark.parametrize("protocol", [ProtocolType.GRPC, ProtocolType.GRPC_WEB])
async def test_serves_other_protocols_too(service: RunningService, protocol: ProtocolType) -> None:
    client = service.client(Client, protocol=protocol)
    made = await make(client)
    assert await read(client, made.name) == made
    with fails_with(Code.NOT_FOUND, "there is none"):
        await read(client, made.name.replace(id_of(made), str(uuid4())))


async def test_refuses_requests_that_do_not_fit_the_rules(acme: Client) -> None:
    request = create_request()
    request.context = None
    with fails_with(Code.INVALID_ARGUMENT, "context"):
${send(create, 'request', { indent: DEEPER })}
    request.context = RequestContext(request_id="x")
    with fails_with(Code.INVALID_ARGUMENT, "request_id"):
${send(create, 'request', { indent: DEEPER })}
    with fails_with(Code.INVALID_ARGUMENT):
        await read(acme, "x' OR 1=1 --")
${refusedValues(aggregate)}

async def test_logs_whose_request_it_was_and_nothing_of_what_is_in_it(
    acme: Client, service: RunningService
) -> None:
    await make(acme)
${format(
  call('line = service.logged', `f"{PACKAGE}.${name}Service/${create}"`),
  BODY,
)}
    assert line["tenant_id"] == "acme"
    assert line["controller_type"] == "domain-controller"
    assert line["code"] == "ok"
    assert sorted(line) == [
        *("code", "controller_name", "controller_type", "level", "ms", "msg"),
        *("rpc", "span_id", "tenant_id", "time", "trace_id"),
    ]


async def test_measures_how_long_its_requests_take_as_fine_as_the_alerts_ask(
    acme: Client, service: RunningService
) -> None:
    await make(acme)
${format(
  list('labels = ', [`'rpc_method="${create}"'`, `'code="ok"'`, `'le="0.25"'`]),
  BODY,
)}
    buckets = service.metrics("rpc_server_duration_bucket")
    assert any(all(label in bucket for label in labels) for bucket in buckets)
${aggregate.commands.map(command => commandTest(aggregate, command)).join('')}`;
}
