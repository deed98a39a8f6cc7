"""Rows 55 to 68: Jinja in texts."""

from __future__ import annotations

from tests.support.bad_inputs.case import Case, Put, Run, blocks, both, replaced, table, text

OWN = Run.OWN_PROCESS
WEEKS = table("周次,GMV\n" + "".join(f"W{week},100\n" for week in range(100_000)))
AT = "report.yaml:14:"


def words(template: str) -> Put:
    return text("'" + template.replace("'", "''") + "'")


CASES = (
    Case(55, "cycler and os", words("{{ cycler.__init__.__globals__.os.popen('id').read() }}"), "YAML030", ("cycler",), AT),
    Case(55, "class of a text", words("{{ ''.__class__.__mro__ }}"), "YAML030", ("__class__",), AT),
    Case(55, "attr filter", words("{{ title | attr('__class__') }}"), "YAML031", ("attr",), AT),
    Case(56, "undefined in a sentence", words("甲 {{ nobody }} 乙"), "YAML030", ("nobody",), AT),
    Case(56, "markup in a value", both(replaced("title: 半年小结", "title: a<b>&c"), words("标题 {{ title }}")), exit=0),
    Case(57, "undefined inside a filter", words("{{ ['']|map(attribute='__class__')|join }}"), "YAML031", ("map",), AT),
    Case(57, "undefined inside join", words("{{ [nobody]|join }}"), "YAML030", ("nobody",), AT),
    Case(58, "method of a text", words("{{ title.upper() }}"), "YAML030", ("upper",), AT),
    Case(58, "method of a metric", words("{{ m.gmv.actual.__reduce__() }}"), "FACT001", ("actual",), AT),
    Case(58, "format of a text", words("{{ '{0.__class__}'.format(m) }}"), "YAML030", ("format",), AT),
    Case(59, "undefined name", words("{{ m.gmw }}"), "FACT001", ("gmv",), AT),
    Case(60, "range", words("{{ range(1000000000) }}"), "YAML030", ("range",), AT, run=OWN),
    Case(
        61,
        "nested loops",
        both(WEEKS, words("{% for a in t.weekly %}{% for b in t.weekly %}{% endfor %}{% endfor %}")),
        "YAML032",
        ("loop",),
        AT,
        run=OWN,
    ),
    Case(
        61,
        "sorting in a loop",
        both(WEEKS, words("{% for a in t.weekly %}{{ (t.weekly | sort(attribute='GMV') | first).周次 }}{% endfor %}")),
        "YAML033",
        (),
        AT,
        run=OWN,
    ),
    Case(
        61,
        "looking in a loop",
        both(WEEKS, words("{% for a in t.weekly %}{% if a.周次 in t.weekly %}{% endif %}{% endfor %}")),
        "YAML033",
        (),
        AT,
        run=OWN,
    ),
    Case(
        61,
        "comparing in a loop",
        both(WEEKS, words("{% for a in t.weekly if t.weekly[1:] == t.weekly[2:] %}{% endfor %}")),
        "YAML033",
        (),
        AT,
        run=OWN,
    ),
    Case(
        61,
        "a metric for every row",
        both(WEEKS, words("{% for a in t.weekly %}{{ m.gmv.by('周次', a.周次) }}{% endfor %}")),
        "YAML033",
        (),
        AT,
        run=OWN,
    ),
    Case(
        61,
        "a topic for every row",
        both(WEEKS, replaced("label: 目标", "label: 目标\n        for_each: {w: t.weekly}")),
        "YAML035",
        ("200",),
        "report.yaml:12:",
        run=OWN,
    ),
    Case(
        61,
        "many texts that sort",
        both(WEEKS, blocks(*(["- text: '{{ t.weekly | sort(attribute=\"GMV\") | length }}'"] * 300))),
        "YAML033",
        ("5,000,000",),
        "report.yaml:16:",
        run=OWN,
    ),
    Case(62, "a text a million times", words("{{ 'x' * 1000000000 }}"), "YAML032", ("*",), AT, run=OWN),
    Case(62, "centred", words("{{ 'x' | center(1000000000) }}"), "YAML031", ("center",), AT, run=OWN),
    Case(62, "formatted", words("{{ '%1000000000s' | format('x') }}"), "YAML031", ("format",), AT, run=OWN),
    Case(62, "formatted by %", words("{{ '%1000000000s' % 'x' }}"), "YAML032", ("%",), AT, run=OWN),
    Case(62, "a large power", words("{{ 9 ** 99999 }}"), "YAML032", (), AT, run=OWN),
    Case(62, "rounded to a million places", words("{{ 1.5 | round(100000000) }}"), "YAML032", ("round",), AT, run=OWN),
    Case(
        63,
        "doubling in a namespace",
        words("{% set n = namespace(x='xx') %}{% for a in t.weekly %}{% set n.x = n.x + n.x %}{% endfor %}"),
        "YAML032",
        (),
        AT,
        run=OWN,
    ),
    Case(63, "a long output", both(WEEKS, words("{% for a in t.weekly %}很长的文字{% endfor %}")), "YAML033", (), AT, run=OWN),
    Case(64, "a macro that calls itself", words("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}"), "YAML032", ("macro",), AT),
    Case(
        64,
        "a file that includes itself",
        replaced("sections:", "sections:\n  - include: report.yaml"),
        "YAML020",
        ("kind",),
        "report.yaml:1:1",
    ),
    Case(65, "include", words("{% include '../../etc/passwd' %}"), "YAML032", ("include",), AT),
    Case(
        65,
        "include of a file outside",
        replaced("sections:", "sections:\n  - include: ../../../../etc/passwd"),
        "FILE002",
        (),
        "report.yaml:9:",
    ),
    Case(67, "200 nested ifs", words("{% if true %}" * 200 + "x" + "{% endif %}" * 200), "YAML033", ("deep",), AT, run=OWN),
    Case(67, "3,000 parentheses", words("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}"), "YAML033", ("deep",), AT, run=OWN),
    Case(68, "5 MB template", words("{{ title }}" * 450_000), "YAML033", (), AT, run=OWN),
)
