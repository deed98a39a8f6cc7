from __future__ import annotations

import io
import zipfile

from engine.probe.found import FoundColumn
from engine.probe.found_charts import found_chart
from tests.support.ledger_report import finished, rewritten

PART = "ppt/charts/chart1.xml"


def opened(blob: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(blob))


def test_a_chart_is_read_with_its_workbook() -> None:
    with opened(finished().blobs["pptx"]) as package:
        found = found_chart(package, PART)
    assert found is not None
    assert found.columns == {("每周 GMV", "values"): FoundColumn((60.0, 45.0, 21.3), (60.0, 45.0, 21.3))}
    assert found.sheet["每周 GMV"] == (60.0, 45.0, 21.3)


def test_a_workbook_that_is_no_workbook_holds_nothing() -> None:
    broken = rewritten(finished().blobs["pptx"], lambda name, blob: b"no zip" if name.endswith("Sheet1.xlsx") else blob)
    with opened(broken) as package:
        found = found_chart(package, PART)
    assert found is not None
    assert found.columns["每周 GMV", "values"].stored is None


def test_a_chart_that_is_no_xml_cannot_be_read() -> None:
    broken = rewritten(finished().blobs["pptx"], lambda name, blob: b"<c" if name == PART else blob)
    with opened(broken) as package:
        assert found_chart(package, PART) is None
        assert found_chart(package, "ppt/charts/chart99.xml") is None


def test_words_of_labels_are_read_written_out_or_as_a_number_format() -> None:
    labels = (
        b'<c:dLbl xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:idx val="0"/><c:tx><c:rich><a:p><a:r><a:t>\xe5\xb3\xb0'
        b'</a:t></a:r><a:r><a:t>  W9</a:t></a:r></a:p></c:rich></c:tx><c:numFmt formatCode="0" sourceLinked="0"/></c:dLbl>'
        b'<c:dLbl><c:idx val="1"/><c:numFmt formatCode="&quot;213&quot;;&quot;213&quot;;&quot;213&quot;" sourceLinked="0"/></c:dLbl>'
        b'<c:dLbl><c:idx val="2"/><c:numFmt formatCode="0.0" sourceLinked="0"/></c:dLbl>'
    )
    blob = rewritten(
        finished().blobs["pptx"], lambda name, part: part.replace(b"</c:tx>", b"</c:tx>" + labels, 1) if name == PART else part
    )
    with opened(blob) as package:
        found = found_chart(package, PART)
    assert found is not None
    assert [words for words in found.labels if words in {"峰  W9", "213", "0.0"}] == ["峰  W9", "213"]
