"""Names, pages and etags."""

from uuid import UUID

import pytest
from connectrpc.code import Code

from service.resources.etag import assert_etag, etag_of
from service.resources.names import ResourceName, format_name, parse_name
from service.resources.page_token import format_page_token, page_size_of, parse_page_token
from tests.support.fails import fails_with

ID = "0190c0de-0000-7000-8000-000000000001"


def test_names_go_there_and_back() -> None:
    name = format_name("things", ResourceName("acme", ID))
    assert name == f"tenants/acme/things/{ID}"
    assert parse_name("things", name) == ResourceName("acme", ID)


@pytest.mark.parametrize(
    "name",
    [
        "",
        f"tenants/acme/others/{ID}",
        f"tenants//things/{ID}",
        f"tenants/a\0b/things/{ID}",
        f"tenants/acme/things/{ID}/more",
        f"tenants/acme/things/{ID}\n",
        "tenants/acme/things/' OR 1=1 --",
    ],
)
def test_what_is_no_name_is_refused(name: str) -> None:
    with fails_with(Code.INVALID_ARGUMENT):
        parse_name("things", name)


def test_page_tokens_go_there_and_back() -> None:
    token = format_page_token("things", UUID(ID))
    assert parse_page_token("things", token) == UUID(ID)
    assert parse_page_token("things", "") is None


@pytest.mark.parametrize("token", [format_page_token("others", UUID(ID)), "x", "é", "W10="])
def test_page_tokens_are_of_one_collection(token: str) -> None:
    with fails_with(Code.INVALID_ARGUMENT):
        parse_page_token("things", token)


def test_pages_stay_within_limits() -> None:
    assert [page_size_of(asked) for asked in (0, -1, 7, 10_000)] == [50, 50, 7, 200]


def test_etags_refuse_what_is_old_and_nothing_where_there_is_none() -> None:
    assert_etag(etag_of(2), 2)
    assert_etag("", 2)
    with fails_with(Code.ABORTED):
        assert_etag(etag_of(1), 2)
