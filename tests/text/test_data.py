import time

from tthc.text.data import load


def test_maps_lists_and_texts():
    places = load("lexicon/places")
    assert "quảng ninh" in places["provinces"]
    assert places["before"] == ["tỉnh", "thành phố"]


def test_scalars_stay_texts():
    assert load("lexicon/abbreviations")["spellings"]["một"] == "1"
    assert load("lexicon/renamed")["bodies"][0]["verified"] == "false"


def test_loading_is_quick():
    start = time.process_time()
    for name in ("abbreviations", "acts", "boilerplate", "levels", "objects", "renamed", "variants"):
        load(f"lexicon/{name}")
    assert time.process_time() - start < 0.1  # some 5 ms
