"""How a bot tends to behave, as numbers, and what it says. Pure."""

from dataclasses import dataclass

WALK_SPEED = 2.6
RUN_SPEED = 5.2
"""Metres a second the client walks and runs at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """Seconds are means of an exponential spread; a mean of 0 means never."""

    rest_seconds: float = 8.0
    """Standing and looking before the next walk."""
    talk_seconds: float = 45.0
    emote_seconds: float = 40.0
    drop_seconds: float = 240.0
    """From one lost line to the next."""
    follow_chance: float = 0.2
    """How often a walk is after somebody instead of to a place."""
    follow_seconds: float = 40.0
    run_chance: float = 0.1


NAMES = {
    "ja": "ボット{number}",
    "en": "Bot {number}",
    "th": "บอต {number}",
    "ko": "봇 {number}",
    "zh-TW": "機器人{number}",
}
"""What a bot is called, so that nobody takes it for a person."""

LINES = {
    "ja": ("こんにちは", "きれいですね", "ここはどこですか", "写真をとります", "ついていきます"),
    "en": ("Hello", "This is lovely", "Where are we now?", "Taking a picture", "Right behind you"),
    "th": ("สวัสดี", "สวยจัง", "ที่นี่ที่ไหน", "ถ่ายรูปก่อนนะ", "กำลังตามไป"),
    "ko": ("안녕하세요", "정말 예뻐요", "여기가 어디예요?", "사진 찍을게요", "따라갈게요"),
    "zh-TW": ("大家好", "好漂亮", "這裡是哪裡？", "我來拍照", "我跟上來了"),
}
"""Short lines for where free text is allowed."""

LANGUAGES = tuple(NAMES)
