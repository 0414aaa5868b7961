"""Arguments of contract calls as bytes: words of 32, as the contract ABI specification has them."""

import re

WORD = 32
"""Bytes of a word."""

ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}")


class NotAnAddress(ValueError):
    """A holder is not 0x and 40 hex digits, so no transaction can name it."""


def is_address(text: str) -> bool:
    """Whether the text is 0x and 40 hex digits."""
    return ADDRESS.fullmatch(text) is not None


def number(value: int) -> bytes:
    """A whole number from 0 as one word."""
    return value.to_bytes(WORD, "big")


def address(text: str) -> bytes:
    """An address as one word; raise NotAnAddress."""
    if not is_address(text):
        raise NotAnAddress(text)
    return bytes(WORD - 20) + bytes.fromhex(text[2:])


def octets(value: bytes) -> bytes:
    """Bytes of any length: how many, then themselves, filled up to whole words."""
    return number(len(value)) + value + bytes(-len(value) % WORD)


def words(answer: bytes) -> list[int]:
    """An answer read as whole numbers, word by word."""
    return [int.from_bytes(answer[at : at + WORD], "big") for at in range(0, len(answer), WORD)]
