"""Two catalogues after a merger: matched by code, then by evidence, each procedure once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.analysis.duplicates.across import Ground, across, by_difference
from tthc.analysis.duplicates.parts import Part

FERRY = {"code": "9.000001", "name": "Công bố hoạt động bến khách ngang sông", "level": "commune"}


def test_matched_by_code_whatever_the_name(catalogue):
    theirs = FERRY | {"code": "9.000001.H05", "name": "Công bố bến đò ngang", "local": {"deadline": "3 ngày"}}
    found = across(catalogue(FERRY | {"local": {"deadline": "5 ngày"}}), catalogue(theirs))
    (match,) = found.matches
    assert (match.ground, match.differences) == (Ground.CODE, (Part.LOCAL_DEADLINE, Part.NAME))
    assert found.ours_only == found.theirs_only == ()


def test_matched_by_evidence_where_the_codes_are_silent_or_differ(catalogue):
    ours = catalogue(FERRY, FERRY | {"code": "9.000002", "name": "Đóng bến khách ngang sông"})
    theirs = catalogue({"name": "Thủ tục công bố hoạt động bến khách ngang sông", "level": "commune", "fee": "Không"})
    found = across(ours, theirs)
    assert [(m.ground, m.ours.key, m.differences) for m in found.matches] == [(Ground.EVIDENCE, "9.000001", ())]
    assert [entry.key for entry in found.ours_only] == ["9.000002"]


def test_the_same_content_at_another_level_comes_last(catalogue):
    at_province = FERRY | {"code": "9.000007", "level": "province"}
    (match,) = across(catalogue(FERRY), catalogue(at_province)).matches
    assert (match.ground, match.differences) == (Ground.OTHER_LEVEL, (Part.LEVEL,))
    both = across(catalogue(FERRY), catalogue(at_province, FERRY | {"code": "9.000008"}))
    assert [match.theirs.key for match in both.matches] == ["9.000008"]
    assert [entry.key for entry in both.theirs_only] == ["9.000007"]


def test_what_is_not_in_force_is_left_out(catalogue):
    found = across(catalogue(FERRY), catalogue(FERRY | {"status": "repealed"}))
    assert (found.matches, len(found.ours_only), found.theirs_only) == ((), 1, ())


def test_differences_by_part(catalogue):
    ours = catalogue(FERRY | {"fee": "Không"}, FERRY | {"code": "9.000002", "name": "Đóng bến đò", "fee": "Không"})
    theirs = catalogue(
        FERRY | {"fee": "1.000 đồng"}, FERRY | {"code": "9.000002", "name": "Đóng bến đò", "level": "province"}
    )
    parts = by_difference(across(ours, theirs).matches)
    assert {part: [match.ours.key for match in matches] for part, matches in parts.items()} == {
        Part.LEVEL: ["9.000002"],
        Part.FEE: ["9.000001"],
    }


NAMES = ["Công bố bến đò", "Đóng bến đò", "Công bố bến đò cấp tỉnh", "Cấp thẻ thuyền viên"]
SIDE = st.lists(
    st.fixed_dictionaries(
        {"name": st.sampled_from(NAMES)}, optional={"code": st.sampled_from(["9.000001", "9.000002"])}
    ),
    max_size=5,
)


@given(SIDE, SIDE)
@settings(max_examples=40)
def test_every_procedure_stands_in_the_result_once(catalogue, ours, theirs):
    left, right = catalogue(*ours), catalogue(*theirs)
    found = across(left, right)
    assert {id(m.ours) for m in found.matches} | set(map(id, found.ours_only)) == set(map(id, left.entries))
    assert {id(m.theirs) for m in found.matches} | set(map(id, found.theirs_only)) == set(map(id, right.entries))
    assert len(found.matches) + len(found.ours_only) == len(ours)
    assert len(found.matches) + len(found.theirs_only) == len(theirs)
    assert len(across(right, left).matches) == len(found.matches)
