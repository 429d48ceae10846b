"""What stands beside the data: the graph's one node of its own, which the contract's lines leave out."""

from __future__ import annotations

from tests.contract.case import Case

CASES = [
    Case("schema/stamp", {"schema": 7}, rows=[{"schema": 7}]),
]
