"""What the town under load must reach."""

from bench.goals import Goal


def _of_square(square: str, times: float) -> list[Goal]:
    ours = f"hold.{square}.kashima"
    return [
        Goal(f"held in the {square}", ours, 4000, "visitors", at_least=True),
        Goal(
            f"held in the {square}, to Colyseus with StateView",
            ours,
            times,
            "times",
            at_least=True,
            per=f"hold.{square}.colyseus-view",
        ),
    ]


GOALS = [
    *_of_square("plaza", 4),
    *_of_square("crowd", 9),
    Goal("down per visitor, plaza, as shipped", "shipped.plaza.down", 6, "kB/s"),
    Goal("down per visitor, crowd, as shipped", "shipped.crowd.down", 8, "kB/s"),
    Goal("up per visitor, as shipped", "shipped.plaza.up", 1, "kB/s"),
    Goal("p99 age of near avatars, plaza", "shipped.plaza.near_age_p99", 150, "ms"),
    Goal("p99 age of near avatars, crowd", "shipped.crowd.near_age_p99", 150, "ms"),
    Goal("memory per visitor", "memory.each", 60, "kB"),
    Goal("visitors who came in by the storm", "storm.joined", 2000, "visitors", at_least=True),
    Goal("p99 join in the storm", "storm.join_p99", 1000, "ms"),
    Goal("p99 age of those inside, in the storm", "storm.age_p99", 250, "ms"),
    Goal("p99 age of those inside, all others leaving", "storm.leaving_age_p99", 250, "ms"),
    Goal("two worlds to one", "worlds.ratio", 1.7, "times", at_least=True),
    Goal("p99 added to a guide's poses by mirroring", "mirror.added_p99", 150, "ms"),
]
