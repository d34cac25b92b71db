"""Linkage: comparisons a second beside anonlink on the same filters, FEBRL 4 beside Splink, growth with the people."""

import json
import os
import subprocess
import sys
import time

from lib import DATA, HERE, ROOT, TARGET, checked, keep

FEBRL = ROOT / "crates" / "linkage" / "tests" / "network" / "febrl"
SIZES = [int(size) for size in os.environ.get("BENCH_LINKAGE", "10000 100000 1000000").split()]


def anonlink(folder, threshold):
    """All pairs from a threshold on by anonlink's compiled comparison, on the same bytes and one core."""
    from anonlink.similarities import dice_coefficient_accelerated
    from bitarray import bitarray

    files = []
    for name in ("a.bin", "b.bin"):
        data = (folder / name).read_bytes()
        filters = [bitarray(endian="little") for _ in range(len(data) // 128)]
        for at, one in enumerate(filters):
            one.frombytes(data[at * 128:at * 128 + 128])
        files.append(filters)
    times, found = [], None
    for _ in range(6):
        begun = time.perf_counter()
        found = dice_coefficient_accelerated(files, threshold)
        times.append(time.perf_counter() - begun)
    seconds = sorted(times[1:])[2]
    _, (left, right) = found
    comparisons = len(files[0]) * len(files[1])
    return {"comparisons": comparisons, "found": len(left), "median_s": seconds,
            "per_second": comparisons / seconds}, set(zip(left, right))


def dice(program, folder, threshold):
    pairs = folder / "pairs.txt"
    told = json.loads(checked([program, "dice", folder, threshold, pairs])[0])
    return told, {tuple(map(int, line.split())) for line in pairs.read_text().splitlines()}


def main():
    checked(["cargo", "build", "--release", "--locked", "-p", "linkage", "--example", "network"], cwd=ROOT)
    program = TARGET / "examples" / "network"
    folder = DATA / "linkage"
    folder.mkdir(parents=True, exist_ok=True)
    checked([program, "clks", FEBRL, folder])

    told = {"comparison": {}, "febrl4": {}, "growth": []}
    for threshold in (0.8, 0.9):
        before, ours = dice(program, folder, threshold)
        peer, theirs = anonlink(folder, threshold)
        after, _ = dice(program, folder, threshold)
        told["comparison"][str(threshold)] = {
            "ours": before, "ours_after_peer": after, "anonlink": peer, "identical": ours == theirs,
            "times_quicker": min(before["per_second"], after["per_second"]) / peer["per_second"]}
    told["febrl4"]["ours"] = json.loads(checked([program, "febrl", FEBRL])[0])
    told["febrl4"]["splink"] = json.loads(subprocess.run(
        [sys.executable, HERE / "splink_febrl.py", FEBRL], check=True, stdout=subprocess.PIPE, text=True).stdout)
    for size in SIZES:
        output, _, rss = checked([program, "grow", size])
        told["growth"].append({"each_city": size, "rss_mib": rss, **json.loads(output)})
    keep("linkage", told)


if __name__ == "__main__":
    main()
