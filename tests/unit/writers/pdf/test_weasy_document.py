from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

import pytest
from weasyprint.urls import FatalURLFetchingError

from engine.base.errors import EnvironmentFault, TemplateError
from engine.writers.pdf.weasy_document import DataFetcher, lay_out, write
from engine.writers.pdf.weasy_fonts import InstalledFonts

SHEET = "html,body,p,img{display:block}html{font-family:'Noto Sans CJK SC'}"


@pytest.fixture(scope="module")
def fonts() -> InstalledFonts:
    installed = InstalledFonts()
    installed.middle("Noto Sans CJK SC")
    return installed


def tree(tag: str = "p", text: str = "一", **attributes: str) -> Element:
    root = Element("html", {"lang": "zh-CN"})
    SubElement(SubElement(root, "body"), tag, attributes).text = text
    return root


def test_only_our_sheets_apply(fonts: InstalledFonts) -> None:
    document = lay_out(tree(), (SHEET,), {}, fonts)
    assert len(document.pages) == 1
    assert write(document, fonts).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("address", ["file:///etc/hostname", "https://example.com/a.png", "ftp://example.com/a.png"])
def test_nothing_outside_the_document_is_fetched(address: str, fonts: InstalledFonts) -> None:
    with pytest.raises(TemplateError, match="the PDF cannot be drawn: Error fetching"):
        lay_out(tree("img", src=address, alt="x"), (SHEET,), {}, fonts)


def test_the_fetcher_refuses_by_name_and_reads_data() -> None:
    fetcher = DataFetcher()
    with pytest.raises(ValueError, match="disallowed protocol"):
        fetcher.fetch("file:///etc/hostname")
    assert fetcher.fetch("data:text/plain,abc").read() == b"abc"
    assert not issubclass(FatalURLFetchingError, Exception)  # why it is caught by its name


def test_what_weasyprint_only_logs_is_an_error(fonts: InstalledFonts) -> None:
    with pytest.raises(TemplateError, match="Ignored `colour: red`"):
        lay_out(tree(), (SHEET, "p{colour: red}"), {}, fonts)


def test_long_complaints_are_cut(fonts: InstalledFonts) -> None:
    with pytest.raises(TemplateError) as caught:
        lay_out(tree("img", src="data:image/png;base64," + "A" * 900, alt="x"), (SHEET,), {}, fonts)
    assert len(caught.value.message.en) < 350


def test_characters_from_another_font_are_named(fonts: InstalledFonts) -> None:
    root = tree(text="一")
    SubElement(root[0], "p", {"style": "font-family:'Noto Serif CJK SC'"}).text = "二"
    document = lay_out(root, (SHEET,), {}, fonts)
    with pytest.raises(EnvironmentFault, match="in none of the fonts Noto Sans CJK SC: 二"):
        write(document, fonts)
