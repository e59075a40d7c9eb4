"""The agent as an MCP server: it can be run, and its tools without risk can be used."""

from typing import Any
from uuid import uuid4

import mcp_types as types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from pydantic import ValidationError

from agent.controller import CONTROLLER_NAME
from agent.errors import ApiError
from agent.runs.messages import RunRequest
from agent.runs.runner import Run
from agent.tools.toolbox import Toolbox

RUN_AGENT = "run_agent"


def create_mcp(run: Run, toolbox: Toolbox) -> StreamableHTTPSessionManager:
    """Makes what serves MCP over HTTP; each request stands by itself."""

    async def list_tools(
        _context: ServerRequestContext[Any], _params: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        agent = types.Tool(
            name=RUN_AGENT,
            description="Runs the agent, or goes on with a run that waits for an answer.",
            input_schema=RunRequest.model_json_schema(),
        )
        return types.ListToolsResult(
            tools=[
                agent,
                *(
                    types.Tool(
                        name=stub.tool.id,
                        description=stub.description,
                        input_schema=stub.arguments,
                        annotations=types.ToolAnnotations(read_only_hint=True),
                    )
                    for stub in toolbox.readable()
                ),
            ]
        )

    async def call_tool(
        _context: ServerRequestContext[Any], params: types.CallToolRequestParams
    ) -> types.CallToolResult:
        arguments = params.arguments or {}
        if params.name == RUN_AGENT:
            try:
                answer = await run(RunRequest.model_validate(arguments))
            except (ApiError, ValidationError) as error:
                return _result(str(error), is_error=True)
            return _result(answer.model_dump_json(exclude_none=True))
        used = await toolbox.use(toolbox.readable(), params.name, arguments, str(uuid4()))
        return _result(used.text, is_error=used.outcome != "called")

    server = Server(CONTROLLER_NAME, on_list_tools=list_tools, on_call_tool=call_tool)
    return StreamableHTTPSessionManager(server, json_response=True, stateless=True)


def _result(text: str, *, is_error: bool = False) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(text=text)], is_error=is_error)
