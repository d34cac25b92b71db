"""Contacts at the desk: saved through the page by one writer, then by four at once, each in a city of its own."""

import json
import shutil

from lib import DATA, ROOT, TARGET, checked, keep, spread

PERSONS = 20_000


def main():
    checked(["cargo", "build", "--release", "--locked", "-p", "casework", "--example", "contacts"], cwd=ROOT)
    program = TARGET / "examples" / "contacts"
    made, place = DATA / "contacts", DATA / "contacts-run"
    if not (made / "bench.db").exists():
        checked([program, "generate", made, PERSONS])
    # Measuring adds contacts: every run starts from the installation as it was generated.
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(made, place)
    output, _, rss = checked([program, "measure", place])
    told = {"persons_in_each_of_four_cities": PERSONS, "max_rss_mib": rss}
    for engine, times in json.loads(output).items():
        told[engine] = {
            "open_page_ms": spread(times["opened_ms"]),
            "one_writer_ms": spread(times["single_ms"]),
            "four_writers_ms": spread(times["four_ms"]),
            "four_writers_per_s": times["four_per_s"],
        }
    shutil.rmtree(place, ignore_errors=True)
    keep("contacts", told)


if __name__ == "__main__":
    main()
