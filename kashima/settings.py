"""Settings of the command line itself; each process it starts has a settings class of its own."""

import os
from pathlib import Path

from pydantic import AliasChoices, Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from kashima.var_folder import VarFolder
from kashima.words import is_japanese
from world_server.store.settings import StoreSettings


class OperatorLanguage(BaseSettings):
    """The language of the person at the keyboard, as every other program reads it."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    locale: str = Field(
        default="",
        validation_alias=AliasChoices("LC_ALL", "LC_MESSAGES", "LANG"),
        description="The operator's language: Japanese unless it names another (LANG).",
    )

    @property
    def japanese(self) -> bool:
        """Whether to speak Japanese."""
        return is_japanese(self.locale)


class OperatorSettings(StoreSettings):
    """What a verb that prints links or reads the database by itself needs to know.

    Unless a database is named, it is the one in the town's folder.
    """

    var: Path = Field(
        default=Path("var"), description="Folder of everything one machine's town keeps."
    )
    admin_url: str = Field(
        default="http://127.0.0.1:8701",
        description="Address of the staff pages as staff type it, without a slash at the end.",
    )

    @model_validator(mode="before")
    @classmethod
    def _database_in_var(cls, given: dict[str, object]) -> dict[str, object]:
        folder = VarFolder(Path(str(given.get("var", "var"))))
        return {"database_url": folder.database_url, **given}


class UpSettings(OperatorSettings):
    """Where the town of one machine keeps its things and listens."""

    host: str = Field(
        default="127.0.0.1",
        description="Address at which the town and the staff pages listen under `kashima up`.",
    )
    world_port: int = Field(default=8700, ge=0, le=65535, description="Port of the town; 0: any.")
    admin_port: int = Field(
        default=8701, ge=0, le=65535, description="Port of the staff pages; 0: any."
    )
    minter_port: int = Field(
        default=8702, ge=0, le=65535, description="Port of the minter's health page; 0: any."
    )
    chain_port: int = Field(
        default=8545, ge=0, le=65535, description="Port of the embedded chain; 0: any."
    )
    redis_port: int = Field(
        default=8704, ge=0, le=65535, description="Port of the embedded Redis; 0: any."
    )


def inherited_environment() -> dict[str, str]:
    """The environment this process was started with, for the processes it starts.

    Without what `up` gives each part in a file of its own: an operator's leftover value must
    neither point a part at another Redis nor show a key of the chain to one that may not have it.
    """
    given = {
        "KASHIMA_REDIS_URL",
        "KASHIMA_ISSUER_KEY",
        "KASHIMA_REGISTRAR_KEY",
        "KASHIMA_SECRETS_DIR",
    }
    return {name: value for name, value in os.environ.items() if name not in given}
