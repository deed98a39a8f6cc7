import io
import zipfile

from engine.probe.chart_values import disagreements
from engine.writers.ooxml.native_chart import CHART_RELATIONSHIP, WORKBOOK_RELATIONSHIP, WORKBOOK_RELATIONSHIP_ID, chart_parts
from tests.support.charts import chart, figure, series

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def test_the_chart_names_its_workbook_and_both_hold_the_same_numbers() -> None:
    parts = chart_parts(figure(chart("target-actual", "a b", series("目标", 10, 20), series("实际", 11, None))))
    assert f'r:id="{WORKBOOK_RELATIONSHIP_ID}"'.encode() in parts.chart_xml
    relationships = (
        f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="{WORKBOOK_RELATIONSHIP_ID}" Type="{WORKBOOK_RELATIONSHIP}" '
        'Target="../embeddings/data.xlsx"/></Relationships>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("ppt/charts/chart1.xml", parts.chart_xml)
        package.writestr("ppt/charts/_rels/chart1.xml.rels", relationships)
        package.writestr("ppt/embeddings/data.xlsx", parts.workbook)
    assert disagreements(stream.getvalue()) == ()


def test_the_same_figure_gives_the_same_bytes() -> None:
    drawn = figure(chart("pie", "a b", series("占比", 60, 40)))
    assert chart_parts(drawn) == chart_parts(drawn)
    assert CHART_RELATIONSHIP.endswith("/chart")
