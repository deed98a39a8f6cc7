"""Rows 69 to 72: Markdown."""

from __future__ import annotations

from tests.support.bad_inputs.case import Case, Put, Run, both, markdown, saved, text

OWN = Run.OWN_PROCESS


def topic(words: str) -> Put:
    """A Markdown file whose fifth line begins with these words."""
    return markdown(f"# 结果\n\n## 题目\n\n{words}\n")


CASES = (
    Case(69, "script", topic("<script>alert(1)</script>"), "YAML051", ("HTML",), "02.md:5:1"),
    Case(69, "HTML in a line", topic("很 <img src=x onerror=y> 好"), "YAML051", (), "02.md:5:"),
    Case(69, "HTML in YAML is text", text("a <script>alert(1)</script>"), exit=0),
    Case(
        70,
        "picture from the metadata service",
        topic("![x](http://169.254.169.254/latest)"),
        "FILE002",
        ("nothing is fetched",),
        "02.md:5:",
    ),
    Case(70, "picture upwards", topic("![x](../../../../etc/passwd)"), "FILE002", ("leads out",), "02.md:5:"),
    Case(70, "picture by an absolute path", topic("![x](/etc/passwd)"), "FILE002", (), "02.md:5:"),
    Case(70, "picture with encoded dots", topic("![x](%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd)"), "FILE001", (), "02.md:5:"),
    Case(71, "javascript", topic("[甲](javascript:alert(1))"), "YAML040", ("https",), "02.md:5:"),
    Case(71, "file", topic("[甲](file:///etc/passwd)"), "YAML040", (), "02.md:5:"),
    Case(71, "data", topic("[甲](data:text/html,x)"), "YAML040", (), "02.md:5:"),
    Case(71, "javascript in YAML", text("'[甲](javascript:alert(1))'"), "YAML040", (), "report.yaml:14:"),
    Case(72, "50,000 brackets", topic("[" * 50_000), "YAML011", ("20,000",), "02.md:5:", run=OWN),
    Case(72, "50,000 asterisks", topic("甲**" * 50_000), "YAML011", ("20,000",), "02.md:5:", run=OWN),
    Case(72, "50,000 brackets in YAML", text("'" + "[" * 50_000 + "'"), "YAML011", ("20,000",), "report.yaml:14:", run=OWN),
    Case(72, "800 nested lists", topic("\n".join("  " * depth + "- x" for depth in range(800))), "YAML054", (), "02.md:", run=OWN),
    Case(72, "800 nested quotations", topic(">" * 800 + " x"), "YAML054", (), "02.md:", run=OWN),
    Case(72, "9 MiB", both(topic("x"), saved("甲".encode() * 3_500_000, "02.md")), "YAML011", ("8 MiB",), "02.md", run=OWN),
)
