"""The same attacks for longer: python -m tests.attack --rounds 10."""

from __future__ import annotations

import argparse
import time

from tests.attack import attacks
from tests.attack.attacks import MEBIBYTE


def main() -> None:
    """Attack round after round and print what it cost."""
    parser = argparse.ArgumentParser(prog="python -m tests.attack", description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    with attacks.victim() as target:
        attacks.wrong_secrets(target, 200)
        before = target.memory
        for number in range(1, options.rounds + 1):
            began = time.perf_counter()
            attacks.wrong_secrets(target, 10_000)
            attacks.header_floods(target, 10)
            attacks.large_bodies(target, 10)
            attacks.garbage(target, 100)
            attacks.held_connections(target, 200)
            grown = (target.memory - before) / MEBIBYTE
            seconds = time.perf_counter() - began
            print(f"round {number}: {seconds:.0f} s, {target.kept()} events kept, memory {grown:+.1f} MiB")


if __name__ == "__main__":
    main()
