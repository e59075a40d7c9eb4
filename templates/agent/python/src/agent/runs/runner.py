"""Runs the graph, within the limits of the definition."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage, messages_from_dict, messages_to_dict
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.errors import GraphRecursionError
from langgraph.types import Command

from agent.definition.model import Definition
from agent.errors import ApiError
from agent.graph.build import build_graph
from agent.graph.conditions import NoWayError
from agent.graph.nodes.model import ModelError, ModelTimeoutError
from agent.graph.nodes.node import LimitError
from agent.graph.state import State
from agent.runs.messages import Question, Resume, RunAnswer, RunRequest, SavedState
from agent.tools.toolbox import Toolbox

Run = Callable[[RunRequest], Awaitable[RunAnswer]]
"""Runs the agent for the caller; raises ApiError."""


def create_run(definition: Definition, model: BaseChatModel, toolbox: Toolbox) -> Run:
    """Makes what runs the agent."""
    builder = build_graph(definition, model, toolbox)
    limits = definition.limits
    waiting = {*definition.interrupts, *(n.id for n in definition.nodes if n.type == "human")}

    async def run(request: RunRequest) -> RunAnswer:
        state = _start(request) if request.resume is None else _go_on(request.resume, waiting)
        run_id = request.resume.state.run_id if request.resume else str(uuid4())
        # of this run alone: what outlives it is with the caller
        graph = builder.compile(checkpointer=InMemorySaver())
        config: RunnableConfig = {
            "recursion_limit": limits.steps,
            "configurable": {"thread_id": run_id},
        }
        try:
            async with asyncio.timeout(limits.runSeconds):
                result = await graph.ainvoke(state, config)
                if request.resume:
                    answer: Command[Any] = Command(resume=request.resume.answer)
                    result = await graph.ainvoke(answer, config)
        except GraphRecursionError:
            raise _exceeded(f"The run would take more than {limits.steps} steps") from None
        except LimitError as error:
            raise _exceeded(str(error)) from None
        except ModelTimeoutError as error:
            raise ApiError(504, "deadline_exceeded", str(error)) from None
        except ModelError as error:
            raise ApiError(502, "unavailable", str(error)) from error.__cause__
        except TimeoutError:
            raise ApiError(504, "deadline_exceeded", "The run took too long") from None
        except NoWayError as error:
            raise ApiError(422, "failed_precondition", str(error)) from None
        return _answer(run_id, result)

    return run


def _start(request: RunRequest) -> State:
    text = request.input or ""
    return {
        "messages": [HumanMessage(text)],
        "values": {"input": {**request.values, "text": text}},
        "proposals": [],
        "calls": 0,
    }


def _go_on(resume: Resume, waiting: set[str]) -> State:
    saved = resume.state
    if saved.node not in waiting:
        raise ApiError(400, "invalid_argument", f"No run waits at {saved.node}")
    try:
        messages: Any = messages_from_dict(saved.messages)
    except (KeyError, TypeError, ValueError):
        raise ApiError(400, "invalid_argument", "The messages of the state are none") from None
    return {
        "messages": messages,
        "values": saved.values,
        "proposals": [*saved.proposals],  # type: ignore[list-item]
        "calls": saved.calls,
        "resume_at": saved.node,
    }


def _answer(run_id: str, result: dict[str, Any]) -> RunAnswer:
    interrupts = result.get("__interrupt__", ())
    asked = Question.model_validate(interrupts[0].value) if interrupts else None
    messages = result["messages"]
    spoken = [message for message in messages if isinstance(message, AIMessage)]
    common: dict[str, Any] = {
        "run_id": run_id,
        "values": result["values"],
        "proposals": result["proposals"],
    }
    state = asked and SavedState(
        **common, node=asked.node, messages=messages_to_dict(messages), calls=result["calls"]
    )
    status = "interrupted" if asked else "declined" if result.get("declined") else "completed"
    return RunAnswer.model_validate(
        {
            **common,
            "status": status,
            "answer": str(spoken[-1].text) if spoken else "",
            "question": asked,
            "state": state,
        }
    )


def _exceeded(message: str) -> ApiError:
    return ApiError(422, "limit_exceeded", message)
