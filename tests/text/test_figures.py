from fractions import Fraction

import pytest

from tthc.text.figures import Bound, read_figure, read_rate


@pytest.mark.parametrize(
    ("stated", "value", "places", "percent", "bound"),
    [
        (1803, "1803", 0, False, Bound.EXACT),
        ("1.803", "1803", 0, False, Bound.EXACT),
        ("1.803,5", "1803.5", 1, False, Bound.EXACT),
        ("53,5%", "0.535", 1, True, Bound.EXACT),
        ("53.5 %", "0.535", 1, True, Bound.EXACT),
        ("94,90%", "0.949", 2, True, Bound.EXACT),
        ("trên 98%", "0.98", 0, True, Bound.AT_LEAST),
        ("Hơn 1.000", "1000", 0, False, Bound.AT_LEAST),
        ("không quá 2", "2", 0, False, Bound.AT_MOST),
        ("dưới 5%", "0.05", 0, True, Bound.AT_MOST),
        ("ước đạt 86%", "0.86", 0, True, Bound.ABOUT),
        ("khoảng 40", "40", 0, False, Bound.ABOUT),
    ],
)
def test_figures_as_people_write_them(stated, value, places, percent, bound):
    figure = read_figure(stated)
    assert figure.value == Fraction(value)
    assert (figure.places, figure.percent, figure.bound, figure.high) == (places, percent, bound, None)


@pytest.mark.parametrize(
    ("stated", "low", "high"), [("60–72%", "0.6", "0.72"), ("44-60,8%", "0.44", "0.608"), ("7 – 10", "7", "10")]
)
def test_ranges(stated, low, high):
    figure = read_figure(stated)
    assert (figure.value, figure.high) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    "stated", ["một.803", "", "nhiều", "1.80.3", "1,2,3", "chưa rõ 5", "164/233", "%", "1.803.5", "-5%", "−5"]
)
def test_what_is_not_a_figure(stated):
    assert read_figure(stated) is None


def test_the_unit_of_the_last_decimal():
    assert read_figure("53,5%").unit == Fraction(1, 1000)
    assert read_figure("12").unit == 1


def test_rates():
    assert read_rate("30%") == Fraction(3, 10)
    assert read_rate("33,3 %") == Fraction(333, 1000)


@pytest.mark.parametrize("wrong", ["30", "trên 30%", "30–50%", "ba mươi phần trăm"])
def test_what_is_not_a_rate(wrong):
    with pytest.raises(ValueError, match=wrong):
        read_rate(wrong)
