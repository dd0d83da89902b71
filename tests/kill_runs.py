"""Kills klscope at random moments: ``python tests/kill_runs.py --kills 300 --seed 7``.

Real processes under the offscreen platform are used at random: bars are dragged by the mouse, data pasted and imported,
documents saved. SIGKILL ends them at any moment, at the start too, then they are started again. In a third of the
chains of kills the disk is full from time to time (a small tmpfs for root, else writing is made to fail), in a third
two processes share one folder.

Held is: every window comes back, in one process, with no state older than that of 1.5 s before the kill, of the time
during which the disk had room; a saved file is always whole, and never older than the last saving that has told of
success. The seed is printed; what is drawn from it is what is done, not when it is interrupted. Exit code 0: no loss.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from random import Random, SystemRandom

from kills.chain import Chain, Kind
from kills.ledger import Tally

MOST_KILLS_IN_A_CHAIN = 6


def read_arguments() -> argparse.Namespace:
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(description="Kill the program at random moments.")
    parser.add_argument("--kills", type=int, default=300, help="how many kills (default: %(default)s)")
    parser.add_argument("--seed", type=int, help="what is drawn; without it, another one every time")
    parser.add_argument("--jobs", type=int, default=1, help="how many chains at once (default: %(default)s)")
    parser.add_argument("--kind", choices=[kind.value for kind in Kind], help="one kind of chain only")
    return parser.parse_args()


def plan(kills: int, seed: int, only: str | None) -> list[tuple[Kind, int, int]]:
    """Return the chains: kind, seed and number of kills; the kinds take turns."""
    random = Random(seed)
    kinds = list(Kind) if only is None else [Kind(only)]
    length = max(1, min(MOST_KILLS_IN_A_CHAIN, kills // len(kinds)))
    chains = []
    while kills > 0:
        kind = kinds[len(chains) % len(kinds)]
        chains.append((kind, random.randrange(10**9), min(length, kills)))
        kills -= length
    return chains


def main() -> int:
    """Run the chains, and tell what came of them."""
    asked = read_arguments()
    seed = SystemRandom().randrange(10**6) if asked.seed is None else asked.seed
    print(f"seed {seed}, {asked.kills} kills", flush=True)
    total = Tally()
    with ThreadPoolExecutor(asked.jobs) as pool:
        for tally in pool.map(lambda one: Chain(*one).run(), plan(asked.kills, seed, asked.kind)):
            total += tally
            for line in tally.losses:
                print(line, flush=True)
            print(f"{total.kills} kills, {len(total.losses)} losses", flush=True)
    print(f"seed {seed}: {total}")
    return 1 if total.losses or not total.kills else 0


if __name__ == "__main__":
    sys.exit(main())
