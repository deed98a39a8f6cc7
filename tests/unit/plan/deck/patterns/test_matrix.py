from __future__ import annotations

import pytest

from engine.base.units import Rect
from engine.model.blocks import Matrix, MatrixItem, MatrixZone
from engine.model.inlines import Tone
from engine.plan.deck.patterns.matrix import dot_places
from tests.support.planning import AT, assert_reads, drawn, in_inches, pages, sheet, t

RISKS = Matrix(
    t("风险矩阵"),
    (t("低"), t("高")),
    (t("低"), t("高")),
    (MatrixZone(1, 1, Tone.MISSED, t("立即处置")), MatrixZone(0, 0, Tone.NORMAL)),
    (MatrixItem(t("R1"), 1, 1, Tone.MISSED), MatrixItem(t("R2"), 0, 0)),
    AT,
)


def test_rows_go_from_low_to_high_and_points_stand_in_their_cells() -> None:
    assert_reads(
        drawn(RISKS, 4.86, 3.4),
        """
        matrix-title 0 0 4.86×0.28 12 风险矩阵
        zone 2.69 0.36 2.17×1.32
        zone-label 2.81 0.44 1.97×0.26 11 立即处置
        zone-2 0.46 1.74 2.17×1.32
        row 0 1.74 0.36×1.32 11 低
        row-2 0 0.36 0.36×1.32 11 高
        column 0.46 3.12 2.17×0.26 11 低
        column-2 2.69 3.12 2.17×0.26 11 高
        badge 3.56 0.88 0.44×0.44
        badge-text 3.56 0.88 0.44×0.44 16 R1
        badge-2 1.32 2.26 0.44×0.44
        badge-text-2 1.32 2.26 0.44×0.44 16 R2
        """,
    )


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "0.49 0.58 0.44×0.44"),
        (2, "0.23 0.58 0.44×0.44; 0.75 0.58 0.44×0.44"),
        (4, "0.23 0.34 0.44×0.44; 0.75 0.34 0.44×0.44; 0.23 0.86 0.44×0.44; 0.75 0.86 0.44×0.44"),
        (
            7,
            "0.07 0.42 0.26×0.26; 0.41 0.42 0.26×0.26; 0.75 0.42 0.26×0.26; 1.09 0.42 0.26×0.26; 0.24 0.76 0.26×0.26; 0.58 0.76 0.26×0.26; 0.92 0.76 0.26×0.26",
        ),
    ],
)
def test_points_of_one_cell_stand_side_by_side_then_in_rows_then_smaller(count: int, expected: str) -> None:
    assert "; ".join(in_inches(place) for place in dot_places(count, Rect.inches(0, 0, 1.42, 1.44), sheet())) == expected


def test_long_names_of_rows_get_their_room() -> None:
    english = Matrix(t("Risks"), RISKS.columns, (t("Low"), t("Medium")), (), (), AT)
    assert "row-2 0 0.36 0.63×1.32 11 Medium" in drawn(english, 4.86, 3.4)


def test_a_matrix_is_never_divided() -> None:
    tall = Matrix(t("矩阵"), RISKS.columns, RISKS.rows * 5, (), (), AT)
    assert pages(tall) == "Matrix @3\nFIT002 content/h1/report.yaml:12:5"
