"""The rules of FILE048: each finds at least three seeded defects, and nothing in sound files of ours and of other libraries."""

from __future__ import annotations

from engine.checks.package.extensions import CHECK, not_ignorable, prefix_undeclared
from tests.support.package_seeds import BARE, Seed, adding, at, false_alarms, put, saying, sound, told, too_few, unfound

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"

SEEDS = (
    Seed(not_ignorable, "deck", saying(BARE, "<p:cSld", f'<p:cSld xmlns:p14="{P14}" p14:bwMode="auto"')),
    Seed(not_ignorable, "raw deck", saying("ppt/slides/slide1.xml", "</p:cSld>", f'</p:cSld><q:x xmlns:q="{P14}"/>')),
    Seed(not_ignorable, "document", saying("word/document.xml", "<w:p>", f'<w:p xmlns:w14="{W14}" w14:paraId="1">')),
    Seed(prefix_undeclared, "deck", saying(BARE, "<p:sld ", f'<p:sld {MC} mc:Ignorable="p14" ')),
    Seed(prefix_undeclared, "document", saying("word/document.xml", "<w:document ", '<w:document mc:Ignorable="w14 w15" ')),
    Seed(prefix_undeclared, "document", at("word/document.xml", "//mc:Choice", put("Requires", "wpx"))),
)


def test_seeded_defects_are_found() -> None:
    assert not too_few(SEEDS, CHECK.rules)
    assert not unfound(SEEDS)


def test_sound_files_pass() -> None:
    assert not false_alarms(CHECK.rules)


def test_what_says_so_may_be_used() -> None:
    said = f'<p:sld {MC} xmlns:p14="{P14}" mc:Ignorable="p14" p14:bwMode="auto" '
    assert not told(not_ignorable, saying(BARE, "<p:sld ", said)(sound("deck")))
    listed = at(BARE, "//p:cSld", adding(f'<p:extLst><p:ext uri="x"><q:creationId xmlns:q="{P14}" val="1"/></p:ext></p:extLst>'))
    assert not told(not_ignorable, listed(sound("deck")))


def test_the_message_names_the_extension() -> None:
    (said, *_) = told(not_ignorable, SEEDS[0].damaged)
    assert said == f"{BARE}: p:cSld: bwMode is an extension that mc:Ignorable does not name"
