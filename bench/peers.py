"""The scorecard in DuckDB, SQLite and PostgreSQL, over the Parquet files that the mart reads.

Usage: peers.py FOLDER CELLS.csv OUT.json
Each peer gets what an administrator who knows it would give it; the README says what. Every way of asking is
checked cell by cell against CELLS.csv, the mart's own answer.
"""

import csv
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import time

import duckdb

REPEATS = {"duckdb": 7, "sqlite": 3, "postgres": 3}
COLUMNS = "city, service, quarter, gender, age"


def timed(name, work):
    """Median seconds of some runs, after one that is not counted."""
    work()
    times = []
    for _ in range(REPEATS[name]):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    times.sort()
    return {"median_s": times[len(times) // 2], "min_s": times[0], "max_s": times[-1], "n": len(times)}


def by_city(folder):
    """The same files under city=CODE/, which is how DuckDB reads a city that no column holds."""
    tree = folder / "by-city"
    for file in sorted((folder / "facts").glob("*.parquet")):
        city, month = file.stem.split("-", 1)
        link = tree / f"city={city}" / f"{month}.parquet"
        link.parent.mkdir(parents=True, exist_ok=True)
        if not link.exists():
            link.symlink_to(file.resolve())
    return tree


def two_ways(source, quarter="quarter"):
    """The question as it is said, and as whoever tunes it would write it."""
    columns = f"city, service, {quarter} as quarter, gender, age"
    return {
        "count_distinct": f"select {columns}, count(distinct subject) as persons from {source} group by 1,2,3,4,5",
        "distinct_then_count": f"select {COLUMNS}, count(*) as persons from "
                               f"(select distinct {columns}, subject from {source}) as d group by 1,2,3,4,5",
    }


def in_duckdb(folder, expected, result):
    base = duckdb.connect()
    base.execute("set threads = 2")
    base.execute("set preserve_insertion_order = false")
    files = f"read_parquet('{by_city(folder)}/*/*.parquet', hive_partitioning = true)"
    quarter = "year(day) || '-Q' || quarter(day)"
    start = time.perf_counter()
    base.execute(f"create table plain as select city, service, day, gender, age, subject from {files} order by city, subject")
    loaded = time.perf_counter() - start
    # A table made for this one question: codes in place of words, the quarter worked out beforehand.
    for column in ("city", "service", "gender", "age"):
        base.execute(f"create type {column}_code as enum (select distinct {column} from plain order by 1)")
    base.execute(f"create type quarter_code as enum (select distinct {quarter} from plain order by 1)")
    base.execute(f"""create table coded as select city::city_code as city, service::service_code as service,
        ({quarter})::quarter_code as quarter, gender::gender_code as gender, age::age_code as age, subject
        from plain order by city, subject""")
    ways = {f"parquet.{way}": sql for way, sql in two_ways(files, quarter).items()}
    ways |= {f"memory.{way}": sql for way, sql in two_ways("plain", quarter).items()}
    ways |= {f"memory_coded.{way}": sql for way, sql in two_ways("coded").items()}
    told = {"version": duckdb.__version__, "threads": 2, "load_memory_s": loaded, "ways": {}}
    for way, sql in ways.items():
        # Kept as a table: turning fifty thousand rows into Python objects is not DuckDB's work.
        told["ways"][way] = timed("duckdb", lambda: base.execute(f"create or replace temp table answer as {sql}"))
        rows = base.execute(f"select {COLUMNS}, persons from answer").fetchall()
        told["ways"][way]["identical"] = same(rows, expected)
    result["duckdb"] = told
    # Codes for the row stores, so that they too compare numbers and not words.
    codes = {}
    for column in ("city", "service", "quarter", "gender", "age"):
        values = [row[0] for row in base.execute(f"select distinct {column}::varchar from coded order by 1").fetchall()]
        codes[column] = values
    file = folder / "coded.csv"
    numbers = ", ".join(f"enum_code({column}) as {column}" for column in codes)
    # enum_code follows the order of the type, which is the order of the sorted list.
    base.execute(f"copy (select {numbers}, subject from coded) to '{file}' (header false)")
    return file, codes


def same(rows, expected):
    found = {tuple(map(str, row[:5])): int(row[5]) for row in rows}
    return found == expected and len(rows) == len(expected)


def decoded(rows, codes):
    names = list(codes.values())
    return [tuple(names[at][int(row[at])] for at in range(5)) + (row[5],) for row in rows]


TABLE = """create table fact (city {int}, service {int}, quarter {int}, gender {int}, age {int}, subject {big})"""
INDEX = f"create index fact_scorecard on fact ({COLUMNS}, subject)"


def in_sqlite(folder, file, codes, expected, result):
    path = folder / "peer.sqlite"
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    base.executescript("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000; "
                       "pragma mmap_size = 4000000000; pragma temp_store = memory; pragma threads = 2;")
    base.execute(TABLE.format(int="integer", big="integer"))
    start = time.perf_counter()
    with open(file, newline="") as lines:
        base.executemany("insert into fact values (?,?,?,?,?,?)", (tuple(map(int, line)) for line in csv.reader(lines)))
    base.execute(INDEX)
    base.commit()
    base.execute("analyze")
    told = {"version": sqlite3.sqlite_version, "load_and_index_s": time.perf_counter() - start, "ways": {}}
    for way, sql in two_ways("fact").items():
        answer = {}
        def work():
            answer["rows"] = base.execute(sql).fetchall()
        told["ways"][way] = timed("sqlite", work)
        told["ways"][way]["identical"] = same(decoded(answer["rows"], codes), expected)
    base.close()
    path.unlink()
    result["sqlite"] = told


def in_postgres(file, codes, expected, result):
    address = os.environ.get("LGNET_TEST_POSTGRES")
    if not address:
        result["postgres"] = {"skipped": "no PostgreSQL on this machine"}
        return
    def psql(text, out=subprocess.DEVNULL):
        command = ["psql", address, "-q", "-At", "-F", ",", "-v", "ON_ERROR_STOP=1"]
        subprocess.run(command, input=text, text=True, check=True, stdout=out)
    start = time.perf_counter()
    psql(TABLE.format(int="smallint", big="integer") + f";\n\\copy fact from '{file}' csv\n{INDEX};\nvacuum analyze fact;")
    # One process leads and one helps: two, as the others have two threads.
    settings = "set work_mem = '1GB'; set max_parallel_workers_per_gather = 1; set random_page_cost = 1.1; set jit = off;"
    version = subprocess.run(["psql", address, "-At", "-c", "show server_version"], capture_output=True, text=True, check=True)
    told = {"version": version.stdout.strip(), "load_and_index_s": time.perf_counter() - start, "ways": {}}
    for way, sql in two_ways("fact").items():
        # Kept on the server: what is timed is the count, not the sending.
        ask = f"{settings} create temp table answer as {sql};"
        told["ways"][way] = timed("postgres", lambda: psql(ask))
        answer = file.parent / "postgres.csv"
        with open(answer, "w") as out:
            psql(f"{settings} {sql};", out)
        with open(answer, newline="") as lines:
            told["ways"][way]["identical"] = same(decoded(list(csv.reader(lines)), codes), expected)
    result["postgres"] = told


def main():
    folder, cells, out = map(pathlib.Path, sys.argv[1:4])
    with open(cells, newline="") as lines:
        rows = list(csv.reader(lines))[1:]
    # A text that begins like a formula is written with an apostrophe in CSV.
    expected = {tuple(word.removeprefix("'") for word in row[:5]): int(row[5]) for row in rows}
    result = {}
    file, codes = in_duckdb(folder, expected, result)
    in_sqlite(folder, file, codes, expected, result)
    in_postgres(file, codes, expected, result)
    file.unlink()
    out.write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
