"""What a template draws below a page, as one SVG: Typst makes vectors of it, gradients and clips too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.model.decor import Flat, Gradient, Matrix, Outline, Path, PlacedPicture
from engine.writers.pdf.ink import number
from engine.writers.pdf.typst_pictures import picture_address
from engine.writers.pdf.typst_shapes import path_data


def scene_svg(marks: Iterable[Path | PlacedPicture], width: float, height: float) -> str:
    """Return a drawing whose unit is the point, in a window of this size. Raises TemplateError for a picture that cannot be read."""
    svg = _Svg()
    for mark in marks:
        if isinstance(mark, Path):
            svg.path(mark)
        else:
            svg.picture(mark)
    size = f'width="{number(width, 4)}" height="{number(height, 4)}" viewBox="0 0 {number(width, 4)} {number(height, 4)}"'
    defined = f"<defs>{''.join(svg.defined)}</defs>" if svg.defined else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{defined}{"".join(svg.drawn)}</svg>'


class _Svg:
    def __init__(self) -> None:
        self.defined: list[str] = []
        self.drawn: list[str] = []
        self._names: dict[str, str] = {}

    def path(self, mark: Path) -> None:
        rule = "nonzero" if mark.winding else "evenodd"
        looks = [f'fill-rule="{rule}" fill="{self._paint(mark)}"']
        if isinstance(mark.fill, Flat) and mark.fill.opacity != 1:
            looks.append(f'fill-opacity="{number(mark.fill.opacity, 4)}"')
        if mark.pen is not None:
            pen = mark.pen
            looks.append(
                f'stroke="#{pen.color.hex}" stroke-width="{number(pen.width)}" stroke-linejoin="{pen.join}" stroke-linecap="{pen.cap}"'
            )
            if pen.dash:
                looks.append(f'stroke-dasharray="{" ".join(map(number, pen.dash))}"')
            if pen.opacity != 1:
                looks.append(f'stroke-opacity="{number(pen.opacity, 4)}"')
        self._clipped(f'<path d="{_data(mark.outlines)}" {" ".join(looks)}/>', mark.clip)

    def picture(self, mark: PlacedPicture) -> None:
        look = f' opacity="{number(mark.opacity, 4)}"' if mark.opacity != 1 else ""
        image = f'width="1" height="1" preserveAspectRatio="none" transform="{_matrix(mark.matrix)}" href="{picture_address(mark.blob)}"'
        self._clipped(f"<image{look} {image}/>", mark.clip)

    def _clipped(self, drawn: str, clip: Sequence[Outline]) -> None:
        if clip:
            name = self._define(f'<clipPath id="{{}}"><path clip-rule="evenodd" d="{_data(clip)}"/></clipPath>')
            drawn = f'<g clip-path="url(#{name})">{drawn}</g>'
        self.drawn.append(drawn)

    def _paint(self, mark: Path) -> str:
        match mark.fill:
            case None:
                return "none"
            case Flat(color):
                return f"#{color.hex}"
            case Gradient():
                return f"url(#{self._define(_gradient(mark.fill))})"

    def _define(self, written: str) -> str:
        """Return the name of a definition, the same for the same."""
        name = self._names.get(written)
        if name is None:
            name = self._names[written] = f"d{len(self.defined)}"
            self.defined.append(written.replace("{}", name, 1))
        return name


def _gradient(gradient: Gradient) -> str:
    kind, place = ("radialGradient", 'cx="0" cy="0" r="1"') if gradient.radial else ("linearGradient", 'x1="0" y1="0" x2="1" y2="0"')
    stops = "".join(
        f'<stop offset="{number(stop.at, 4)}" stop-color="#{stop.color.hex}"'
        + (f' stop-opacity="{number(stop.opacity, 4)}"' if stop.opacity != 1 else "")
        + "/>"
        for stop in gradient.stops
    )
    return f'<{kind} id="{{}}" gradientUnits="userSpaceOnUse" {place} gradientTransform="{_matrix(gradient.matrix)}">{stops}</{kind}>'


def _data(outlines: Sequence[Outline]) -> str:
    return " ".join(map(path_data, outlines))


def _matrix(matrix: Matrix) -> str:
    return f"matrix({' '.join(number(part, 6) for part in matrix)})"
