"""`mkdocs serve` for real, in a process of its own."""

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
