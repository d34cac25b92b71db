"""Import of a register: file to durable rows, validated, joined to persons, journaled."""

import shutil
import sys

from lib import DATA, HERE, LGNET, checked, cpu, keep, spread

# Exit code 3 says that some rows were rejected: the register holds such rows on purpose.
DONE = (0, 3)


def once(file, city, place):
    output, seconds, rss = checked([LGNET, "import", file, "--city", city, "--data", place], DONE)
    return output, seconds, rss


def main():
    told = {"engine": "SQLite, synchronous = full", "sizes": {}}
    for rows in (20_000, 100_000):
        file = DATA / f"register-{rows}.csv"
        if not file.exists():
            DATA.mkdir(parents=True, exist_ok=True)
            checked([sys.executable, HERE / "register.py", rows, file])
        times, costs, greatest, first_lines = [], [], 0, ""
        for _ in range(5):
            place = DATA / "import"
            shutil.rmtree(place, ignore_errors=True)
            # An installation with its database: making one is not part of an import.
            checked([LGNET, "migrate", "--data", place])
            output, seconds, rss = once(file, "Bari", place)
            times.append(seconds)
            costs.append(cpu[-1])
            greatest = max(greatest, rss)
            first_lines = [line for line in output.splitlines()[:10] if not line.startswith("─")]
        again = once(file, "Bari", place)[1]
        shutil.rmtree(place, ignore_errors=True)
        middle = spread(times)
        told["sizes"][str(rows)] = {
            "seconds": middle, "rows_per_s": rows / middle["median"], "best_rows_per_s": rows / middle["min"],
            "cpu_s": spread(costs), "rows_per_cpu_s": rows / spread(costs)["median"],
            "same_file_again_s": again, "max_rss_mib": greatest, "outcome": first_lines,
        }
    keep("imports", told)


if __name__ == "__main__":
    main()
