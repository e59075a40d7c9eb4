"""Names, pages and variables."""

import pytest
from connectrpc.code import Code
from protobuf.wkt import Struct

from service.caller import Caller, set_caller
from service.controller import CONTROLLER_NAME
from service.instances.names import name_of, parse_name
from service.instances.pages import page_size_of
from service.instances.variables import to_struct, variables_of
from tests.support.fails import fails_with


@pytest.fixture(autouse=True)
def as_acme() -> None:
    set_caller(Caller("somebody", "acme", None, frozenset()))


@pytest.mark.parametrize("identity", ["order-1", "order-1/Call_Payment:2", "order:\"7\n's\\ ü"])
def test_names_go_there_and_back_and_say_tenant_and_process(identity: str) -> None:
    workflow_id = f"acme:{CONTROLLER_NAME}:{identity}"
    name = name_of(workflow_id)
    assert name == f"tenants/acme/instances/{identity}"
    assert parse_name(name) == workflow_id


def test_names_of_another_tenant_are_not_there() -> None:
    with fails_with(Code.NOT_FOUND):
        parse_name("tenants/other/instances/1")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "instances/1",
        "tenants/acme/instances/",
        "x' OR tenants/acme/instances/1",
        "tenants/a' OR ''='/instances/1",
        "more\ntenants/acme/instances/1",
    ],
)
def test_what_is_no_name_is_refused(name: str) -> None:
    with fails_with(Code.INVALID_ARGUMENT):
        parse_name(name)


def test_pages_stay_within_limits() -> None:
    assert [page_size_of(asked) for asked in (0, -1, 7, 10_000)] == [50, 50, 7, 200]


def test_numbers_of_variables_are_as_they_were_sent() -> None:
    sent = {"whole": 20000, "part": 0.5, "in": {"a": [1, None, True, "x"]}, "huge": 1e300}
    variables = variables_of(to_struct(sent))
    assert variables == sent
    assert repr(variables["whole"]) == "20000"
    assert isinstance(variables["huge"], float)
    assert variables_of(None) == {} == variables_of(Struct())
