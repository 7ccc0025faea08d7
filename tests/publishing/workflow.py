"""A GitHub workflow as its promises look at it: the text, and what the text says."""

from dataclasses import dataclass
from functools import cached_property

import yaml


@dataclass(frozen=True)
class Workflow:
    text: str

    @cached_property
    def data(self):
        # The base loader leaves words as they are written: `on` is no truth value.
        return yaml.load(self.text, yaml.BaseLoader)

    @property
    def triggers(self):
        return set(self.data["on"])

    @property
    def jobs(self):
        return self.data["jobs"]

    @property
    def steps(self):
        return [step for job in self.jobs.values() for step in job.get("steps", [])]

    def step(self, action):
        """The one step that uses an action."""
        (found,) = [step for step in self.steps if step.get("uses", "").startswith(f"{action}@")]
        return found

    @property
    def grants(self):
        """Every permission that is granted, as (the job's name, or "" for all of them, what, how far)."""
        places = [("", self.data["permissions"]), *((name, job["permissions"]) for name, job in self.jobs.items())]
        return {(place, *grant) for place, granted in places for grant in granted.items()}
