"""How an aggregate is stored, read off its message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from connectrpc.code import Code
from connectrpc.errors import ConnectError
from protobuf import Message
from protobuf.wkt import FieldMask, Timestamp
from psycopg.rows import DictRow
from psycopg.sql import SQL, Identifier, Placeholder
from uuid_utils.compat import uuid7

from service.database.outbox import DomainEvent
from service.database.unit_of_work import Work
from service.resources.columns import from_column, to_column
from service.resources.etag import assert_etag, etag_of
from service.resources.field_mask import masked_fields
from service.resources.names import ResourceName, format_name, parse_name
from service.resources.page_token import format_page_token, page_size_of, parse_page_token

M = TypeVar("M", bound=Message[Any])

_NO_LOCK = SQL("")


@dataclass(frozen=True)
class Transition:
    """What a business command does: leads from one of some states to another."""

    command: str
    sources: Sequence[str]
    target: str
    event: str
    """Type of the event, without its package."""


class Repository(Generic[M]):
    """Reads and writes one aggregate, whose table has a column for each field that can be written.

    Every query names the tenant, and row-level security insists on it.
    """

    def __init__(self, message: type[M], *, collection: str, table: str) -> None:
        """`collection` is as in `orderLines`, `table` as in `order_lines`."""
        desc = message.desc()
        self._message = message
        self._collection = collection
        self._table = Identifier(table)
        self._fields = {field.name: field for field in desc.fields}
        self._columns = masked_fields(desc)
        self._package = desc.file.proto.package

    async def create(self, tx: Work, message: M) -> M:
        """Stores a new one, with a name of its own."""
        names = ["tenant_id", "id", *(field.name for field in self._columns)]
        rows = await tx.query(
            SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING *").format(
                self._table,
                SQL(", ").join(map(Identifier, names)),
                SQL(", ").join([Placeholder()] * len(names)),
            ),
            [tx.tenant_id, uuid7(), *(to_column(message, field) for field in self._columns)],
        )
        return self._emit(tx, "Created", self._to_message(rows[0]))

    async def get(self, tx: Work, name: str) -> M:
        """Reads one."""
        return self._to_message(await self._find(tx, name))

    async def list(self, tx: Work, page_size: int, page_token: str) -> tuple[Sequence[M], str]:
        """A page, oldest first, and the token of the next one."""
        size = page_size_of(page_size)
        after = parse_page_token(self._collection, page_token)
        rows = await tx.query(
            SQL(
                "SELECT * FROM {} WHERE tenant_id = %s AND (%s::uuid IS NULL OR id > %s::uuid)"
                " ORDER BY id LIMIT %s"
            ).format(self._table),
            [tx.tenant_id, after, after, size + 1],
        )
        shown = rows[:size]
        is_last = len(rows) <= size
        token = "" if is_last else format_page_token(self._collection, shown[-1]["id"])
        return [self._to_message(row) for row in shown], token

    async def update(self, tx: Work, message: M, mask: FieldMask | None) -> M:
        """Changes the fields that the mask names; the others keep what they have."""
        fields = masked_fields(self._message.desc(), mask.paths if mask else ())
        row = await self._lock(tx, self._text(message, "name"), self._text(message, "etag"))
        values = {field.name: to_column(message, field) for field in fields}
        return self._emit(tx, "Updated", await self._write(tx, row, values))

    async def transition(self, tx: Work, name: str, etag: str, transition: Transition) -> M:
        """Leads to another state; raises `failed_precondition` where its own does not allow it."""
        row = await self._lock(tx, name, etag)
        if row["state"] not in transition.sources:
            raise ConnectError(
                Code.FAILED_PRECONDITION,
                f"{transition.command} is for {' or '.join(transition.sources)},"
                f" and this is {row['state']}",
            )
        message = await self._write(tx, row, {"state": transition.target})
        return self._emit_as(tx, transition.event, message)

    async def delete(self, tx: Work, name: str, etag: str) -> None:
        """Deletes one."""
        row = await self._lock(tx, name, etag)
        await tx.execute(
            SQL("DELETE FROM {} WHERE tenant_id = %s AND id = %s").format(self._table),
            [tx.tenant_id, row["id"]],
        )
        self._emit(tx, "Deleted", self._to_message(row))

    async def _find(self, tx: Work, name: str, lock: SQL = _NO_LOCK) -> DictRow:
        # what is another tenant's and what is not there look the same, and cost the same
        resource = parse_name(self._collection, name)
        rows = await tx.query(
            SQL("SELECT * FROM {} WHERE tenant_id = %s AND id = %s {}").format(self._table, lock),
            [resource.tenant_id, resource.id],
        )
        return _only(rows)

    async def _lock(self, tx: Work, name: str, etag: str) -> DictRow:
        row = await self._find(tx, name, SQL("FOR UPDATE"))
        assert_etag(etag, row["version"])
        return row

    async def _write(self, tx: Work, row: DictRow, values: Mapping[str, object]) -> M:
        sets = [SQL("{} = {}").format(Identifier(name), Placeholder()) for name in values]
        rows = await tx.query(
            SQL(
                "UPDATE {} SET {}, version = version + 1, update_time = now()"
                " WHERE tenant_id = %s AND id = %s RETURNING *"
            ).format(self._table, SQL(", ").join(sets)),
            [*values.values(), tx.tenant_id, row["id"]],
        )
        return self._to_message(_only(rows))

    def _to_message(self, row: DictRow) -> M:
        message = self._message()
        name = ResourceName(row["tenant_id"], str(row["id"]))
        self._set(message, "name", format_name(self._collection, name))
        self._set(message, "etag", etag_of(row["version"]))
        self._set(message, "create_time", Timestamp.from_datetime(row["create_time"]))
        self._set(message, "update_time", Timestamp.from_datetime(row["update_time"]))
        if state := self._fields.get("state"):
            from_column(message, state, row["state"])
        for field in self._columns:
            from_column(message, field, row[field.name])
        return message

    def _set(self, message: M, name: str, value: object) -> None:
        message[self._fields[name]] = value

    def _text(self, message: M, name: str) -> str:
        return str(message[self._fields[name]])

    def _emit(self, tx: Work, what: str, message: M) -> M:
        return self._emit_as(tx, f"{self._message.desc().name}{what}", message)

    def _emit_as(self, tx: Work, event: str, message: M) -> M:
        subject = self._text(message, "name")
        tx.emit(DomainEvent(f"{self._package}.{event}", subject, message.to_json()))
        return message


def _only(rows: Sequence[DictRow]) -> DictRow:
    if not rows:
        raise ConnectError(Code.NOT_FOUND, "there is none")
    return rows[0]
