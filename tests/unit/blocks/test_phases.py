from __future__ import annotations

from pathlib import Path

from tests.support.content import shown_blocks


def test_phases(tmp_path: Path) -> None:
    content = """
    - phases: [{name: 预热, dates: 5/1, actions: [甲], figures: [{figure: "{{ m.gmv }}", label: 成交}, {figure: 2, label: 人}]},
          {name: 爆发, dates: 6/1}]
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Steps(items=[Step(title='预热', body='成交 **[gmv.actual: 600\\xa0元]**\\n人 **2**', label='5/1', bullets=['甲']), "
            "Step(title='爆发', label='6/1')])"
        ),
    ]
