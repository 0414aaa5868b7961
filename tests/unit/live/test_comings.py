"""RO1: who came and left, told once, whatever happened between two beats."""

from hypothesis import given
from hypothesis import strategies as st

from world_server.live.comings import Comings
from world_server.protocol.messages import AvatarCard


def card(number: int) -> AvatarCard:
    return AvatarCard(id=number, name=str(number), look=0)


def test_ro1_nothing_happened_is_nothing_to_tell() -> None:
    comings = Comings()
    assert comings.take() is None
    comings.came(card(1))
    told = comings.take()
    assert told is not None
    assert (told.came, told.left) == ((card(1),), ())
    assert comings.take() is None


@given(st.lists(st.tuples(st.integers(1, 5), st.booleans(), st.booleans()), max_size=60))
def test_ro1_who_listens_knows_who_is_there(happens: list[tuple[int, bool, bool]]) -> None:
    comings = Comings()
    there: set[int] = set()
    known: set[int] = set()
    for number, comes, beat in happens:
        if comes:
            there.add(number)
            comings.came(card(number))
        elif number in there:
            there.remove(number)
            comings.left(number)
        if beat and (told := comings.take()) is not None:
            known -= set(told.left)
            known |= {one.id for one in told.came}
            assert known == there
    told = comings.take()
    if told is not None:
        known = (known - set(told.left)) | {one.id for one in told.came}
    assert known == there
