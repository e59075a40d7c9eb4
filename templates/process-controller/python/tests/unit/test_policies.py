"""policies.yaml."""

from datetime import timedelta

import pytest
import yaml

from process.served import JOBS
from tests.support.policies import POLICIES
from worker.policies import PoliciesError, read_policies

USUAL = {"startToCloseTimeout": "1 minute"}


def test_are_there_for_every_job() -> None:
    assert POLICIES.keys() == JOBS.keys()
    for policy in POLICIES.values():
        assert policy.start_to_close_timeout or policy.schedule_to_close_timeout
        assert policy.retry_policy.maximum_attempts > 0


def test_say_what_is_usual_and_what_is_otherwise() -> None:
    text = yaml.dump(
        {
            "usual": {**USUAL, "retry": {"initialInterval": "1 second", "backoffCoefficient": 2}},
            "jobs": {"charge": {"heartbeatTimeout": "1.5 hours", "retry": {"maximumAttempts": 1}}},
        }
    )
    policies = read_policies(text, ["charge", "other"])
    charge, other = policies["charge"], policies["other"]
    assert charge.start_to_close_timeout == timedelta(minutes=1)
    assert charge.heartbeat_timeout == timedelta(hours=1, minutes=30)
    assert other.heartbeat_timeout is None
    assert (charge.retry_policy.maximum_attempts, other.retry_policy.maximum_attempts) == (1, 3)
    assert charge.retry_policy.initial_interval == timedelta(seconds=1)
    assert charge.retry_policy.backoff_coefficient == 2


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        ({"usual": {}}, r"usual: needs startToCloseTimeout"),
        ({"usual": {"startToCloseTimeout": "soon"}}, r"usual\.startToCloseTimeout: .*30 seconds"),
        ({"usual": USUAL, "jobs": {"x": {"retries": 3}}}, r"jobs\.x\.retries: "),
        (
            {"usual": USUAL, "jobs": {"x": {"retry": {"maximumAttempts": 0}}}},
            r"jobs\.x\.retry\.maximumAttempts: ",
        ),
        ({"usual": USUAL, "jobs": {"y": {}}}, r"jobs\.y: there is no such job, but x"),
        ({"usual": USUAL, "others": {}}, r"others: "),
        ({"usual": USUAL, "jobs": {"x": {"local": True}}}, r"jobs\.x\.local: .*under 2 seconds"),
        (None, r"policies\.yaml"),
    ],
)
def test_are_refused_where_they_are_wrong_with_the_place(file: object, problem: str) -> None:
    with pytest.raises(PoliciesError, match=problem):
        read_policies(yaml.dump(file), ["x"])


def test_are_refused_where_they_are_no_yaml() -> None:
    with pytest.raises(PoliciesError, match=r"policies\.yaml is wrong"):
        read_policies("usual: {", ["x"])
