"""Run the measurements: `python -m bench [NAME ...]`, all of them without a name."""

import argparse
import importlib
import pkgutil
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Run the named benches one after the other; each prints its own table."""
    names = sorted(
        module.name for module in pkgutil.iter_modules([str(HERE)]) if module.name != "__main__"
    )
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("name", nargs="*", choices=[*names, []], help="which to run")
    for name in parser.parse_args().name or names:
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
