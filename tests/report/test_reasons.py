import pytest

from tthc import messages
from tthc.analysis.duplicates.evidence import Evidence, Key
from tthc.analysis.duplicates.relation import Relation, Verdict
from tthc.report import reasons


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("key", list(Key))
def test_every_piece_of_evidence_has_its_words(language, key):
    messages.use(language)
    sentence = reasons.sentence(Evidence(key, 0, "trái", "phải"))
    assert "trái" in sentence
    assert "{" not in sentence


@pytest.mark.parametrize("relation", list(Relation))
def test_every_relation_has_its_words(relation):
    messages.use("en")
    assert reasons.relation(relation)


def test_points_are_shown_with_their_sign():
    messages.use("en")
    verdict = Verdict(Relation.ACTION, 35, (Evidence(Key.NAME, 75, "100%", "100%"), Evidence(Key.ACT, -45, "", "lại")))
    assert reasons.reasons(verdict) == ["the names agree to 100% (+75)", "different act: “–” / “lại” (-45)"]


def test_levels_are_in_the_readers_words():
    messages.use("en")
    assert "commune" in reasons.sentence(Evidence(Key.LEVEL, -30, "commune", "(cấp tỉnh)"))
