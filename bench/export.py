"""CSV export of every fact of the network: rows a second, and the memory it takes beyond the facts themselves."""

import shutil

import network
from lib import DATA, LGNET, checked, keep, spread


def main():
    place, _ = network.filled()
    rows, asked, resting = network.contacts()
    times, greatest, size = [], 0, 0
    for _ in range(5):
        out = DATA / "export"
        shutil.rmtree(out, ignore_errors=True)
        command = [LGNET, "export", "facts", "--period", "2024..2027", "--format", "csv", "-o", out, "--data", place]
        _, seconds, rss = checked(command)
        times.append(seconds)
        greatest = max(greatest, rss)
        files = sorted(out.glob("*.csv"))
        size = sum(file.stat().st_size for file in files)
        lines = sum(file.read_bytes().count(b"\r\n") - 1 for file in files)
        assert lines == rows, f"{lines} lines for {rows} facts"
        shutil.rmtree(out)
    middle = spread(times)
    keep("export", {
        "rows": rows, "csv_mib": size / 2**20, "seconds": middle, "rows_per_s": rows / middle["median"],
        # The start reads all facts into memory; `ask` does that and nothing else.
        "start_and_one_question_s": asked, "rss_of_one_question_mib": resting,
        "max_rss_mib": greatest, "rss_beyond_the_facts_mib": greatest - resting,
        "rows_per_s_without_start": rows / max(middle["median"] - asked, 1e-3),
    })


if __name__ == "__main__":
    main()
