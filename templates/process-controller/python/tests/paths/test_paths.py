"""The worker goes every way of the drawing, and no other one."""

import pytest
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Replayer

from connection.data_converter import DATA_CONVERTER
from process.served import PROCESSES
from tests.support.paths import DrawnPath, differences, read_cases, read_drawing
from tests.support.play import play
from tests.support.policies import POLICIES
from worker.create_worker import interceptors_of

DRAWING = read_drawing()
CASES = read_cases()


@pytest.mark.parametrize("path", DRAWING.paths, ids=lambda path: path.name)
async def test_goes_as_it_is_drawn(time_skipping: WorkflowEnvironment, path: DrawnPath) -> None:
    assert path.name in CASES, f"add a case {path.name} to test/cases.yaml"
    [process] = [one for one in PROCESSES if one.process_id == DRAWING.process_id]
    state, history = await play(time_skipping, process, CASES[path.name])
    assert differences(path, state["path"]) == []
    # the same again, as another worker would do it
    replayer = Replayer(
        workflows=[process.workflow],
        interceptors=interceptors_of(POLICIES),
        data_converter=DATA_CONVERTER,
    )
    await replayer.replay_workflow(history)


@pytest.mark.parametrize("name", CASES)
def test_has_no_case_for_a_path_that_is_not_drawn(name: str) -> None:
    assert name in [path.name for path in DRAWING.paths], f"the drawing has no path {name}"
