from engine.base.diagnostics import Language
from tests.support.charts import COLORS, look


def test_colours_and_words_follow_the_ground_and_the_language() -> None:
    light, dark = look(), look(dark=True, language=Language.EN)
    assert (light.ink.hex, dark.ink.hex) == (COLORS["ink"], COLORS["ondeep"])
    assert (light.message.hex, dark.message.hex) == (COLORS["primary"], COLORS["accent"])
    assert (light.quiet.hex, dark.quiet.hex) == (COLORS["ink2"], COLORS["ondeep2"])
    assert (light.ground.hex, dark.ground.hex) == (COLORS["bg"], COLORS["deep"])
    assert (light.word("目标", "Target"), dark.word("目标", "Target")) == ("目标", "Target")
