from __future__ import annotations

import io
import sys

import click
import pytest

from engine.base.diagnostics import Language, Phrase
from engine.cli.voice import Voice, tolerant_streams, voice_of

DONE = Phrase("完成", "done")


def test_sentences_go_to_standard_output_and_asides_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    Voice(Language.ZH).say(DONE)
    Voice(Language.EN).say(DONE, aside=True)
    assert tuple(capsys.readouterr()) == ("完成\n", "done\n")


def test_trouble_goes_to_standard_error_with_its_mend(capsys: pytest.CaptureFixture[str]) -> None:
    Voice(Language.ZH).trouble(Phrase("没有字体", "no font"), Phrase("装它", "install it"))
    assert tuple(capsys.readouterr()) == ("", "错误：没有字体\n  = 提示：装它\n")


@pytest.mark.parametrize(("locale", "language"), [("zh_CN.UTF-8", Language.ZH), ("de_DE.UTF-8", Language.EN)])
def test_the_locale_decides(locale: str, language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert Voice.of_this_machine().language is language


def test_a_command_called_alone_gets_a_voice_and_keeps_it() -> None:
    context = click.Context(click.Command("x"))
    assert voice_of(context) is voice_of(context)
    inner = click.Context(click.Command("y"), parent=context)
    assert voice_of(inner) is voice_of(context)


def test_a_terminal_of_another_encoding_does_not_stop_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    tolerant_streams()
    narrow.write("✓ 完成")
    narrow.flush()
    assert narrow.buffer.getvalue() == b"? ??"
