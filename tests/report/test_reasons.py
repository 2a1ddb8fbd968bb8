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
    assert "trái" in sentence or key is Key.BARE  # which says which of the two
    assert "{" not in sentence


def test_the_name_without_accents_is_told():
    messages.use("vi")
    said = [reasons.sentence(Evidence(Key.BARE, 0, *names)) for names in (("cap the", ""), ("", "cap the"))]
    assert said == [f"tên thứ {n} không có dấu; so theo chữ không dấu" for n in ("nhất", "hai")]


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
