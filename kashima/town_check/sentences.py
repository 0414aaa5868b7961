"""What can be wrong with a town's data: a sentence for each fault, in Japanese and in English."""

from dataclasses import dataclass

SENTENCES: dict[str, tuple[str, str]] = {
    "file-missing": ("ファイルがありません。", "The file is missing."),
    "not-json": (
        "JSON として読めません（{line} 行目、{column} 文字目）。",
        "This is no JSON (line {line}, column {column}).",
    ),
    "wrong-shape": (
        "{where} がないか、形が違います。",
        "{where} is missing or has the wrong shape.",
    ),
    "id-wrong": (
        "{where} の id は、英小文字・数字・ハイフンで 40 字以内にしてください。",
        "The id of {where} must be lower-case letters, digits and hyphens, 40 at most.",
    ),
    "id-twice": (
        "{where} の id「{id}」が二度出てきます。",
        "The id {id} of {where} is used twice.",
    ),
    "language-missing": (
        "{where} に言葉がありません：{languages}",
        "{where} has no words in {languages}.",
    ),
    "text-long": (
        "{where}（{language}）は {limit} 字以内にしてください。",
        "{where} ({language}) may have at most {limit} characters.",
    ),
    "bounds-wrong": (
        "bounds の最小は最大より小さくしてください。",
        "In bounds the least must be less than the greatest.",
    ),
    "bounds-wide": (
        "bounds は縦横 {limit} m までです（今は {metres} m）。",
        "The bounds may span {limit} m each way; they span {metres} m.",
    ),
    "outside": ("{where} が bounds の外にあります。", "{where} lies outside the bounds."),
    "island-unknown": (
        "{where} の島「{island}」はありません。",
        "{where} names the island {island}, which there is not.",
    ),
    "line-short": ("{where} には点が二つ以上要ります。", "{where} needs two points at least."),
    "line-still": (
        "{where} に同じ点が続いています。",
        "{where} has the same point twice running.",
    ),
    "kind-unknown": (
        "{where} の種類「{kind}」はありません。",
        "{where} is of the kind {kind}, which there is not.",
    ),
    "not-positive": ("{where} は 0 より大きくしてください。", "{where} must be more than 0."),
    "unreachable": (
        "{where} へ、出発点から道を通って行けません。石段の先なら steps を true にしてください。",
        "{where} cannot be reached from the spawn along the ways. Beyond steps, set steps to true.",
    ),
    "no-ways": (
        "人の歩く道（street, road, path）がありません。",
        "There is no way to walk on (street, road or path).",
    ),
    "place-unknown": (
        "{where} の場所「{place}」は町にありません。",
        "{where} names the place {place}, which the town has not.",
    ),
    "place-twice": (
        "{where} に場所「{place}」が二度出てきます。",
        "{where} names the place {place} twice.",
    ),
    "days-wrong": (
        "{where} の日付が正しくないか、最後の日が最初の日より前です。",
        "The days of {where} are no dates, or the last is before the first.",
    ),
    "name-differs": (
        "ファイル名と id「{id}」が違います。",
        "The id {id} differs from the file's name.",
    ),
    "well": ("町のデータに問題はありません。", "Nothing is wrong with the town's data."),
    "counted": ("直すところが {count} 件あります。", "{count} things are to be put right."),
    "folder-missing": (
        "フォルダ {folder} がありません。",
        "There is no folder {folder}.",
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: in which file, which sentence says so, and its values."""

    file: str
    key: str
    values: tuple[tuple[str, object], ...] = ()

    def said(self, *, japanese: bool) -> str:
        """The fault as one line."""
        return f"{self.file}: {sentence(self.key, japanese=japanese, **dict(self.values))}"


def sentence(key: str, *, japanese: bool, **values: object) -> str:
    """The sentence of that key with its values filled in."""
    ja, en = SENTENCES[key]
    return (ja if japanese else en).format(**values)
