from __future__ import annotations

from engine.writers.docx.running import fill_running, names_chapter, numbered

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TITLE = '<w:sdt><w:sdtPr><w:tag w:val="title"/></w:sdtPr><w:sdtContent><w:r><w:t>标题</w:t></w:r><w:r><w:t>样例</w:t></w:r></w:sdtContent></w:sdt>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(code: str, shown: str) -> str:
    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}<w:r><w:t>{shown}</w:t></w:r>{mark('end')}"


def filled(content: str) -> str:
    part = f"<w:hdr {W}><w:p>{content}</w:p></w:hdr>".encode()
    return fill_running(part, {"title": "年中 & 总结"}, "三、", "渠道").decode()


def test_content_controls_take_the_words_of_their_tag() -> None:
    made = filled(TITLE)
    assert '<w:t xml:space="preserve">年中 &amp; 总结</w:t>' in made
    assert "样例" not in made
    assert "标题" in filled(TITLE.replace('"title"', '"logo"'))


def test_the_chapter_stands_in_both_kinds_of_fields() -> None:
    made = filled(field(r"STYLEREF 1 \n", "一、") + field("STYLEREF 1", "章") + field("PAGE", "1"))
    assert [piece.partition("</w:t>")[0].rpartition(">")[2] for piece in made.split("<w:t")[1:]] == ["三、", "渠道", "1"]
    assert ">渠道</w:t>" in filled('<w:fldSimple w:instr="STYLEREF 1"><w:r><w:t>章</w:t></w:r></w:fldSimple>')


def test_parts_that_say_what_differs_are_told_apart() -> None:
    def names(content: str) -> bool:
        return names_chapter(f"<w:hdr {W}><w:p>{content}</w:p></w:hdr>".encode())

    assert names(field("STYLEREF 1", "章"))
    assert names(TITLE.replace('"title"', '"contents"'))
    assert not names(TITLE + field("PAGE", "1"))


def test_drawings_take_numbers_that_no_other_drawing_has() -> None:
    space = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    logo = f'<w:r {W} {space}><w:drawing><wp:inline><wp:docPr id="1" name="logo"/></wp:inline></w:drawing></w:r>'.encode()
    assert b'<wp:docPr id="7" name="logo"/>' in numbered(logo, iter([7]).__next__)
    plain = f"<w:hdr {W}/>".encode()
    assert numbered(plain, iter([7]).__next__) is plain
