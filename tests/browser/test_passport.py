"""A visitor with their passport: what is stored, on what terms, and on which devices it is held."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from client_people import DESK, PHONE, SLOW, Meet, Someone
from client_town import ClientTown, client_town
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """A town at a name, since passkeys are made for names only."""
    folder = tmp_path_factory.mktemp("passports")
    with client_town(redis_url=f"{redis_server}/57", folder=folder, host="localhost") as running:
        yield running


def arrive(someone: Someone, nickname: str, *, remember: bool = True) -> None:
    """Come in, and stand before one's passport."""
    someone.enter(nickname, remember=remember)
    someone.open()


def open_passport(someone: Someone) -> None:
    someone.at("passport-open").click()
    expect(someone.at("passport-kept")).to_be_visible(timeout=SLOW)


def says(someone: Someone, key: str, **values: str | int) -> None:
    """The page says that something was done."""
    sentence = someone.says(key, **values)
    expect(someone.at("passport-status")).to_have_text(sentence, timeout=SLOW)


def is_narrow(someone: Someone) -> None:
    """Nothing has to be scrolled sideways."""
    wide = "() => document.scrollingElement.scrollWidth > document.documentElement.clientWidth"
    inside = (
        "() => [...document.querySelectorAll('dialog')].some(d => d.scrollWidth > d.clientWidth)"
    )
    assert not someone.page.evaluate(wide)
    assert not someone.page.evaluate(inside)


def picture(someone: Someone, pictures: Path, name: str) -> None:
    someone.page.screenshot(path=pictures / f"{name}.png")


def test_what_is_stored_is_shown_and_taken_away(
    meet: Meet, town: ClientTown, pictures: Path
) -> None:
    aiko = meet(size=PHONE)
    arrive(aiko, "あいこ")
    open_passport(aiko)
    for name in ("visitor", "consents", "visits", "devices"):
        expect(aiko.at(f"kept-{name}")).to_be_visible()
    expect(aiko.at("kept-awards")).to_have_count(0)
    expect(aiko.at("device-here")).to_have_count(1)
    picture(aiko, pictures, "passport-phone")
    assert aiko.find_faults() == []
    with aiko.page.expect_download() as begun:
        aiko.at("passport-export").click()
    assert begun.value.suggested_filename.startswith("kashima-passport-")
    told = json.loads(begun.value.path().read_text(encoding="utf-8"))
    assert told["kept"]["visitor"][0]["nickname"] == "あいこ"
    assert len(told["kept"]["visits"]) == 1
    aiko.page.set_viewport_size({"width": 320, "height": 640})
    is_narrow(aiko)
    aiko.page.keyboard.press("Escape")
    expect(aiko.at("passport-open")).to_be_focused()
    assert aiko.faults == []


def test_just_this_once_becomes_remembered_and_back(meet: Meet, pictures: Path) -> None:
    ben = meet(language="en")
    arrive(ben, "Ben", remember=False)
    open_passport(ben)
    expect(ben.at("device-here")).to_have_count(0)
    expect(ben.at("code-paper")).to_have_count(0)
    ben.at("agree").click()
    says(ben, "passport-agree-done")
    (cookie,) = ben.context.cookies()
    assert cookie["expires"] > 0
    expect(ben.at("code-paper")).to_be_visible()
    ben.at("disagree-fold").locator("summary").click()
    assert ben.find_faults() == []
    ben.at("disagree").click()
    says(ben, "passport-disagree-done")
    (cookie,) = ben.context.cookies()
    assert cookie["expires"] == -1
    assert ben.page.evaluate("() => localStorage.length") == 0
    ben.at("passport-close").click()
    told = ben.says("town-returning-not-remembered")
    expect(ben.page.get_by_text(told)).to_be_visible(timeout=SLOW)
    assert ben.faults == []


def test_a_code_brings_the_passport_to_another_device(meet: Meet, pictures: Path) -> None:
    aiko = meet(size=DESK)
    arrive(aiko, "あいこ")
    open_passport(aiko)
    aiko.at("code-paper").click()
    typed = aiko.at("typed-code")
    expect(typed).to_be_visible(timeout=SLOW)
    code = typed.inner_text()
    assert len(code.split()) == 4
    picture(aiko, pictures, "passport-code")
    assert aiko.find_faults() == []

    phone = meet(size=PHONE)
    phone.open()
    phone.at("passport-elsewhere").click()
    expect(phone.at("arrival-code")).to_be_focused(timeout=SLOW)
    phone.at("arrival-go").click()
    expect(phone.at("arrival-fault")).to_have_text(phone.says("passport-arrive-missing"))
    phone.at("arrival-code").fill("0000 0000 0000 0000")
    phone.at("arrival-go").click()
    unknown = phone.says("error-passport-refused", rule="unknown")
    expect(phone.at("arrival-fault")).to_have_text(unknown, timeout=SLOW)
    picture(phone, pictures, "passport-arrival-phone")
    assert phone.find_faults() == []
    phone.at("arrival-code").fill(code.lower())
    phone.page.keyboard.press("Enter")
    welcome = phone.says("passport-arrive-done", name="あいこ")
    expect(phone.at("arrival-welcome")).to_have_text(welcome, timeout=SLOW)
    fresh = phone.at("typed-code")
    expect(fresh).to_be_visible(timeout=SLOW)
    assert fresh.inner_text() != code
    assert phone.find_faults() == []
    phone.at("arrival-done").click()
    expect(phone.at("returner")).to_contain_text("あいこ", timeout=SLOW)

    aiko.open()
    open_passport(aiko)
    expect(aiko.at("device-other")).to_have_count(1)
    aiko.at("device-other").get_by_role("button").click()
    says(aiko, "passport-device-gone")
    expect(aiko.at("device-other")).to_have_count(0)
    phone.open()
    expect(phone.at("nickname")).to_be_visible(timeout=SLOW)
    assert aiko.faults == phone.faults == []


def test_a_link_for_the_phone_asks_first_and_leaves_the_address(meet: Meet, pictures: Path) -> None:
    aiko = meet(language="en")
    arrive(aiko, "Aiko")
    open_passport(aiko)
    aiko.at("code-phone").click()
    expect(aiko.page.get_by_role("img", name=aiko.says("passport-phone-picture"))).to_be_visible(
        timeout=SLOW
    )
    code = "".join(aiko.at("typed-code").inner_text().split())
    picture(aiko, pictures, "passport-qr")
    assert aiko.find_faults() == []

    ben = meet(language="en", size=PHONE)
    arrive(ben, "Ben")
    ben.open(f"/#passport={code}")
    expect(ben.at("arrival")).to_be_visible(timeout=SLOW)
    assert "#" not in ben.page.url
    ben.at("arrival-go").click()
    expect(ben.at("arrival-instead")).to_be_visible(timeout=SLOW)
    picture(ben, pictures, "passport-instead-phone")
    assert ben.find_faults() == []
    ben.at("arrival-instead").click()
    welcome = ben.says("passport-arrive-done", name="Aiko")
    expect(ben.at("arrival-welcome")).to_have_text(welcome, timeout=SLOW)
    ben.at("arrival-done").click()
    expect(ben.at("returner")).to_contain_text("Aiko", timeout=SLOW)
    assert ben.faults == []


def authenticator(someone: Someone) -> tuple[Any, str]:
    """A phone's own: it keeps passkeys and has seen a finger."""
    devtools = someone.context.new_cdp_session(someone.page)
    devtools.send("WebAuthn.enable")
    made = devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return devtools, made["authenticatorId"]


def test_a_passkey_brings_the_passport_to_another_device(meet: Meet) -> None:
    aiko = meet(language="en")
    devtools, holder = authenticator(aiko)
    arrive(aiko, "Aiko")
    open_passport(aiko)
    aiko.at("passkey-make").click()
    says(aiko, "passport-passkey-made")
    expect(aiko.at("passkey")).to_have_count(1)
    aiko.at("passkey-make").click()
    says(aiko, "passport-passkey-had")
    assert aiko.find_faults() == []
    (credential,) = devtools.send("WebAuthn.getCredentials", {"authenticatorId": holder})[
        "credentials"
    ]
    assert credential["rpId"] == "localhost"
    assert credential["isResidentCredential"]

    phone = meet(language="en", size=PHONE)
    devtools, holder = authenticator(phone)
    devtools.send("WebAuthn.addCredential", {"authenticatorId": holder, "credential": credential})
    phone.open()
    phone.at("passport-elsewhere").click()
    phone.at("arrival-passkey").click()
    welcome = phone.says("passport-arrive-done", name="Aiko")
    expect(phone.at("arrival-welcome")).to_have_text(welcome, timeout=SLOW)
    phone.at("arrival-done").click()
    expect(phone.at("returner")).to_contain_text("Aiko", timeout=SLOW)

    aiko.at("passkey").get_by_role("button").click()
    says(aiko, "passport-passkey-removed")
    other = meet(language="en", size=PHONE)
    devtools, holder = authenticator(other)
    credential["signCount"] += 1
    devtools.send("WebAuthn.addCredential", {"authenticatorId": holder, "credential": credential})
    other.open()
    other.at("passport-elsewhere").click()
    other.at("arrival-passkey").click()
    refused = other.says("error-passport-refused", rule="passkey")
    expect(other.at("arrival-fault")).to_have_text(refused, timeout=SLOW)
    assert aiko.faults == phone.faults == other.faults == []


def test_in_the_town_it_is_one_panel_and_erasing_ends_the_walk(meet: Meet) -> None:
    aiko = meet(size=PHONE)
    aiko.enter("あいこ")
    aiko.at("dock-menu").click()
    aiko.at("menu-passport").click()
    expect(aiko.at("passport-kept")).to_be_visible(timeout=SLOW)
    assert aiko.find_faults() == []
    aiko.at("passport-see").click()
    expect(aiko.at("stamps")).to_be_visible(timeout=SLOW)
    aiko.at("dock-menu").click()
    aiko.at("menu-passport").click()
    aiko.at("erase-fold").locator("summary").click(timeout=SLOW)
    aiko.at("passport-erase").click()
    aiko.page.wait_for_selector("body[data-ready=farewell]")
    aiko.open()
    expect(aiko.at("nickname")).to_have_value("", timeout=SLOW)
    assert aiko.context.cookies() == []
    assert aiko.faults == []
