from __future__ import annotations

from engine.metrics.special import Attribution, Model, Score, model_id


def test_no_author_can_write_the_id_of_a_model() -> None:
    assert model_id("touch", Model.LINEAR) == "touch@linear"
    assert not model_id("touch", Model.LINEAR).isidentifier()


def test_usual_settings() -> None:
    rule = Attribution("paths", "path", "step", "channel", "value")
    assert (rule.model, rule.half_life, rule.ends) == (Model.LAST, 7.0, (0.4, 0.4))
    assert Score((("gmv", 1.0),)).cap == 1.2
