"""Who imports whom: the modules of a package as parsed text, nothing executed."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name. `target` is dotted and full; `function` is empty at module level; `for_types` stands under TYPE_CHECKING."""

    target: str
    line: int
    function: str = ""
    for_types: bool = False

    @property
    def root(self) -> str:
        return self.target.partition(".")[0]

    @property
    def at_start(self) -> bool:
        """Tell whether it happens as soon as the importing module does."""
        return not self.function and not self.for_types


@dataclass(frozen=True, slots=True)
class Module:
    """One source file. `name` is dotted; that of an `__init__.py` is its package's."""

    name: str
    file: str
    tree: ast.Module
    imports: tuple[Import, ...]

    @property
    def is_package(self) -> bool:
        return self.file.endswith("__init__.py")

    @property
    def has_functions(self) -> bool:
        return any(isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) for node in ast.walk(self.tree))

    @property
    def top_names(self) -> frozenset[str]:
        """Names that are assigned at the top of the file."""
        targets: list[ast.expr] = []
        for node in self.tree.body:
            if isinstance(node, ast.Assign):
                targets += node.targets
            elif isinstance(node, ast.AnnAssign):
                targets.append(node.target)
        return frozenset(target.id for target in targets if isinstance(target, ast.Name))


Modules = Mapping[str, Module]


def read_modules(root: Path, package: str) -> Modules:
    """Return the modules of `root/package` by name."""
    return parse_modules({path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted((root / package).rglob("*.py"))})


def parse_modules(sources: Mapping[str, str]) -> Modules:
    """Return modules by name from source texts by file name, such as `engine/base/units.py`."""
    trees = {_module_name(file): (file, ast.parse(text, file)) for file, text in sources.items()}
    known = frozenset(trees)
    return {name: Module(name, file, tree, tuple(_imports(tree, known))) for name, (file, tree) in trees.items()}


def _module_name(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _imports(tree: ast.Module, known: frozenset[str]) -> Iterator[Import]:
    """Yield each import once; `from a.b import c` targets a.b.c when that is a module, else a.b."""
    yield from _late(tree)
    for node, function, for_types in _import_nodes(tree.body, "", for_types=False):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        else:
            base = "." * node.level + (node.module or "")
            targets = [full if (full := f"{base}.{alias.name}") in known else base for alias in node.names]
        for target in dict.fromkeys(targets):
            yield Import(target, node.lineno, function, for_types)


def _late(tree: ast.Module) -> Iterator[Import]:
    """Yield what `LateRegistry("block", "engine.blocks", ("text", …))` will import: as good as imported at once, sooner or later it is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "LateRegistry":
            _, package, *names = [str(each.value) for each in ast.walk(node) if isinstance(each, ast.Constant)]
            yield from (Import(f"{package}.{name}", node.lineno) for name in names)


def _import_nodes(body: Iterable[ast.AST], function: str, *, for_types: bool) -> Iterator[tuple[ast.Import | ast.ImportFrom, str, bool]]:
    for node in body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node, function, for_types
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            name = node.name if not isinstance(node, ast.Lambda) else "lambda"
            yield from _import_nodes(ast.iter_child_nodes(node), function or name, for_types=for_types)
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from _import_nodes(node.body, function, for_types=True)
            yield from _import_nodes(node.orelse, function, for_types=for_types)
        else:
            yield from _import_nodes(ast.iter_child_nodes(node), function, for_types=for_types)


def loaded_with(start: str, modules: Modules) -> Mapping[str, tuple[str, ...]]:
    """Return everything that importing `start` imports at once, each with the way it is reached; packages load before their parts."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    queue = [start]
    while queue:
        name = queue.pop(0)
        if name not in modules:
            continue
        targets = [item.target for item in modules[name].imports if item.at_start]
        for target in [part for full in targets for part in _with_parents(full, modules)]:
            if target not in ways:
                ways[target] = (*ways[name], target)
                queue.append(target)
    return ways


def _with_parents(target: str, modules: Modules) -> Iterator[str]:
    parts = target.split(".")
    yield from (parent for count in range(1, len(parts)) if (parent := ".".join(parts[:count])) in modules)
    yield target


def cycles(modules: Modules) -> tuple[tuple[str, ...], ...]:
    """Return each ring of modules that import one another, wherever the imports stand, starting at its first name."""
    edges = {name: {i.target for i in module.imports if i.target in modules and i.target != name} for name, module in modules.items()}
    reach = {name: _reachable(name, edges) for name in edges}
    rings = {tuple(sorted(other for other in reach[name] if name in reach[other])) for name in edges if name in reach[name]}
    return tuple(sorted(rings))


def _reachable(start: str, edges: Mapping[str, set[str]]) -> frozenset[str]:
    seen: set[str] = set()
    queue = list(edges[start])
    while queue:
        name = queue.pop()
        if name not in seen:
            seen.add(name)
            queue.extend(edges[name])
    return frozenset(seen)
