"""The search by name while typing, over a million invented people of one city."""

import json

from lib import ROOT, TARGET, checked, keep

PEOPLE = 1_000_000


def main():
    checked(["cargo", "build", "--release", "--locked", "-p", "casework", "--example", "names"], cwd=ROOT)
    output, wall, rss = checked([TARGET / "examples" / "names", "measure", PEOPLE])
    keep("names", {"wall_s": wall, "rss_mib": rss, **json.loads(output)})


if __name__ == "__main__":
    main()
