"""Every process of the drawing through the generated client, with a real Temporal and the worker."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from connectrpc.code import Code
from connectrpc.errors import ConnectError
from protobuf.wkt import Struct
from temporalio.testing import WorkflowEnvironment

from clients.address import Address
from clients.connect import client_of
from clients.dependencies import DEPENDENCIES
from gen.ameide.process.v1.instance_pb import Instance, InstanceState
from gen.ameide.process.v1.process_service_connect import ProcessServiceClient
from gen.ameide.process.v1.process_service_pb import (
    CancelInstanceRequest,
    ClaimUserTaskRequest,
    GetInstanceRequest,
    ListInstancesRequest,
    ListUserTasksRequest,
    PublishMessageRequest,
    StartInstanceRequest,
)
from gen.ameide.process.v1.request_context_pb import RequestContext
from process.served import JOBS, PROCESSES
from service.controller import ARTIFACT, CONTROLLER_NAME, READ_SCOPE
from service.instances import takers
from tests.support.drive import Cast, drive
from tests.support.fail_once import FailOnce
from tests.support.fails import fails_with
from tests.support.paths import Case, read_cases, read_drawing
from tests.support.service import RunningService, running_service
from tests.support.until import new_context, until

DRAWING = read_drawing()
CASES = read_cases()


@dataclass(frozen=True)
class Running:
    """The service, who calls it, and its jobs."""

    service: RunningService
    cast: Cast
    jobs: FailOnce

    async def start(self, **more: Any) -> tuple[StartInstanceRequest, Instance]:
        """A new instance, and the request that started it."""
        [case, *_] = CASES.values()
        return await self.start_case(case, **more)

    async def start_case(self, case: Case, **more: Any) -> tuple[StartInstanceRequest, Instance]:
        """A new instance whose jobs answer as the case has it."""
        self.jobs.answers = case.answers
        usual = {"process_id": DRAWING.process_id, "variables": Struct.from_python(case.variables)}
        request = StartInstanceRequest(context=new_context(), **{**usual, **more})
        answer = await self.cast.own.start_instance(request)
        assert answer.instance
        return request, answer.instance


@pytest.fixture(scope="module")
async def running(server: WorkflowEnvironment) -> AsyncIterator[Running]:
    jobs = FailOnce(JOBS)
    async with running_service(server, jobs.activities()) as service:
        cast = Cast(
            service.client(), service.client(sub="colleague"), service.client(tenantId="other")
        )
        yield Running(service, cast, jobs)


@pytest.mark.parametrize("name", CASES)
async def test_takes_an_instance_through_its_tasks_messages_and_incidents(
    running: Running, name: str
) -> None:
    running.jobs.fail_next()
    running.service.traces.clear()
    _, instance = await running.start_case(CASES[name])
    assert instance.process_id == DRAWING.process_id
    started = running.service.logged("StartInstance")[-1]
    done = await drive(running.cast, instance.name, CASES[name].answers)
    end = done.end
    assert end.instance
    assert (done.incidents > 0) == (running.jobs.failed > 0)
    # jobs are in the trace of what started the instance
    assert {*running.service.traces} == {started["trace_id"]}
    assert end.instance.state is InstanceState.COMPLETED
    assert end.instance.end_time


async def test_starts_a_process_by_its_message_once(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    # whether or not one of the drawing begins so
    begun_so = replace(PROCESSES[0], started_by=("it-begins",))
    monkeypatch.setattr(takers, "PROCESSES", [begun_so])
    [case, *_] = CASES.values()
    running.jobs.answers = case.answers
    request = PublishMessageRequest(
        context=new_context(),
        message_name="it-begins",
        correlation_key="it's key 1",
        variables=Struct.from_python(case.variables),
    )
    first = await running.cast.own.publish_message(request)
    again = await running.cast.own.publish_message(request)
    assert first.instances == again.instances
    assert first.instances == [f"tenants/acme/instances/{begun_so.process_id}:it's key 1"]
    found = await running.cast.own.get_instance(GetInstanceRequest(name=first.instances[0]))
    assert found.instance and found.instance.process_id == begun_so.process_id


async def test_starts_one_instance_for_one_request(running: Running) -> None:
    request, instance = await running.start()
    again = await running.cast.own.start_instance(request)
    assert again.instance and again.instance.name == instance.name
    other = StartInstanceRequest(
        context=request.context,
        process_id=request.process_id,
        variables=Struct.from_python({"other": True}),
    )
    with fails_with(Code.ALREADY_EXISTS):
        await running.cast.own.start_instance(other)


async def test_starts_one_instance_of_an_id(running: Running) -> None:
    _, instance = await running.start(instance_id="order-1")
    assert instance.name == "tenants/acme/instances/order-1"
    with fails_with(Code.ALREADY_EXISTS):
        await running.start(instance_id="order-1")


async def test_starts_instances_that_the_factory_finds(
    running: Running, server: WorkflowEnvironment
) -> None:
    _, instance = await running.start()
    identity = instance.name.rpartition("/")[2]
    query = f"AmeideTenant = 'acme' AND AmeideArtifact = '{ARTIFACT}'"

    async def listed() -> bool | None:
        found = [known.id async for known in server.client.list_workflows(query)]
        return True if f"acme:{CONTROLLER_NAME}:{identity}" in found else None

    await until("The instance by its attributes", listed)


async def test_cancels_an_instance(running: Running) -> None:
    _, instance = await running.start()
    own = running.cast.own
    try:
        await own.cancel_instance(CancelInstanceRequest(context=new_context(), name=instance.name))
    except ConnectError as error:
        # a process without waits may have ended meanwhile
        assert error.code is Code.FAILED_PRECONDITION

    async def end() -> InstanceState | None:
        now = await own.get_instance(GetInstanceRequest(name=instance.name))
        state = now.instance.state if now.instance else None
        return None if state is InstanceState.RUNNING else state

    assert await until("The end", end) in (InstanceState.CANCELLED, InstanceState.COMPLETED)


async def test_shows_nothing_to_another_tenant(running: Running) -> None:
    _, instance = await running.start()
    stranger = running.cast.stranger
    for name in (instance.name, instance.name.replace("/acme/", "/other/")):
        with fails_with(Code.NOT_FOUND):
            await stranger.get_instance(GetInstanceRequest(name=name))
        with fails_with(Code.NOT_FOUND):
            await stranger.cancel_instance(CancelInstanceRequest(context=new_context(), name=name))
    assert not (await stranger.list_instances(ListInstancesRequest())).instances


async def test_lists_in_pages(running: Running) -> None:
    own = running.cast.own
    names = {(await running.start())[1].name, (await running.start())[1].name}

    async def both() -> bool | None:
        seen, token = [], ""
        while True:
            page = await own.list_instances(ListInstancesRequest(page_size=1, page_token=token))
            assert len(page.instances) <= 1
            seen += [instance.name for instance in page.instances]
            token = page.next_page_token
            if not token:
                break
        # one that ends between two pages may be on both
        return True if names <= {*seen} and len({*seen}) == len(seen) else None

    await until("Both instances", both)
    token = (await own.list_instances(ListInstancesRequest(page_size=1))).next_page_token
    refused: list[Callable[[], Awaitable[object]]] = [
        lambda: own.list_user_tasks(ListUserTasksRequest(page_token=token)),
        lambda: running.cast.stranger.list_instances(ListInstancesRequest(page_token=token)),
        lambda: own.list_instances(ListInstancesRequest(page_token="nonsense")),
    ]
    for ask in refused:
        with fails_with(Code.INVALID_ARGUMENT):
            await ask()


@pytest.mark.parametrize("state", [InstanceState.RUNNING, InstanceState.COMPLETED])
async def test_lists_by_state(running: Running, state: InstanceState) -> None:
    page = await running.cast.own.list_instances(ListInstancesRequest(state=state))
    assert all(instance.state is state for instance in page.instances)


async def test_refuses_what_is_not_valid(running: Running) -> None:
    own = running.cast.own
    refused: list[Callable[[], Awaitable[object]]] = [
        lambda: own.start_instance(StartInstanceRequest()),
        lambda: own.start_instance(StartInstanceRequest(context=RequestContext(request_id="x"))),
        lambda: running.start(process_id="None"),
        lambda: running.start(instance_id="a' OR"),
        lambda: own.get_instance(GetInstanceRequest(name="tenants/' OR ''='/instances/1")),
        lambda: own.list_instances(ListInstancesRequest(page_size=-1)),
        lambda: own.publish_message(PublishMessageRequest(context=new_context())),
    ]
    for ask in refused:
        with fails_with(Code.INVALID_ARGUMENT):
            await ask()


async def test_finds_nothing_where_nothing_is(running: Running) -> None:
    own = running.cast.own
    for identity in ("none", "' OR ''='"):
        with fails_with(Code.NOT_FOUND):
            await own.get_instance(GetInstanceRequest(name=f"tenants/acme/instances/{identity}"))
    _, instance = await running.start()
    with pytest.raises(ConnectError) as caught:
        await own.claim_user_task(
            ClaimUserTaskRequest(context=new_context(), instance=instance.name, key="none")
        )
    # a process without waits may have ended meanwhile
    assert caught.value.code in (Code.NOT_FOUND, Code.FAILED_PRECONDITION)


async def test_wants_a_token_with_the_scope_of_the_method(running: Running) -> None:
    with fails_with(Code.UNAUTHENTICATED):
        await running.service.client(signed_in=False).list_instances(ListInstancesRequest())
    reader = running.service.client(scope=READ_SCOPE)
    await reader.list_instances(ListInstancesRequest())
    with fails_with(Code.PERMISSION_DENIED):
        await reader.start_instance(StartInstanceRequest(context=new_context()))


async def test_is_called_by_jobs_with_a_token_that_may_be_renewed(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    itself = Address("component:acme/itself", "ITSELF_URL")
    monkeypatch.setitem(DEPENDENCIES, "itself", itself)
    monkeypatch.setenv("ITSELF_URL", f"http://127.0.0.1:{running.service.port}")
    tokens = [running.service.issuer.sign(), "not valid any more"]

    async def token() -> str:
        return tokens.pop(0)

    client = client_of("itself", ProcessServiceClient, token)
    await client.list_instances(ListInstancesRequest())
    with fails_with(Code.UNAUTHENTICATED):
        await client.list_instances(ListInstancesRequest())


async def test_logs_whose_request_it_was_and_measures_it(running: Running) -> None:
    await running.start()
    served = running.service.logged("StartInstance")[-1]
    assert served["tenant_id"] == "acme"
    assert served["controller_type"] == "process-controller"
    assert served["trace_id"]
    assert served["code"] == "ok"
    assert b"rpc_server_duration_count" in running.service.telemetry.metrics()
