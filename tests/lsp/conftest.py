"""A project, and the bench that an editor works at."""

import pytest
from lsp_workshop import Workshop


@pytest.fixture
def workshop(tmp_path):
    return Workshop(tmp_path)
