"""What the facts about a machine mean: one line each, with the mend in the words of its package manager."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from engine.base.diagnostics import Phrase
from engine.base.errors import EnvironmentFault
from engine.base.records import dataclass
from engine.probe.environment import Environment, FontFound, Library, Package, System, Tools, loadable_libraries, system_of, version_key

MINIMUM_PYTHON = "3.11"
TYPST = "0.15"
"""The version of Typst that the program of the PDF writer is written for, and that the extra `typst` asks for."""


class State(Enum):
    """FAULT: no report can be built. WARNING: it can, but slowly or not as meant. OPTIONAL: absent, and needed by nobody."""

    GOOD = "good"
    OPTIONAL = "optional"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of `debrief doctor`. `mend` is a command or a sentence, None when there is nothing to mend."""

    subject: Phrase
    state: State
    finding: Phrase
    mend: Phrase | None = None


def examine(machine: Environment) -> tuple[Line, ...]:
    """Return every line, in the order in which things are needed."""
    return tuple(
        line
        for rule in (_python, _packages, _pango, _harfbuzz_subset, _sans, _serif, _font_list, _matplotlib_list, _typst, _out, _office)
        for line in rule(machine)
    )


def is_fit(lines: tuple[Line, ...]) -> bool:
    """Tell whether reports can be built on this machine."""
    return all(line.state is not State.FAULT for line in lines)


def require_pdf_libraries(tools: Tools) -> None:
    """Return at once when WeasyPrint can be imported; else raise EnvironmentFault with the mend, where the import would print a page.

    Fonts need no such call: `open_fonts` of engine.layout.fonts raises when the first text is measured.
    """
    if loadable_libraries(tools) & _PDF_LIBRARIES != _PDF_LIBRARIES:
        raise EnvironmentFault(
            "缺少系统库 Pango，不能生成 PDF", "the system library Pango is missing: no PDF can be made", _PANGO[system_of(tools)]
        )


def same(text: str) -> Phrase:
    """Return a phrase that needs no translation."""
    return Phrase(text, text)


_PDF_LIBRARIES = frozenset({Library.PANGO, Library.PANGO_FT2})


_FONT_FOLDER = Phrase("或把字体文件放进工作区的 assets/fonts/", "or put the font files into assets/fonts/ of the workspace")

_FONTS = {
    System.APT: same("apt install fonts-noto-cjk"),
    System.LINUX: Phrase("用系统的包管理器安装 Noto Sans CJK SC", "install Noto Sans CJK SC with the package manager of the system"),
    System.MACOS: same("brew install font-noto-sans-cjk-sc font-noto-serif-cjk-sc"),
    System.WINDOWS: Phrase(
        "在“设置 > 可选功能”中添加简体中文补充字体", "add the Chinese (Simplified) supplemental fonts in Settings > Optional features"
    ),
}
_PANGO = {
    System.APT: same("apt install libpango-1.0-0 libpangoft2-1.0-0"),
    System.LINUX: Phrase("用系统的包管理器安装 pango", "install pango with the package manager of the system"),
    System.MACOS: same("brew install pango"),
    System.WINDOWS: Phrase(
        "安装 MSYS2，再运行 pacman -S mingw-w64-ucrt-x86_64-pango", "install MSYS2, then pacman -S mingw-w64-ucrt-x86_64-pango"
    ),
}
_SUBSET = {
    System.APT: same("apt install libharfbuzz-subset0"),
    System.LINUX: Phrase("用系统的包管理器安装 harfbuzz-subset", "install harfbuzz-subset with the package manager of the system"),
    System.MACOS: same("brew install harfbuzz"),
    System.WINDOWS: Phrase(
        "在 MSYS2 中运行 pacman -S mingw-w64-ucrt-x86_64-harfbuzz", "in MSYS2: pacman -S mingw-w64-ucrt-x86_64-harfbuzz"
    ),
}


def _python(machine: Environment) -> Iterator[Line]:
    if version_key(machine.python) >= version_key(MINIMUM_PYTHON):
        yield Line(same("Python"), State.GOOD, same(machine.python))
    else:
        mend = Phrase(f"安装 Python {MINIMUM_PYTHON} 或更新版本", f"install Python {MINIMUM_PYTHON} or newer")
        yield Line(same("Python"), State.FAULT, Phrase(f"{machine.python}，太旧", f"{machine.python} is too old"), mend)


def _packages(machine: Environment) -> Iterator[Line]:
    subject = Phrase("Python 包", "Python packages")
    if machine.packages is None:
        finding = Phrase("debrief 没有安装，只是能被找到", "debrief is not installed, merely found")
        yield Line(subject, State.WARNING, finding, same("pip install -e ."))
        return
    unfit = [package for package in machine.packages if not package.is_current]
    if not unfit:
        count = len(machine.packages)
        yield Line(subject, State.GOOD, Phrase(f"{count} 个，版本都够新", f"{count}, all recent enough"))
    yield from (_unfit(package) for package in unfit)


def _unfit(package: Package) -> Line:
    if package.installed is None:
        finding = Phrase("没有安装", "not installed")
    else:
        finding = Phrase(f"{package.installed}，需要 {package.minimum} 以上", f"{package.installed}, needs {package.minimum} or newer")
    return Line(same(package.name), State.FAULT, finding, same(f'pip install "{package.name}>={package.minimum}"'))


def _pango(machine: Environment) -> Iterator[Line]:
    subject = Phrase("Pango（PDF 排版）", "Pango (sets the PDF)")
    if machine.libraries & _PDF_LIBRARIES == _PDF_LIBRARIES:
        yield Line(subject, State.GOOD, Phrase("可以加载", "loads"))
    else:
        yield Line(subject, State.FAULT, Phrase("无法加载，不能生成 PDF", "does not load: no PDF"), _PANGO[machine.system])


def _harfbuzz_subset(machine: Environment) -> Iterator[Line]:
    subject = Phrase("harfbuzz-subset（字体子集）", "harfbuzz-subset (font subsets)")
    if Library.HARFBUZZ_SUBSET in machine.libraries:
        yield Line(subject, State.GOOD, Phrase("可以加载", "loads"))
    else:
        finding = Phrase("没有：PDF 会慢约 60 倍", "missing: PDF takes about 60 times as long")
        yield Line(subject, State.WARNING, finding, _SUBSET[machine.system])


def _sans(machine: Environment) -> Iterator[Line]:
    subject = Phrase("中文黑体", "Chinese sans-serif font")
    if machine.sans is None:
        finding = Phrase("没有：中文无法测量和显示", "missing: Chinese can be neither measured nor drawn")
        yield Line(subject, State.FAULT, finding, _or_folder(_FONTS[machine.system]))
    else:
        yield _font_line(subject, machine.sans, machine.system)


def _serif(machine: Environment) -> Iterator[Line]:
    subject = Phrase("中文宋体（引号）", "Chinese serif font (quotation marks)")
    if machine.serif is None:
        finding = Phrase("没有：用黑体代替", "missing: the sans-serif font stands in")
        yield Line(subject, State.OPTIONAL, finding, _or_folder(_FONTS[machine.system]))
    else:
        yield _font_line(subject, machine.serif, machine.system)


def _font_line(subject: Phrase, font: FontFound, system: System) -> Line:
    if font.has_bold:
        return Line(subject, State.GOOD, same(font.family))
    finding = Phrase(f"{font.family}，没有粗体", f"{font.family}, without a bold face")
    return Line(subject, State.WARNING, finding, _or_folder(_FONTS[system]))


def _or_folder(mend: Phrase) -> Phrase:
    return Phrase(f"{mend.zh}，{_FONT_FOLDER.zh}", f"{mend.en}, {_FONT_FOLDER.en}")


def _font_list(machine: Environment) -> Iterator[Line]:
    if machine.listed_families is None or machine.sans is None:
        return
    subject = Phrase("系统字体列表", "system font list")
    if machine.sans.family in machine.listed_families:
        yield Line(subject, State.GOOD, Phrase("是新的", "up to date"))
    else:
        finding = Phrase(f"没有列出 {machine.sans.family}", f"does not list {machine.sans.family}")
        yield Line(subject, State.WARNING, finding, same("fc-cache -f"))


def _matplotlib_list(machine: Environment) -> Iterator[Line]:
    if machine.matplotlib_families is None or machine.sans is None:
        return
    subject = Phrase("matplotlib 字体缓存", "matplotlib font cache")
    if machine.sans.family in machine.matplotlib_families:
        yield Line(subject, State.GOOD, Phrase("是新的", "up to date"))
    else:
        finding = Phrase(f"建立时还没有 {machine.sans.family}", f"is older than {machine.sans.family}")
        cache = machine.matplotlib_cache
        yield Line(subject, State.WARNING, finding, Phrase(f"删除文件夹 {cache}", f"delete the folder {cache}"))


def _typst(machine: Environment) -> Iterator[Line]:
    subject, mend = Phrase("Typst（更快的 PDF）", "Typst (faster PDF)"), same('pip install "debrief[typst]"')
    if machine.typst is None:
        finding = Phrase("没有；只有写了 pdf: {engine: typst} 的报告需要", "not installed; only reports with pdf: {engine: typst} need it")
        yield Line(subject, State.OPTIONAL, finding, mend)
    elif version_key(machine.typst)[:2] == version_key(TYPST):
        yield Line(subject, State.GOOD, same(machine.typst))
    else:
        finding = Phrase(f"{machine.typst}，需要 {TYPST}", f"{machine.typst}, needs {TYPST}")
        yield Line(subject, State.WARNING, finding, mend)


def _out(machine: Environment) -> Iterator[Line]:
    subject = Phrase("输出文件夹", "output folder")
    if machine.out_is_writable:
        yield Line(subject, State.GOOD, Phrase(f"{machine.out} 可以写入", f"{machine.out} can be written"))
    else:
        mend = Phrase("换一个：debrief build --out 文件夹", "take another: debrief build --out FOLDER")
        yield Line(subject, State.FAULT, Phrase(f"{machine.out} 不能写入", f"{machine.out} cannot be written"), mend)


def _office(machine: Environment) -> Iterator[Line]:
    subject = same("LibreOffice")
    if machine.office:
        yield Line(subject, State.GOOD, same(machine.office))
    else:
        yield Line(
            subject,
            State.OPTIONAL,
            Phrase("没有；生成报告用不到，./dev gate 会用", "not installed; reports do not need it, `./dev gate` does"),
        )
