"""The policies that the worker has, too."""

from pathlib import Path

from process.served import JOBS
from worker.policies import read_policies

POLICIES = read_policies((Path(__file__).parents[2] / "policies.yaml").read_text(), JOBS.keys())
