"""How long a page's script keeps its reader waiting: `python benchmarks/interactive.py`.

See `README.md` for what is measured.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from formats import write
from frozen import run_strictly
from growing import grown
from page_weight import _served, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DRAWN, LARGE = 120, 1_000  # claims: the most that are drawn flat, and a map of which a page shows the top
LOAD_LIMIT, CLICK_LIMIT = 100, 16  # milliseconds
# No theme, so that all script is ours.
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A map</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="{sheet}"><script type="module" src="{script}"></script>
<body class="md-typeset">{figure}</html>"""
CLICK = """() => {
  const button = document.querySelector(".am-reject");
  const start = performance.now();
  button.click();
  return performance.now() - start;
}"""


def main() -> None:
    """Measure, and print a table."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description="How long a page's script keeps its reader waiting.")
    parser.add_argument("--loads", type=int, default=20, help="visits to a page (default: %(default)s)")
    parser.add_argument("--clicks", type=int, default=100, help="claims not accepted (default: %(default)s)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = built(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        with _served(site) as address:
            runs = {
                f"load, {DRAWN:,} claims": (loads(browser, f"{address}drawn.html", asked.loads), LOAD_LIMIT),
                f"load, {LARGE:,} claims": (loads(browser, f"{address}large.html", asked.loads), LOAD_LIMIT),
                f"what if, {DRAWN:,} claims": (clicks(browser, f"{address}drawn.html", asked.clicks), CLICK_LIMIT),
                f"what if, {LARGE:,} claims": (clicks(browser, f"{address}large.html", asked.clicks), CLICK_LIMIT),
            }
        print(f"Chromium {browser.version}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores;")
        print("milliseconds of script\n")
        browser.close()
    print("\n".join(table(runs)))


def built(folder: Path) -> Path:
    """A site with a page for each of the two maps, and nothing on it but the map."""
    (folder / "mkdocs.yml").write_text("site_name: Maps\ntheme: mkdocs\nplugins: [argmap]\n", "utf-8")
    for name, size in (("drawn", DRAWN), ("large", LARGE)):
        write(grown(size), folder / "docs" / "maps", name, "yml")
        (folder / "docs" / f"{name}.md").write_text(f"# A map\n\n```argmap\n{name}\n```\n", "utf-8")
    site = folder / "site"
    options = ["--site-dir", str(site), "--no-directory-urls"]
    run_strictly([sys.executable, "-m", "mkdocs", "build", *options], folder)
    files = {path.suffix: path.relative_to(site).as_posix() for path in (site / "assets" / "argmap").glob("argmap.*")}
    for name in ("drawn", "large"):
        page = site / f"{name}.html"
        figure = re.search(r'<figure class="am-palette argmap.*?</figure>', page.read_text("utf-8"), re.DOTALL)
        if not figure:
            sys.exit(f"there is no drawing on {page}")
        page.write_text(PAGE.format(sheet=files[".css"], script=files[".js"], figure=figure[0]), "utf-8")
    return site


def loads(browser: Browser, address: str, times: int) -> list[float]:
    """The script's time of each visit, from nothing to a drawing that answers, as Chromium's profiler samples it."""
    runs = []
    for _ in range(times):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        # A page of the same host, which is not there: the profiler stays with the process that shows it.
        page.goto(f"{address.rpartition('/')[0]}/nothing.html")
        told = context.new_cdp_session(page)
        told.send("Profiler.enable")
        told.send("Profiler.setSamplingInterval", {"interval": 100})
        told.send("Profiler.start")
        page.goto(address, wait_until="networkidle")
        runs.append(script_time(told.send("Profiler.stop")["profile"]))
        if not page.locator(".am-tools").count():
            sys.exit(f"the drawing of {address} does not answer")
        context.close()
    return runs


def script_time(profile: dict[str, Any]) -> float:
    """The milliseconds in which our script ran, or what it called."""
    nodes = {node["id"]: node for node in profile["nodes"]}
    ours: set[int] = set()
    waiting = [id_ for id_, node in nodes.items() if "/assets/argmap/" in node["callFrame"]["url"]]
    while waiting:
        found = waiting.pop()
        ours.add(found)
        waiting += set(nodes[found].get("children", ())) - ours
    spent = zip(profile["samples"], profile["timeDeltas"][1:], strict=False)
    return sum(delta for sample, delta in spent if sample in ours) / 1000


def clicks(browser: Browser, address: str, times: int) -> list[float]:
    """The time of each click on "I don't accept this", another claim each time, with all that is laid out meanwhile."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    rows = page.locator(".am-frame-column .am-card [id]:visible").evaluate_all("(rows) => rows.map((row) => row.id)")
    runs: list[float] = []
    for row in islice(cycle(rows), times):
        page.evaluate("(id) => document.getElementById(id).querySelector('a').dispatchEvent(new MouseEvent('click', "
                      "{ bubbles: true, cancelable: true }))", row)  # fmt: skip
        runs.append(page.evaluate(CLICK))
        page.evaluate("document.querySelector('.am-reject').click()")
    context.close()
    return runs


def table(runs: dict[str, tuple[Sequence[float], int]]) -> Iterator[str]:
    """A line of names and one for each kind of run."""
    names = ("first", "min", "10 %", "median", "90 %", "max", "at most")
    yield f"{'':22}" + "".join(f"{name:>9}" for name in names)
    for kind, (found, limit) in runs.items():
        tenth, *_, ninetieth = quantiles(found, n=10)
        numbers = (found[0], min(found), tenth, median(found), ninetieth, max(found), limit)
        yield f"{kind:22}" + "".join(f"{ms:9.2f}" for ms in numbers)


if __name__ == "__main__":
    main()
