from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from engine.load.schema_walk import models_at
from engine.metrics.definition import MetricSchema, MetricsSchema


class Leaf(BaseModel):
    name: str


class Other(BaseModel):
    size: int


class Root(BaseModel):
    model_config = ConfigDict(extra="forbid")
    leaf: Leaf | None = None
    leaves: list[Leaf | Other] = []
    named: dict[str, Annotated[Other, Field()]] = {}
    pair: tuple[Leaf, ...] = ()
    aliased: Leaf = Field(Leaf(name="x"), alias="as")


def test_paths_lead_to_models() -> None:
    assert models_at(Root, ()) == (Root,)
    assert models_at(Root, ("leaf",)) == (Leaf,)
    assert models_at(Root, ("leaves", 0)) == (Leaf, Other)
    assert models_at(Root, ("leaves", 0, "Leaf")) == (Leaf, Other)
    assert models_at(Root, ("named", "x")) == (Other,)
    assert models_at(Root, ("pair", 1)) == (Leaf,)
    assert models_at(Root, ("as",)) == (Leaf,)


def test_extra_fields_have_a_model_too() -> None:
    assert models_at(MetricsSchema, ("gmv",)) == (MetricSchema,)


def test_scalars_have_none() -> None:
    assert models_at(Root, ("leaf", "name")) == ()
