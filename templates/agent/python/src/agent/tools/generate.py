"""Makes the stubs of the tools from the contracts in `proto/`: `make generate`."""

import subprocess
import sys
from pathlib import Path

from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.descriptor_pb2 import FileDescriptorSet
from google.protobuf.descriptor_pool import DescriptorPool

from agent.definition.load import DefinitionError, load_definition
from agent.definition.model import Definition, Tool
from agent.paths import DEFINITION, ROOT, SCHEMA, STUBS
from agent.tools.comments import comments_of
from agent.tools.schema import is_context, schema_of
from agent.tools.stub import Stub, StubError, write_stubs


def compile_contracts(root: Path) -> FileDescriptorSet:
    """What buf makes of the contracts in `proto/`; nothing where there are none."""
    if not any((root / "proto").rglob("*.proto")):
        return FileDescriptorSet()
    built = subprocess.run(  # noqa: S603 - nothing of it comes from outside
        [Path(sys.executable).with_name("buf"), "build", "--output", "-"],
        cwd=root,
        capture_output=True,
        check=False,
    )
    if built.returncode:
        raise StubError(f"The contracts are wrong. {built.stderr.decode().strip()}")
    return FileDescriptorSet.FromString(built.stdout)


def make_stubs(definition: Definition, contracts: FileDescriptorSet) -> list[Stub]:
    """A stub for each tool; raises StubError where a contract has no such method."""
    pool = DescriptorPool()
    for file in contracts.file:
        pool.Add(file)
    comments = comments_of(contracts.file)
    return [_stub(tool, _method(tool, pool), comments) for tool in definition.tools]


def _method(tool: Tool, pool: DescriptorPool) -> MethodDescriptor:
    try:
        method = pool.FindMethodByName(f"{tool.service}.{tool.method}")
    except KeyError:
        raise StubError(
            f"tool {tool.id}: there is no method {tool.service}/{tool.method} in proto/"
        ) from None
    if method.client_streaming or method.server_streaming:
        raise StubError(f"tool {tool.id}: {tool.method} streams, which no tool does")
    return method


def _stub(tool: Tool, method: MethodDescriptor, comments: dict[str, str]) -> Stub:
    request = method.input_type
    context = next((field.json_name for field in request.fields if is_context(field)), None)
    return Stub(
        tool=tool,
        description=tool.description or comments.get(method.full_name) or method.name,
        arguments=schema_of(request, comments),
        context=context,
    )


if __name__ == "__main__":
    try:
        declared = load_definition(DEFINITION, SCHEMA)
        write_stubs(STUBS, make_stubs(declared, compile_contracts(ROOT)))
    except (DefinitionError, StubError) as error:
        sys.exit(str(error))
