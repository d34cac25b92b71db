"""Splink in clear text on FEBRL 4: time and F1, on names and birth date alone and on all fields. JSON on standard output.

Trained as its documentation trains it: shares among strangers from random pairs, shares among one person's records by
expectation and maximisation over two ways of blocking. No label is read before the links are judged.
"""

import csv
import json
import logging
import pathlib
import sys
import time

import duckdb
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
import splink.comparison_library as cl

logging.getLogger("splink").setLevel(logging.ERROR)
FIELDS = ["given_name", "surname", "date_of_birth", "soc_sec_id", "postcode", "suburb", "address_1", "address_2", "street_number",
          "state"]


def table(connection, folder, name):
    rows = list(csv.DictReader((folder / f"febrl4_{name}.csv").open(), skipinitialspace=True))
    connection.execute(f"create table {name} (unique_id text, {', '.join(f'{field} text' for field in FIELDS)})")
    values = [[row["rec_id"].split("-")[1]] + [row[field].strip() or None for field in FIELDS] for row in rows]
    connection.executemany(f"insert into {name} values ({', '.join('?' * (1 + len(FIELDS)))})", values)


def linked(folder, every_field):
    connection = duckdb.connect()
    connection.execute("set threads to 1")
    for name in "ab":
        table(connection, folder, name)
    begun = time.perf_counter()
    comparisons = [cl.NameComparison("given_name"), cl.NameComparison("surname"),
                   cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2])]
    blocks = [block_on("date_of_birth"), block_on("given_name", "surname")]
    if every_field:
        comparisons += [cl.DamerauLevenshteinAtThresholds(field, [1, 2]) for field in ("soc_sec_id", "postcode")]
        comparisons += [cl.JaroWinklerAtThresholds(field, [0.9, 0.8]) for field in ("suburb", "address_1", "address_2")]
        comparisons += [cl.ExactMatch("street_number"), cl.ExactMatch("state")]
        blocks += [block_on("soc_sec_id"), block_on("surname", "postcode"), block_on("given_name", "postcode"), block_on("address_1")]
    api = DuckDBAPI(connection=connection)
    linker = Linker([api.register(name) for name in "ab"],
                    SettingsCreator(link_type="link_only", comparisons=comparisons,
                                    blocking_rules_to_generate_predictions=blocks), log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match(blocks[:2], recall=0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for block in (blocks[0], blocks[1]):
        linker.training.estimate_parameters_using_expectation_maximisation(block)
    pairs = linker.inference.predict(threshold_match_probability=0.01).as_record_list()
    seconds = time.perf_counter() - begun
    best = {"f1": 0}
    # The best of all thresholds: more than a user without the truth could choose.
    for percent in range(1, 100):
        taken = [pair for pair in pairs if pair["match_probability"] >= percent / 100]
        right = sum(pair["unique_id_l"] == pair["unique_id_r"] for pair in taken)
        precision, recall = right / max(len(taken), 1), right / 5000
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        if f1 > best["f1"]:
            best = {"f1": f1, "precision": precision, "recall": recall, "threshold": percent / 100}
    return {"seconds": seconds, **best}


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    print(json.dumps({"names_and_birth": linked(folder, False), "all_fields": linked(folder, True)}))
