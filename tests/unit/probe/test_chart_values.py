import io
import zipfile

import openpyxl

from engine.probe.chart_values import CachedRange, Disagreement, NativeChart, disagreements, native_charts

CHART = """<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">
  <c:strRef><c:f>Sheet1!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>华东</c:v></c:pt><c:pt idx="1"><c:v>华南</c:v></c:pt></c:strCache></c:strRef>
  <c:numRef><c:f>'Sheet1'!$B$2:$B$3</c:f><c:numCache><c:ptCount val="2"/><c:pt idx="0"><c:v>2268</c:v></c:pt></c:numCache></c:numRef>
</c:chartSpace>"""  # noqa: E501
RELATIONSHIPS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/data.xlsx"/>
</Relationships>"""
NAMES = CachedRange("Sheet1!$A$2:$A$3", ("华东", "华南"))
VALUES = CachedRange("'Sheet1'!$B$2:$B$3", (2268.0, None))


def package(value: float | None = 2268, *, chart: str = CHART, workbook: bool = True, relationships: bool = True) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("类目", "GMV"), ("华东", value), ("华南", None)):
        sheet.append(row)
    sheet.title = "Sheet1"
    data, stream = io.BytesIO(), io.BytesIO()
    book.save(data)
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("ppt/charts/chart1.xml", chart)
        if relationships:
            archive.writestr("ppt/charts/_rels/chart1.xml.rels", RELATIONSHIPS)
        if workbook:
            archive.writestr("ppt/embeddings/data.xlsx", data.getvalue())
    return stream.getvalue()


def test_caches_are_read_with_their_gaps() -> None:
    assert native_charts(package()) == (NativeChart("ppt/charts/chart1.xml", "ppt/embeddings/data.xlsx", (NAMES, VALUES)),)


def test_equal_numbers_agree() -> None:
    assert disagreements(package()) == ()


def test_a_cell_that_differs_is_shown_with_its_range() -> None:
    assert disagreements(package(2269)) == (Disagreement("ppt/charts/chart1.xml", VALUES.reference, VALUES.values, (2269.0, None)),)
    assert disagreements(package(None))[0].stored == (None, None)


def test_a_chart_without_its_workbook_disagrees_everywhere() -> None:
    for blob in (package(workbook=False), package(relationships=False)):
        assert [(found.reference, found.stored) for found in disagreements(blob)] == [(NAMES.reference, ()), (VALUES.reference, ())]


def test_a_name_of_several_cells_may_be_joined_and_hold_a_number() -> None:
    joined = CHART.replace("华东", "华东 2268").replace('<c:pt idx="1"><c:v>华南</c:v></c:pt>', "").replace("$A$2:$A$3", "$A$2:$B$2")
    assert disagreements(package(chart=joined)) == ()
    assert next(found.stored for found in disagreements(package(2269, chart=joined))) == ("华东", 2269.0)


def test_what_another_program_wrote_wrongly_is_read_as_far_as_it_goes() -> None:
    strange = CHART.replace("<c:v>2268</c:v>", "<c:v>many</c:v>").replace('idx="1"', 'idx="one"')
    assert [cached.values for cached in native_charts(package(chart=strange))[0].ranges] == [("华东", None), ("many", None)]
    assert len(native_charts(package(chart=CHART.replace('val="2"', 'val="99999999999"')))[0].ranges[0].values) == 2**20
