"""Run the measurements: `python -m bench [wire | world] [options]`, both without a name."""

import importlib
import sys

USAGE = "usage: python -m bench [wire | world [--help]]"


def main() -> int:
    """Run the named bench, or both; each prints what it finds."""
    match sys.argv[1:]:
        case []:
            return _run("bench.wire", []) or _run("bench.world.run", [])
        case ["wire"]:
            return _run("bench.wire", [])
        case ["world", *options]:
            return _run("bench.world.run", options)
        case _:
            print(USAGE, file=sys.stderr)
            return 2


def _run(module: str, options: list[str]) -> int:
    code: int = importlib.import_module(module).main(options)
    return code


if __name__ == "__main__":
    sys.exit(main())
