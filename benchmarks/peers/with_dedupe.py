"""Duplicates by dedupe, trained on pairs made from the records themselves.

Records come in as JSON lines (name, level, agency, field), pairs of line numbers go out in the same way.
Level and agency are not compared: duplicates are looked for across both.
A match to learn from is a name and the same name without one of its words; a distinct pair is two neighbours by name.
"""

import json
import random
import sys
from io import StringIO
from typing import Any

import dedupe
import numpy
from dedupe.variables import Exact, String

EXAMPLES = 40  # of either kind
LEAST = 0.5  # probability of a match
SEED = 1

Record = dict[str, Any]


def main() -> None:
    random.seed(SEED)
    numpy.random.seed(SEED)
    records = dict(enumerate(_record(json.loads(line)) for line in sys.stdin))
    deduper = dedupe.Dedupe([String("name"), Exact("field")], num_cores=1)
    examples = StringIO()
    dedupe.write_training(_examples(list(records.values())), examples)
    examples.seek(0)
    deduper.prepare_training(records, examples)
    deduper.train()
    scored = deduper.score(deduper.pairs(records))
    for pair in scored["pairs"][scored["score"] >= LEAST].tolist():
        print(json.dumps(pair))


def _record(read: dict[str, str]) -> Record:
    return {key: value or None for key, value in read.items()}


def _examples(records: list[Record]) -> Any:
    ordered = sorted(records, key=lambda record: record["name"])
    chosen = random.sample(range(len(ordered) - 1), 2 * EXAMPLES)
    return {
        "match": [(ordered[i], _shortened(ordered[i])) for i in chosen[:EXAMPLES]],
        "distinct": [(ordered[i], ordered[i + 1]) for i in chosen[EXAMPLES:]],
    }


def _shortened(record: Record) -> Record:
    words = record["name"].split()
    del words[random.randrange(len(words))]
    return record | {"name": " ".join(words)}


if __name__ == "__main__":
    main()
