"""Which fields an update changes."""

from collections.abc import Sequence

from connectrpc.code import Code
from connectrpc.errors import ConnectError
from protobuf import DescField, DescMessage

from service.resources.columns import OUTPUT_ONLY


def masked_fields(desc: DescMessage, paths: Sequence[str] = ()) -> list[DescField]:
    """The fields that a mask names; all that can be changed where it names none or is `*`.

    So AIP-134 has it. Raises `invalid_argument` that says which field cannot be changed.
    """
    writable = {field.name: field for field in desc.fields if field.name not in OUTPUT_ONLY}
    if not paths or "*" in paths:
        return list(writable.values())
    for path in paths:
        if path not in writable:
            raise ConnectError(
                Code.INVALID_ARGUMENT,
                f'update_mask: "{path}" is no field that can be changed;'
                f" there are {', '.join(writable)}",
            )
    return [writable[path] for path in dict.fromkeys(paths)]
