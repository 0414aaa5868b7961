"""Pure: names of instances; a large event has several.

They are called `event-<slug>`, `event-<slug>.2`, `event-<slug>.3` and so on. What is counted for
the whole event (seats, the line in front of it) goes by the base name, the one before the dot.
"""

PUBLIC = "public"
"""The town that is open at any time."""


def base_of_event(slug: str) -> str:
    """The base name of an event's instances, which is the name of the first one too."""
    return f"event-{slug}"


def nth_instance(base: str, number: int) -> str:
    """The `number`-th instance, counted from 1."""
    return base if number == 1 else f"{base}.{number}"


def base_of(instance: str) -> str:
    """What the instance is one of."""
    return instance.partition(".")[0]


def number_of(instance: str) -> int:
    """Which of its siblings the instance is, counted from 1."""
    return int(instance.partition(".")[2] or 1)
