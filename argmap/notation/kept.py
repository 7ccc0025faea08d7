"""Maps kept in the cache, as they were read."""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from typing import Any

from argmap import cache, model


def load(folder: Path | None, text: str, file: str) -> model.ArgumentMap | None:
    """The map that was read from a text in a file of that name, if it is kept."""
    content = cache.load_bytes(folder, _name(text, file))
    if content is None:
        return None
    try:
        found = _ModelOnly(io.BytesIO(content)).load()
    except (pickle.UnpicklingError, *cache.FORGED):
        return None
    return found if isinstance(found, model.ArgumentMap) else None


def store(folder: Path | None, text: str, argument_map: model.ArgumentMap) -> None:
    """Keep a map that was read from a text."""
    content = pickle.dumps(argument_map, pickle.HIGHEST_PROTOCOL)
    cache.store_bytes(folder, _name(text, argument_map.file), content)


def _name(text: str, file: str) -> str:
    return f"{cache.key('argmap.notation', text, file)}.map"


class _ModelOnly(pickle.Unpickler):
    """Calls no code but the model's own. Who can write to the cache can say anything of a map, but run nothing."""

    def find_class(self, module: str, name: str) -> Any:
        found = getattr(model, name, None) if module == model.__name__ else None
        if not isinstance(found, type) or found.__module__ != model.__name__:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a map")
        return found
