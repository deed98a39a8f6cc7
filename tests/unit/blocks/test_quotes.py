from __future__ import annotations

from pathlib import Path

from tests.support.content import shown_blocks


def test_quotes_take_the_tone_of_their_tag(tmp_path: Path) -> None:
    content = """
    - quotes: [{text: 好, person: 王, tag: 肯定, action: {label: 后续, text: 继续}}, {text: 慢, person: 李, tag: 吐槽, tone: missed}]
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Cards(items=[Card(body='好', caption='王', tag='肯定', tone=exceed, footer=Stat(label='后续', value='继续')), "
            "Card(body='慢', caption='李', tag='吐槽', tone=missed)], style=quote)"
        ),
    ]
