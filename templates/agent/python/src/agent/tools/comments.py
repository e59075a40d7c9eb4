"""What contracts say about methods and fields."""

from collections.abc import Iterable, Iterator

from google.protobuf.descriptor_pb2 import DescriptorProto, FileDescriptorProto

# numbers of fields in descriptor.proto, which paths to comments are made of
_MESSAGE, _SERVICE, _METHOD, _FIELD, _NESTED = 4, 6, 2, 2, 3

Path = tuple[int, ...]


def comments_of(files: Iterable[FileDescriptorProto]) -> dict[str, str]:
    """The comments above methods and fields, by their full names."""
    found: dict[str, str] = {}
    for file in files:
        names = dict(_names(file))
        for location in file.source_code_info.location:
            name = names.get(tuple(location.path))
            if name and location.leading_comments:
                found[name] = " ".join(location.leading_comments.split())
    return found


def _names(file: FileDescriptorProto) -> Iterator[tuple[Path, str]]:
    for i, service in enumerate(file.service):
        for j, method in enumerate(service.method):
            yield (_SERVICE, i, _METHOD, j), f"{file.package}.{service.name}.{method.name}"
    for i, message in enumerate(file.message_type):
        yield from _fields((_MESSAGE, i), f"{file.package}.{message.name}", message)


def _fields(path: Path, name: str, message: DescriptorProto) -> Iterator[tuple[Path, str]]:
    for i, field in enumerate(message.field):
        yield (*path, _FIELD, i), f"{name}.{field.name}"
    for i, nested in enumerate(message.nested_type):
        yield from _fields((*path, _NESTED, i), f"{name}.{nested.name}", nested)
