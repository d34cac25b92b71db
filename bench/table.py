"""Writes bench/results/README.md from the newest kept results: what must be, what is, and how far off."""

from lib import RESULTS, latest, rounded

HEAD = """# Results

What `DESIGN.md` §5 asks for, beside what was measured. Made by `bench/table.py` from the newest files here; `bench/README.md`
says what is compared and how, [NOTES.md](NOTES.md) what to think of the figures. "Times the bound" is how many times better than the bound (below 1: missed by that factor).

"""
ROW = "| {} | {} | {} | {} | {} |"


def row(work, must, measured, ratio, remark):
    verdict = "met" if ratio >= 1 else "**missed**"
    return ROW.format(work, must, measured, f"{ratio:.2f}, {verdict}", remark)


def not_yet(work, must, why):
    return ROW.format(work, must, "not measured", "–", why)


def ms(value):
    return f"{rounded(float(value))} ms"


def of_scorecard(told):
    mart, peers = told["mart"], told["peers"]
    median = mart["scorecard_ms"]["median"]
    ways = {f"{name}, {way}": figure["median_s"] * 1e3 for name, peer in peers.items()
            for way, figure in peer.get("ways", {}).items()}
    duck = {way: value for way, value in ways.items() if way.startswith("duckdb")}
    best = min(duck, key=duck.get)
    plain = min(value for way, value in duck.items() if "parquet" in way)
    after = told["mart_after_peers"]["median"]
    cells = f"{told['cells']:,} cells of {told['facts']:,} facts; all peers identical: {told['all_identical']}"
    yield row("scorecard, of DuckDB's time", "≤ 1/20", f"{ms(median)} to {ms(duck[best])} ({best.removeprefix('duckdb, ')}): "
              f"1/{duck[best] / median:.0f}", duck[best] / median / 20,
              f"{cells}. The mart again, after the peers: {ms(after)}, 1/{duck[best] / after:.0f}; the further the two are "
              f"apart, the less either says. "
              f"Of DuckDB's time from the Parquet files themselves ({ms(plain)}): 1/{plain / median:.0f}")
    scan = mart["scan_plain_ms"]["median"]
    yield row("scorecard, of a bare scan", "≤ 6×", f"{ms(median)} to {ms(scan)}: {median / scan:.1f}×", 6 * scan / median,
              f"scan of day, service, subject, gender and age, 12 bytes a fact; of day and service alone, 2 bytes each "
              f"({ms(mart['scan_compact_ms']['median'])}): {told['scan_ratio_compact']:.0f}×. "
              "About a third of an answer's time makes its cells: five texts each")
    visible = mart["write_to_answer_ms"]
    yield row("write → visible in every answer, p99", "< 1 s", ms(visible["p99"]), 1000 / visible["p99"],
              f"commit, refresh and the whole scorecard again; median {ms(visible['median'])}, {visible['n']} writes. "
              "The partition's facts come from its file, not from the tables of an area")
    for emptied in (False, True):
        starts = [start for start in told["cold"] if start["file_cache_emptied"] == emptied]
        if starts:
            slowest = max(start["wall_s"] for start in starts)
            yield row(f"cold start with 5 million facts{', file cache emptied' if emptied else ''}", "< 3 s",
                      f"{slowest:.2f} s", 3 / slowest, f"slowest of {len(starts)}: process start to first scorecard, "
                      f"{starts[0]['rss_mib']:.0f} MiB resident")


def of_imports(told):
    for rows, size in told["sizes"].items():
        yield row(f"register import, {int(rows):,} rows", "≥ 10,000 rows/s",
                  f"{size['rows_per_s']:,.0f} rows/s (best {size['best_rows_per_s']:,.0f})", size["rows_per_s"] / 10_000,
                  f"{size['rows_per_cpu_s']:,.0f} rows for a second of one processor; {told['engine']}; process start to exit, median of {size['seconds']['n']}; the same file again "
                  f"{size['same_file_again_s']:.1f} s; {size['max_rss_mib']:.0f} MiB")


def of_export(told):
    yield row("CSV export", "≥ 50,000 rows/s", f"{told['rows_per_s']:,.0f} rows/s", told["rows_per_s"] / 50_000,
              f"{told['rows']:,} rows, {told['csv_mib']:.0f} MiB, the reading of all facts at the start included; "
              f"without it {told['rows_per_s_without_start']:,.0f} rows/s")
    beyond = told["rss_beyond_the_facts_mib"]
    yield ROW.format("CSV export, memory", "constant", "nothing beyond the facts" if beyond <= 0 else f"{beyond:.0f} MiB beyond the facts", "–",
                     f"{told['max_rss_mib']:.0f} MiB in all: the facts are in memory before the first line is written "
                     f"({told['rss_of_one_question_mib']:.0f} MiB for one question)")


def of_pages(told):
    slowest = max(told["cold_s"])
    yield row(f"cold start, {told['contacts']:,} contacts", "< 3 s", f"{slowest:.2f} s", 3 / slowest,
              f"`lgnet serve` to its first answer, slowest of {len(told['cold_s'])} (status {told['status_of_first_answer']})")
    for address, page in told["pages"].items():
        p95 = page["ms"]["p95"]
        yield row(f"page `{address}`, p95", "< 100 ms", f"{ms(p95)} (median {ms(page['ms']['median'])})", 100 / p95,
                  f"{page['ms']['n']} requests in a row, the first of all {ms(page['first_ms'])}; {page['bytes'] / 1024:.0f} KiB")
    if told["not_there"]:
        yield not_yet("pages " + ", ".join(f"`{page}`" for page in told["not_there"]), "p95 < 100 ms",
                      "not in the program when this was measured")


def of_linkage(told):
    for threshold, one in told["comparison"].items():
        yield row(f"linkage, comparisons a second, Dice ≥ {threshold}", "≥ anonlink's",
                  f"{min(one['ours']['per_second'], one['ours_after_peer']['per_second']) / 1e6:.0f} million to "
                  f"{one['anonlink']['per_second'] / 1e6:.0f} million", one["times_quicker"],
                  f"one core each, the same filters of 1,024 bits, {one['ours']['comparisons']:,} pairs; pairs found identical: "
                  f"{one['identical']}; ours before and after the peer, the slower is told")
    for name, what in (("names_and_birth", "names and birth date"), ("all_fields", "all fields")):
        ours, peer = told["febrl4"]["ours"][name], told["febrl4"]["splink"][name]
        yield row(f"linkage, FEBRL 4, {what}: F1", "≥ Splink's", f"{ours['f1']:.4f} to {peer['f1']:.4f}", ours["f1"] / peer["f1"],
                  f"precision {ours['precision']:.4f} and {peer['precision']:.4f}, recall {ours['recall']:.4f} and {peer['recall']:.4f}; "
                  f"{ours['seconds']:.2f} s from clear text to persons, Splink {peer['seconds']:.2f} s on clear text with its best threshold")
    sizes = told["growth"]
    for size, before in zip(sizes, [None] + sizes[:-1]):
        seconds = size["encode_s"] + size["link_s"]
        grown = "" if before is None else (
            f"; {seconds / (before['encode_s'] + before['link_s']):.1f} times the time for "
            f"{size['people'] / before['people']:.0f} times the people")
        yield ROW.format(f"linkage, {size['each_city']:,} against {size['each_city']:,}", "near-linear", f"{seconds:.1f} s", "–",
                         f"encoding {size['encode_s']:.1f} s, linking {size['link_s']:.1f} s, one person more "
                         f"{ms(size['one_more_s'] * 1e3)}; {size['met']:,} pairs met; {size['bytes_a_person']} bytes a person, "
                         f"{size['rss_mib']:.0f} MiB; precision {size['precision']:.4f}{grown}")


def of_contacts(told):
    for engine, name in (("sqlite", "SQLite, synchronous = full"), ("postgres", "PostgreSQL")):
        if engine not in told:
            continue
        times = told[engine]
        one, four = times["one_writer_ms"], times["four_writers_ms"]
        yield row(f"contact saved at the desk, one writer, {name}", "< 20 ms", f"p95 {ms(one['p95'])} (median {ms(one['median'])})",
                  20 / one["p95"], f"{one['n']} contacts of two services in a row, through gate, page and journal; the page itself opens in "
                  f"{ms(times['open_page_ms']['median'])}")
        yield row(f"contact saved at the desk, 4 writers, {name}", "p95 < 100 ms per 500", f"p95 {ms(four['p95'])} (median {ms(four['median'])})",
                  100 / four["p95"], f"500 contacts each, at once, each writer in a city of "
                  f"{told['persons_in_each_of_four_cities']:,} people; {times['four_writers_per_s']:,.0f} a second together")


def of_names(told):
    p95 = told["while_typing_ms"]["p95"]
    yield row(f"similar-name check while typing, {told['people']:,} people of one city", "p95 < 20 ms",
              f"{ms(p95)} (median {ms(told['while_typing_ms']['median'])})", 20 / p95,
              f"{told['while_typing_ms']['n']} searches, letter by letter; read in {told['build_s']:.1f} s, {told['rss_mib']:.0f} MiB; "
              f"the right one among the first five in {100 * told['among_first_five']:.0f} % of {told['whole_ms']['n']}")


LATER = [
]


def main():
    lines, told_by = [], []
    for name, of in (("scorecard", of_scorecard), ("imports", of_imports), ("export", of_export), ("pages", of_pages),
                     ("contacts", of_contacts), ("names", of_names), ("linkage", of_linkage)):
        told = latest(name)
        if told is None:
            lines.append(not_yet(name, "–", "has not run"))
            continue
        lines += of(told)
        machine = told["machine"]
        told_by.append(f"| {name} | {told['day']} | {machine['cores']} cores, {machine['cpu']}, {machine['memory_mib']} MiB | {machine['load']} |")
    lines += [not_yet(*later) for later in LATER]
    text = HEAD + "| Work | Must | Measured | Times the bound | Remark |\n|---|---|---|---|---|\n" + "\n".join(lines)
    text += "\n\n## Where and when\n\n| Part | Day | Machine | Load at its end |\n|---|---|---|---|\n" + "\n".join(told_by)
    text += "\n\nA load above 2 on 2 cores means that others were at work: times are then longer than the program needs.\n"
    (RESULTS / "README.md").write_text(text)


if __name__ == "__main__":
    main()
