"""Which claims stand in a map, which fall, why, and what turns on what."""

from argmap.reasoning.labelling import changed, label, state
from argmap.reasoning.rule import step
from argmap.reasoning.sentences import says
from argmap.reasoning.turning import pivotal
from argmap.reasoning.verdict import Reason, ReasonCode, State, Verdict

__all__ = ["Reason", "ReasonCode", "State", "Verdict", "changed", "label", "pivotal", "says", "state", "step"]
