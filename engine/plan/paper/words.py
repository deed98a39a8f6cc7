"""The fixed words of a paper, in the language of the report."""

from __future__ import annotations

from engine.base.diagnostics import Phrase

APPENDIX = Phrase("附录：数据来源与口径", "Appendix: data sources and definitions")
CONTENTS = Phrase("目录", "Contents")
FIGURES = Phrase("图表目录", "Figures and tables")
FIGURE, TABLE = Phrase("图", "Figure"), Phrase("表", "Table")
SOURCE = Phrase("来源：", "Source: ")
SOURCE_WORDS = ("来源", "数据来源", "资料来源", "source")
"""How a source line may already begin."""
NOTE = Phrase("注：", "Note: ")
LEGEND = Phrase("评级：", "Grades: ")
BANDS = Phrase("图中区间：", "Periods shown: ")
DETAIL = Phrase("明细", ": values")

METRIC, ACTUAL, STATUS = Phrase("指标", "Metric"), Phrase("实际", "Actual"), Phrase("状态", "Status")
FIGURE_VALUE, BEFORE, GRADE = Phrase("数值", "Value"), Phrase("此前", "Before"), Phrase("等级", "Grade")
ACTION, REMARK = Phrase("动作", "Action"), Phrase("说明", "Remark")
ITEM, AMOUNT, SHARE = Phrase("项目", "Item"), Phrase("金额", "Amount"), Phrase("占比", "Share")
CATEGORY = Phrase("类目", "Category")
SHARE_OF = Phrase("占比 {share}", "share {share}")

MILESTONES = Phrase("里程碑", "Milestones")
STATES = {"done": Phrase("已完成", "done"), "planned": Phrase("计划中", "planned"), "peak": Phrase("峰值", "peak")}
MONTH = Phrase("{month} 月", "{name}")
GRAY, LIGHT, DEEP = Phrase("灰色", "grey"), Phrase("浅色", "light"), Phrase("深色", "deep")
SHADES = Phrase("底色：", "Shading: ")

AUTHOR, DATE, PERIOD = Phrase("编制人", "Author"), Phrase("编制日期", "Date"), Phrase("报告期间", "Period")
UNIT, VERSION = Phrase("编制单位", "Unit"), Phrase("密级", "Classification")

UNIT_GAP, FOOTER_GAP = Phrase("  ", " · "), Phrase("  ｜  ", "  |  ")
"""Between organisation and department, and between them and the classification."""

COLON, SEMICOLON, STOP, COMMA = Phrase("：", ": "), Phrase("；", "; "), Phrase("。", ". "), Phrase("、", ", ")
CLAUSE = Phrase("，", ", ")
LEADS_ON = ("：", ":")
"""A paragraph that ends so says nothing without what follows."""
ENDINGS = "。！？；：.!?;:"
OPEN, CLOSE = Phrase("（", " ("), Phrase("）", ")")
QUOTE_OPEN, QUOTE_CLOSE = Phrase("“", "“"), Phrase("”", "”")
DASH = Phrase("——", "— ")
MISSING = "—"
