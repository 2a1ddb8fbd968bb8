"""Duplicates by splink on DuckDB, its model estimated from the records alone.

Records come in as JSON lines (name, level, agency, field), pairs of line numbers go out in the same way.
Level and agency are not compared: duplicates are looked for across both.
"""

import json
import sys
from collections import Counter
from contextlib import redirect_stdout
from typing import Any

import pyarrow
import splink.comparison_level_library as level
import splink.comparison_library as compared
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

RAREST = 3  # words of a name under which it is looked for
OPENING = 3  # words a name begins with, likewise
LEAST = 0.5  # probability of a match
SAMPLED = 100_000  # pairs, to learn how far unlike records agree
SEED = 1


def pairs(records: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """The pairs of positions that the model holds for matches."""
    words = [record["name"].split() for record in records]
    seen = Counter(word for name in words for word in set(name))
    for number, (record, name) in enumerate(zip(records, words, strict=True)):
        record["unique_id"] = number
        record["rare"] = sorted(set(name), key=lambda word: (seen[word], word))[:RAREST]
        record["opening"] = " ".join(name[:OPENING])
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compared.CustomComparison(
                output_column_name="name",
                comparison_levels=[
                    level.NullLevel("name"),
                    level.LevenshteinLevel("name", 5),
                    level.JaroWinklerLevel("name", 0.95),
                    level.LevenshteinLevel("name", 20),
                    level.JaroWinklerLevel("name", 0.85),
                    level.ElseLevel(),
                ],
            ),
            compared.ExactMatch("field"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("rare", arrays_to_explode=["rare"]),
            block_on("opening"),
        ],
        probability_two_random_records_match=1 / (10 * len(records)),
    )
    linker = Linker(DuckDBAPI().register(pyarrow.Table.from_pylist(records)), settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=SAMPLED, seed=SEED)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("opening"), record_sample_proportion=1)
    return [
        (match["unique_id_l"], match["unique_id_r"])
        for match in linker.inference.predict(threshold_match_probability=LEAST).as_record_list()
    ]


if __name__ == "__main__":
    with redirect_stdout(sys.stderr):  # splink reports its progress there
        found = pairs([{key: value or None for key, value in json.loads(line).items()} for line in sys.stdin])
    for pair in found:
        print(json.dumps(pair))
