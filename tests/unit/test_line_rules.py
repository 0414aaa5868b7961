"""CH7: what a line may not hold, and the ways people try to get it past."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.errors import LineRefused
from world_server.line_rules import LineRules, Repeats, plain
from world_server.settings import ASSETS

RULES = LineRules(["darn*", "heck # mild", "しね", "ばか", "씨발", "ไอ้บ้า", "", "# nothing"])
LIST = LineRules((ASSETS / "moderation" / "words.txt").read_text("utf-8").splitlines())


def refusal(text: str, rules: LineRules = RULES, *, may_link: bool = False) -> str | None:
    try:
        rules.check(text, may_link=may_link)
    except LineRefused as refused:
        return refused.rule
    return None


@pytest.mark.parametrize(
    "text",
    [
        "darn",
        "DARN it",
        "ｄａｒｎ",
        "d a r n",
        "d.a.r.n",
        "d-a-r-n you",
        "oh d 4 r n it",
        "daaaarn",
        "dårn",
        "d\u200dа\u200drn",
        "dаrn",
        "darning",
        "heck!",
        "h3ck",
        "シネ",
        "ｼﾈ",
        "し　ね",
        "し・ね！",
        "お前、シ ネ",
        "バーカ バカ",
        "씨 발",
        "ไอ้ บ้า",
    ],
)
def test_ch7_a_word_is_found_however_it_is_dressed_up(text: str) -> None:
    assert refusal(text) == "words"
    assert refusal(text, may_link=True) == "words"


@pytest.mark.parametrize(
    "text",
    [
        "check the shrine",
        "heckler's yard",
        "I am at A",
        "祐徳稲荷神社は楽しいですね",
        "1000年前からあります",
        "สวัสดี",
        "안녕하세요",
        "👏👏👏",
        "",
    ],
)
def test_ch7_what_only_looks_alike_is_passed_on(text: str) -> None:
    assert refusal(text) is None
    assert refusal(text, LIST) is None


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/x",
        "HTTP://1.2.3.4",
        "見て www.example",
        "example.com",
        "ｅｘａｍｐｌｅ．ｃｏｍ",
        "example . com",
        "example(dot)com",
        "example [.] shop",
        "example。com",
        "bit.ly/abc",
        "鹿島.jp",
        "write to me@example.org",
    ],
)
def test_ch7_no_links_but_those_of_guide_and_staff(text: str) -> None:
    assert refusal(text) == "link"
    assert refusal(text, may_link=True) is None


@pytest.mark.parametrize(
    "text", ["Yes. To the shrine", "ok.. me too", "10.5 m high", "9.30 a.m.", "e.g. sake", "…jp?"]
)
def test_ch7_a_sentence_is_no_link(text: str) -> None:
    assert refusal(text) is None


def test_the_list_that_comes_with_the_town_has_a_word_in_each_language() -> None:
    for text in ("F U C K this", "シネ 死ね", "ไอ้สัตว์", "씨발", "去死吧"):
        assert refusal(text, LIST) == "words", text


@given(st.text())
def test_any_text_is_read_and_a_plain_spelling_stays_as_it_is(text: str) -> None:
    refusal(text, LIST)
    spelt = plain(text)
    assert spelt == " ".join(spelt.split())


@given(st.text(alphabet="abcdefghij", min_size=1), st.integers(1, 5))
def test_ch7_the_same_is_said_so_often_and_no_more(text: str, most: int) -> None:
    repeats = Repeats(most=most, seconds=60)
    for at in range(most):
        repeats.check(text, float(at))
    for again in (text, text.upper(), f" {text}!"):
        with pytest.raises(LineRefused):
            repeats.check(again, most + 1.0)
    repeats.check("zzz", most + 1.0)
    repeats.check(text, 60.0)
