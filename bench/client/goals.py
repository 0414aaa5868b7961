"""What the client must reach (localhost, headless Chromium, software drawing, lowest tier)."""

from bench.goals import Goal

GOALS = [
    Goal("the welcome can be used", "solid.welcome", 800, "ms"),
    Goal("longest freeze after the welcome, 3D", "solid.frozen", 200, "ms"),
    Goal("walking in 3D, from the first byte", "solid.walking", 3_000, "ms"),
    Goal("draw calls of a frame", "solid.calls", 80, "calls"),
    Goal("everything needed to walk in 3D, as sent", "solid.bytes", 250, "KiB"),
    Goal("the flat town can be used, from the button", "flat.entering", 400, "ms"),
    Goal("the flat town with all it needs, as sent", "flat.bytes", 40, "KiB"),
    Goal(
        "a frame of 1,000 people, to a frame of one",
        "crowd.1000.frame",
        2,
        "×",
        per="crowd.1.frame",
    ),
    Goal("memory more after thousands came and went", "crowd.memory_growth", 1, "MB"),
    Goal("graphics left behind by them", "crowd.left_behind", 0, "things"),
]
