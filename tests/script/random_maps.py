"""Maps at random with rejections, the same on every run: small, dense, full of loops, ties and nested arguments."""

from __future__ import annotations

from random import Random

from plain_maps import plain_map
from reasoned import Case, known

STRENGTHS = ("weak", "normal", "strong")


def random_cases(number):
    return [random_case(Random(seed)) for seed in range(number)]


def random_case(random):
    argument_map = plain_map(random_claims(random, [f"c{n}" for n in range(random.randint(1, 12))]))
    doubtful = known(argument_map)
    return Case(argument_map, random.sample(doubtful, k=min(len(doubtful), random.choice((0, 0, 1, 1, 2, 4)))))


def random_claims(random, ids):
    return {
        key: {
            "because": random_arguments(random, ids, depth=0),
            "but": random_arguments(random, ids, depth=0),
            "strength": random.choice(("bare", *STRENGTHS)),
            "assumed": random.random() < 0.8,
        }
        for key in ids
    }


def random_arguments(random, ids, depth):
    """Fewer of them, the deeper they are nested; now and then a premise is named twice."""
    return [
        {
            "premises": random.choices(ids, k=random.choice((1, 1, 1, 2, 3))),
            "strength": random.choice(STRENGTHS),
            "because": random_arguments(random, ids, depth + 1),
            "but": random_arguments(random, ids, depth + 1),
        }
        for _ in range(random.choice(((0, 0, 1, 2), (0, 0, 0, 1), (0, 0, 0, 0, 0, 1), (0,))[depth]))
    ]
