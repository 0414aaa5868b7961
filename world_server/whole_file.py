"""Writing a file whole or not at all: readers see the old one or the new one, whatever happens."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

OWNER_ONLY = 0o600


def write_whole(path: Path, parts: Iterable[bytes], *, mode: int = 0o666) -> None:
    """Put the parts in place as one file, on the disk when this returns; raise OSError.

    `mode` is what open(2) takes, narrowed by the umask. The draft beside it begins with a dot and
    the file's name; one killed while writing leaves it behind.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
