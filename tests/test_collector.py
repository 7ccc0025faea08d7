"""The garbage collector rests while something is made, and no longer."""

import gc

import pytest

from argmap.collector import resting


@pytest.fixture(autouse=True)
def as_it_was():
    was_enabled = gc.isenabled()
    yield
    (gc.enable if was_enabled else gc.disable)()


@resting()
def made(then=None):
    inside = gc.isenabled()
    if then:
        then()
    return inside


def test_it_rests_and_goes_on():
    gc.enable()
    assert (made(), gc.isenabled()) == (False, True)


def test_what_is_made_within_does_not_wake_it():
    gc.enable()
    inner = []
    made(lambda: inner.extend([made(), gc.isenabled()]))
    assert (inner, gc.isenabled()) == ([False, False], True)


def test_it_goes_on_after_a_mistake():
    gc.enable()
    with pytest.raises(ZeroDivisionError):
        made(lambda: 1 / 0)
    assert gc.isenabled()


def test_one_that_was_switched_off_stays_so():
    gc.disable()
    assert (made(), gc.isenabled()) == (False, False)
