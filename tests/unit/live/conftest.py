"""A town square and an event, with time in the test's hand."""

import pytest
from scene import WALK, Scene


@pytest.fixture
def scene() -> Scene:
    return Scene()


@pytest.fixture
def event() -> Scene:
    return Scene(WALK)
