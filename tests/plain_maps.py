"""Maps for tests, from plain data in the notation's own shape."""

from __future__ import annotations

from argmap.model import Argument, ArgumentMap, Claim, Place, Strength

NOWHERE = Place("plain.yml", 1, 1)


def plain_map(claims, thesis=None):
    """`{"t": {"because": ["a", ["b", "c"], {"premises": ["d"], "but": [...]}]}, "a": {}, ...}` as a map."""
    return ArgumentMap(
        file="plain.yml",
        title="Plain",
        thesis=thesis or next(iter(claims)),
        claims={key: plain_claim(key, **fields) for key, fields in claims.items()},
    )


def plain_claim(key, because=(), but=(), strength="bare", assumed=True, text=None, label=""):
    return Claim(
        id=key,
        text=text or f"Text of {key}.",
        label=label,
        strength=Strength[strength.upper()],
        assumed=assumed,
        because=arguments(key, "because", because),
        but=arguments(key, "but", but),
        place=NOWHERE,
    )


def arguments(conclusion, word, items, on_argument=False):
    return tuple(
        plain_argument(f"{conclusion}.{word}.{number}", conclusion, word == "but", on_argument, spelled_out(item))
        for number, item in enumerate(items, start=1)
    )


def spelled_out(item):
    if isinstance(item, str):
        return {"premises": [item]}
    return item if isinstance(item, dict) else {"premises": item}


def plain_argument(position, conclusion, attacks, on_argument, item):
    key = item.get("id", position)
    return Argument(
        id=key,
        conclusion=conclusion,
        attacks=attacks,
        on_argument=on_argument,
        premises=tuple(item["premises"]),
        strength=Strength[item.get("strength", "normal").upper()],
        because=arguments(key, "because", item.get("because", ()), on_argument=True),
        but=arguments(key, "but", item.get("but", ()), on_argument=True),
        place=NOWHERE,
    )
