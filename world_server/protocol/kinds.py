"""The kinds of numbers and words that messages hold, each with what it may be."""

from typing import Annotated

from world_server.protocol.geometry import U16_MAX
from world_server.protocol.limits import CHAT_LENGTH, EMOTES, PHRASES
from world_server.protocol.schema import Wire

MAX_NUMBER = 2**53 - 1
"""NU1: the largest whole number JavaScript can count to."""

MessageNumber = Annotated[
    int, Wire(least=1, most=MAX_NUMBER, meaning="Grows by one; a log begun anew begins higher.")
]
AvatarNumber = Annotated[int, Wire(least=1, most=U16_MAX, meaning="An avatar (ID1).")]
MoveNumber = Annotated[int, Wire(least=0, most=U16_MAX, meaning="Names the move; wraps.")]
Look = Annotated[int, Wire(least=0, most=2**24 - 1, meaning="Clothes, hair and skin, packed.")]
Role = Annotated[str, Wire(words=("visitor", "guide", "staff"))]
TourName = Annotated[str, Wire(least=1, most=40, meaning="A file of the town's tours.")]
Count = Annotated[int, Wire(least=0, most=MAX_NUMBER)]
Line = Annotated[str, Wire(least=1, most=CHAT_LENGTH)]
Phrase = Annotated[int, Wire(least=1, most=PHRASES, meaning="Worded by each client (CH3).")]
Emote = Annotated[int, Wire(least=1, most=EMOTES, meaning="wave, bow, clap, point, yassa.")]
