"""Every page of the project's own site in the other engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from looks import MEASURE, misfits
from needs import ask_node, needed, node_package
from published import serve

if TYPE_CHECKING:
    from published import Published

pytestmark = pytest.mark.xdist_group("firefox")

WIDTHS = [360, 1440]
PLANTED = """<!doctype html><title>Planted</title><main><h1 style="width: 600px">Wide</h1></main>
<script>console.error("a fault")</script><img src="none.png">"""


@pytest.fixture(scope="module")
def visits(site: Published, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What Firefox complains of and what is measured: the planted page first, then every page, at every width."""
    node_package("puppeteer-core")
    folder = tmp_path_factory.mktemp("planted")
    (folder / "index.html").write_text(PLANTED, "utf-8")
    with serve(folder) as planted:
        order = {
            "firefox": needed("firefox-esr", "firefox"),
            "addresses": [planted, *(site.address + path for path in site.pages)],
            "widths": WIDTHS,
            "measure": MEASURE,
        }
        return ask_node("firefox.mjs", order)


def faults(visits: list[dict[str, Any]]) -> list[str]:
    return [
        f"{visit['address']} at {visit['width']} px: {fault}"
        for visit in visits
        for fault in [*visit["complaints"], *misfits(visit["measured"])]
    ]


def test_every_page_fits_and_nothing_is_complained_of(visits: list[dict[str, Any]], site: Published) -> None:
    ours = visits[len(WIDTHS) :]
    assert len(ours) == len(site.pages) * len(WIDTHS)
    assert any(visit["measured"]["smallest"] for visit in ours)
    assert not faults(ours), "\n".join(faults(ours))


def test_what_is_planted_is_found(visits: list[dict[str, Any]]) -> None:
    told = "\n".join(faults(visits[: len(WIDTHS)]))
    for fault in ("a fault", "404: ", "px too wide", "beyond the edge: h1"):
        assert fault in told
