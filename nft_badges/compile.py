"""Builds the contract's artifact: `python -m nft_badges.compile`; nothing at run time compiles.

The artifact beside the source is what is deployed. A test builds it again and compares, so the
two cannot drift; the compiler is pinned to one exact version.
"""

import hashlib
import json
from pathlib import Path

from nft_badges.contract import ARTIFACT

SOURCE = ARTIFACT.with_suffix(".vy")
COMPILER = "0.4.3"
FORMATS = ["abi", "bytecode", "bytecode_runtime", "method_identifiers"]


def build(source: Path = SOURCE) -> str:
    """The artifact of `source` as JSON text; the same bytes for the same source."""
    import vyper  # type: ignore[import-untyped]
    from vyper.compiler import compile_code  # type: ignore[import-untyped]

    if vyper.__version__ != COMPILER:
        message = f"the contract is built with vyper {COMPILER}, not {vyper.__version__}"
        raise RuntimeError(message)
    text = source.read_text(encoding="utf-8")
    made = compile_code(text, contract_path=source.name, output_formats=FORMATS)
    artifact = {
        "contract": source.stem,
        "source_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "compiler": {
            "name": "vyper",
            "version": COMPILER,
            "optimize": "gas",
            "evm_version": "cancun",
        },
        "selectors": {
            signature.partition("(")[0]: f"0x{int(selector, 16):08x}"
            for signature, selector in made["method_identifiers"].items()
        },
        "abi": made["abi"],
        "bytecode": made["bytecode"],
        "runtime": made["bytecode_runtime"],
    }
    return json.dumps(artifact, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the artifact beside the source."""
    ARTIFACT.write_text(build(), encoding="utf-8")


if __name__ == "__main__":
    main()
