"""Run the measurements: `python -m bench [wire | world | badges | client]`; all without a name."""

import importlib
import sys

BENCHES = {
    "wire": "bench.wire",
    "world": "bench.world.run",
    "badges": "bench.badges.run",
    "client": "bench.client.run",
}
USAGE = "usage: python -m bench [wire | world [--help] | badges [--help] | client [--help]]"


def main() -> int:
    """Run the named bench, or all of them; each prints what it finds."""
    match sys.argv[1:]:
        case []:
            return max(_run(module, []) for module in BENCHES.values())
        case ["wire"]:
            return _run("bench.wire", [])
        case [("world" | "badges" | "client") as name, *options]:
            return _run(BENCHES[name], options)
        case _:
            print(USAGE, file=sys.stderr)
            return 2


def _run(module: str, options: list[str]) -> int:
    code: int = importlib.import_module(module).main(options)
    return code


if __name__ == "__main__":
    sys.exit(main())
