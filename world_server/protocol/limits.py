"""Every number of the wire, each named by the rule of PROTOCOL.md that argues for it."""

PROTOCOL_VERSION = 1
"""JN2: the version this server speaks."""

OLDEST_PROTOCOL = 1
"""JN2: the oldest version it still accepts."""

BEAT_MS = 100
"""PS1: one beat, ten a second."""

POSE_BUDGET = 5500
"""PS1: bytes of pose frames a second for one visitor, unless the settings say otherwise."""

LEAST_POSE_BUDGET = 1000
"""PS1: with less there would be no room for each part of a frame."""

FRESH_BEATS = 3
"""PS3: beats for which a changed pose is repeated to those who are near."""

NEAR_LIMIT = 100
"""PS3: avatars in the near part of a frame, heroes aside."""

TOWN_BEATS = 5
"""PS8: beats from one slice of the town to the next, for one reader."""

HERO_LIMIT = 8
"""PS9: heroes in one frame."""

CELL_METRES = 20.0
"""PS3: side of an interest cell; near is the cell itself and the eight around it."""

UNIT_METRES = 0.02
"""PO2: one wire step of x and z, so that a position is at most 1 cm off."""

YAW_STEPS = 256
"""PO3: wire steps of a full turn, so that a direction is at most 0.71° off."""

MOVE_BYTES = 12
"""MV1: length of a compact move."""

POSE_HEADER_BYTES = 8
POSE_RECORD_BYTES = 10
"""PS2: lengths in a pose frame."""

MOVES_PER_SECOND = 20.0
MOVES_AT_ONCE = 120
"""MV4: moves a connection may send; twice the beat, and what a stalled radio sends at once."""

RUN_SPEED = 5.5
"""MV5: metres a second of the fastest gait."""

SPEED_TOLERANCE = 1.25
"""MV5: jitter of clocks and the slope of stairs, on top of the run."""

REACH_SECONDS = 2.5
"""MV5: seconds of running that may arrive at once after a gap in the radio."""

LOWEST_METRES = -20.0
HIGHEST_METRES = 120.0
"""MV6: heights an avatar may stand at when the town data names none."""

CORRECT_PAUSE_SECONDS = 0.5
"""MV7: at most one `correct` in this time; moves sent before it arrived are still wrong."""

MAX_PAYLOAD = 4096
"""LM1: bytes of one inbound message; the longest legal one is far below."""

STAMP_SECONDS = 3.0
"""ST1: seconds one stays within a place's radius until it is reached."""

STAMP_METRES_UP = 6.0
"""ST1: how far above or below a place one is still there; one may lie above another."""

CHAT_LENGTH = 200
"""CH2: characters of one line of chat."""

CHAT_AT_ONCE = 5
CHAT_SECONDS_EACH = 2.0
"""CH5: lines and phrases a visitor may send at once, and the time in which one comes back."""

REPEATS = 3
REPEAT_SECONDS = 60.0
"""CH7: how often one visitor may say the same line, and within which time."""

BLOCK_AT_ONCE = 10
BLOCK_SECONDS_EACH = 6.0
"""BL1: visitors one may block at once, and the time in which one comes back."""

PHRASES = 12
"""CH3: preset phrases, numbered from 1, worded by each reader's own client."""

EMOTES = 5
"""EM1: emotes, numbered from 1: wave, bow, clap, point, yassa."""

EMOTE_AT_ONCE = 4
EMOTE_SECONDS_EACH = 1.0
"""EM2: emotes a visitor may show at once, and the time in which one comes back."""

TRAVEL_AT_ONCE = 3
TRAVEL_SECONDS_EACH = 10.0
"""TV2: journeys by the quick way at once, and the time in which one comes back."""

GATHER_AT_ONCE = 2
GATHER_SECONDS_EACH = 15.0
"""GA2: how often everybody in an instance may be called together, and the time between."""

RESUME_SECONDS = 30.0
"""RS1: how long an avatar is kept for a visitor whose connection broke."""

KEPT_MESSAGES = 1024
"""RS2: numbered messages kept for one instance."""

SAVE_PATIENCE_MS = 250
"""NU5: how long what was said waits to be kept in Redis before it is told all the same."""

CALM_VISITORS = 200
BUSY_BEATS = 3
"""RO1: where more are, who came and left is told on every third beat only: each time costs one
write a reader, 14 % of the core while a storm of joins fills a hall of 2,000."""

ROSTER_PAGE = 100
"""RO2: avatar cards in a welcome, and in each page after it."""

SAID_AT_ONCE = 40
SAID_PER_SECOND = 10.0
"""LM7: chat lines and phrases one instance passes on; more than anybody can read."""

SHOWN_AT_ONCE = 80
SHOWN_PER_SECOND = 20.0
"""LM7: emotes one instance passes on."""

MIRROR_SECONDS = 2.5
"""MI3: how long a mirrored avatar is shown after the last word about it."""

LINGER_SECONDS = 1.0
"""RS5: a connection back within this time is not told to the others at all."""

PING_SECONDS = 3
PONG_SECONDS = 4
"""RS5: time between pings, and time to answer one; 3 + 4 + linger stay below 10 s."""

JOIN_SECONDS = 5.0
"""LM3: time from the open connection to an accepted CONNECT."""

STRIKES_AT_ONCE = 10
STRIKE_SECONDS_EACH = 10.0
"""LM2: malformed or unknown messages forgiven before the connection is closed."""

REQUESTS_PER_SECOND = 20.0
REQUESTS_AT_ONCE = 60
"""LM4: text messages read from one connection; a faster one is closed."""

WAITING_PER_ADDRESS = 64
"""LM5: connections of one network address that have not joined yet."""

WAITING_IN_ALL = 1024
"""LM5: connections of all addresses together that have not joined yet."""

UNREAD_BYTES = 196_608
"""LM6: unsent bytes at which a reader that does not read is let go, to resume later."""

STALE_BYTES = 32_768
"""PS6: unsent bytes at which a reader's beats are skipped instead of queued."""
