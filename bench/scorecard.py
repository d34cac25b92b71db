"""The scorecard: mart, DuckDB, SQLite and PostgreSQL over the same facts, in one run."""

import json
import pathlib
import shutil
import subprocess

from lib import DATA, HERE, ROOT, TARGET, checked, keep

FACTS = 5_000_000


def drop_caches():
    """Empties the file cache, so that a cold start reads the disk. Needs root; says whether it worked."""
    subprocess.run(["sync"], check=False)
    try:
        pathlib.Path("/proc/sys/vm/drop_caches").write_text("3")
        return True
    except OSError:
        return False


def restore(folder, kept):
    for ending in ("-wal", "-shm"):
        (folder / f"bench.db{ending}").unlink(missing_ok=True)
    shutil.copyfile(kept, folder / "bench.db")


def main():
    checked(["cargo", "build", "--release", "--locked", "-p", "mart", "--example", "scorecard"], cwd=ROOT)
    program = TARGET / "examples" / "scorecard"
    folder = DATA / "scorecard"
    if not (folder / "bench.db").exists():
        checked([program, "generate", folder, FACTS])
    # Measuring writes to the journal: every run starts from the database as it was generated.
    kept = folder / "generated.db"
    if not kept.exists():
        shutil.copyfile(folder / "bench.db", kept)
    restore(folder, kept)
    cells, peers = folder / "cells.csv", folder / "peers.json"

    starts = []
    for emptied in (False, False, False, True, True, True):
        emptied = emptied and drop_caches()
        output, wall, rss = checked([program, "cold", folder])
        starts.append({"file_cache_emptied": emptied, "wall_s": wall, "rss_mib": rss, **json.loads(output)})
    mart = json.loads(checked([program, "measure", folder, cells])[0])
    restore(folder, kept)
    checked([ROOT / "scripts/with-postgres", HERE / ".venv/bin/python", HERE / "peers.py", folder, cells, peers])
    peers = json.loads(peers.read_text())
    again = json.loads(checked([program, "measure", folder, cells])[0])

    best = lambda ways: min(way["median_s"] for way in ways.values())
    ours = mart["scorecard_ms"]["median"] / 1e3
    told = {"facts": mart["facts"], "cells": mart["cells"], "mart": mart, "mart_after_peers": again["scorecard_ms"],
            "cold": starts, "peers": peers, "times_quicker": {}}
    for name, peer in peers.items():
        if "ways" in peer:
            told["times_quicker"][name] = best(peer["ways"]) / ours
    told["scan_ratio_plain"] = mart["scorecard_ms"]["median"] / mart["scan_plain_ms"]["median"]
    told["scan_ratio_compact"] = mart["scorecard_ms"]["median"] / mart["scan_compact_ms"]["median"]
    told["all_identical"] = all(way["identical"] for peer in peers.values() for way in peer.get("ways", {}).values())
    keep("scorecard", told)


if __name__ == "__main__":
    main()
