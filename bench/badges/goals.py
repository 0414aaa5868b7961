"""What the badges must reach."""

from bench.goals import Goal

GOALS = [
    Goal("gas a badge, 100 fresh holders", "gas.kashima.fresh.100", 25_800, "gas"),
    Goal("gas a badge, 100 returning holders", "gas.kashima.again.100", 8_700, "gas"),
    Goal("gas a badge, 100 who have it already", "gas.kashima.held.100", 3_200, "gas"),
    Goal("recount of 20,000 logs, with all figures", "recount.seconds", 1, "s"),
    Goal(
        "from award to final on the embedded chain",
        "throughput.sqlite.rate",
        3_000,
        "badges/s",
        at_least=True,
    ),
]
