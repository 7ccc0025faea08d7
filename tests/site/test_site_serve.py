"""`mkdocs serve` for real: an editor changes files and looks at the page."""

import os
import re
import socket
import subprocess
import sys
import threading
from queue import Empty, Queue
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from harbour import BROKEN, PIER, REPORT
from html_reader import Html

TRIES = 12


class Served:
    """A running server. Whatever it says is read all the time, so that it never waits for a reader."""

    def __init__(self, site):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{free.getsockname()[1]}"
        self.site = site
        self.lines = Queue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", self.address.removeprefix("http://")],
            cwd=site.folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.said = []
        self.wait_for("Serving on")

    def _read(self):
        for line in self.process.stderr:
            self.lines.put(line)

    def wait_for(self, words):
        while not any(words in line for line in self.said):
            try:
                self.said.append(self.lines.get(timeout=60))
            except Empty:
                pytest.fail(f"The server never said {words!r}: {self.said}")

    def get(self, path=""):
        with urlopen(f"{self.address}/{path}", timeout=60) as answer:
            return answer.read().decode()

    def page_with(self, words, path="", *, change):
        """The page once it has these words. Until then `change` is made again and again.

        The server compares snapshots, and may take the first one only after the change.
        """
        for _ in range(TRIES):
            source = self.get(path)
            if words in source:
                return Html(source)
            change()
            epoch = re.search(r"livereload\((\d+),", source)[1]
            try:
                urlopen(f"{self.address}/livereload/{epoch}/0", timeout=5).close()
            except (TimeoutError, URLError):
                continue
        return pytest.fail(f"The page never had {words!r}: {self.get(path)}")

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.reader.join()
        self.process.stderr.close()


@pytest.fixture
def served(site):
    site.load()
    server = Served(site)
    yield server
    server.stop()


def test_an_editing_session(served):
    site = served.site

    def saves(path, text):
        return lambda: site.write(path, text)

    assert Html(served.get()).all("svg")

    text = PIER.replace("A pier is too dear.", "A pier costs too much.")
    served.page_with("A pier costs too much.", change=saves("docs/maps/pier.yml", text))

    source = "maps/pier/sources/report/"
    served.page_with("Newly added.", source, change=saves("report.txt", f"{REPORT}\nNewly added.\n"))

    broken = served.page_with("am-broken", change=saves("docs/maps/pier.yml", BROKEN))
    assert "did you mean `towns-alike`?" in broken.one("figure", "am-broken").text
    assert not broken.all("svg")

    mended = served.page_with("<svg", change=saves("docs/maps/pier.yml", PIER))
    assert not mended.all("figure", "am-broken")
    assert served.process.poll() is None


def test_a_source_in_a_folder_that_was_quoted_only_later_is_watched_too(served):
    site = served.site
    site.write("texts/other.txt", REPORT)
    text = PIER.replace("../../report.txt", "../../texts/other.txt").replace("Harbour report", "Another report")
    page = "maps/pier/sources/report/"
    served.page_with("Another report", page, change=lambda: site.write("docs/maps/pier.yml", text))

    def changes():
        site.write("texts/other.txt", f"{REPORT}\nIn another folder.\n")

    served.page_with("In another folder.", page, change=changes)
