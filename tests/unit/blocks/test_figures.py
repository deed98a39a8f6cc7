from __future__ import annotations

from pathlib import Path

from tests.support.content import built_with_findings, shown, shown_blocks


def test_strip(tmp_path: Path) -> None:
    content = """
    - figures: [{figure: 1, title: a, before: 0, badge: A, note: n, action: 加码}]
    """
    assert shown_blocks(tmp_path, content) == [
        "Figures(items=[FigureItem(figure='1', title='a', note='n', before='0', badge='A', action='加码')])",
    ]


def test_equation(tmp_path: Path) -> None:
    content = """
    - figures: {style: equation, operators: ["-", "="], items: [{figure: 3, title: a}, {figure: 2, title: b}, {figure: 1,
          title: c}]}
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Figures(items=[FigureItem(figure='3', title='a'), FigureItem(figure='2', title='b'), FigureItem(figure='1', "
            "title='c')], style=equation, operators=['−', '='])"
        ),
    ]


def test_equation_without_operators(tmp_path: Path) -> None:
    content = """
    - figures: {style: equation, items: [{figure: 3, title: a}, {figure: 2, title: b}]}
    """
    blocks, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:13: YAML024 there should be 1 operators, not 0",
    ]
    assert [shown(block) for block in blocks] == [
        "Figures(items=[FigureItem(figure='3', title='a'), FigureItem(figure='2', title='b')], style=equation)",
    ]


def test_a_figure_stands_on_one_line(tmp_path: Path) -> None:
    content = """
    - figures: [{figure: "约\\n16.0%", before: "8\\n%", title: 占比}]
    """
    assert shown_blocks(tmp_path, content) == ["Figures(items=[FigureItem(figure='约16.0%', title='占比', before='8 %')])"]
