"""Where faults are told: the form for new issues of the repository that a site names."""

from __future__ import annotations

from urllib.parse import urlsplit

FORMS = {"github.com": "issues/new", "gitlab.com": "-/issues/new", "codeberg.org": "issues/new"}
NESTED = {"gitlab.com"}  # where a project may lie in groups within groups


def issues_form(repository: str | None) -> str | None:
    """The address of the form, for a repository at one of the hosts that are known."""
    try:
        parts = urlsplit(repository or "")
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    path = [part for part in parts.path.partition("/-/")[0].removesuffix("/").removesuffix(".git").split("/") if part]
    if parts.scheme not in ("http", "https") or host not in FORMS or len(path) < 2:
        return None
    project = path if host in NESTED else [path[0], path[1].removesuffix(".git")]
    return f"https://{host}/{'/'.join(project)}/{FORMS[host]}"
