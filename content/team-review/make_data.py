"""Makes the tables of this sample, the same every time: python content/team-review/make_data.py.

100 store teams of a chain in ten regions, thirteen weeks of 2025Q3, the same weeks of 2024, targets, and what each team does about its gaps.
Some teams are awkward on purpose; `SPECIAL` says which, and how.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from team_names import OWNERS, REGIONS, SHORT
from team_words import DEEDS, GAPS

DATA = Path(__file__).parent / "data"
MONDAY = dt.date(2025, 6, 30)
WEEKS = range(27, 40)
MONTHS = ("7 月",) * 5 + ("8 月",) * 4 + ("9 月",) * 4  # by the month of the Thursday
SEASON = (0.97, 0.98, 1.00, 1.03, 1.05, 1.06, 1.05, 1.04, 1.02, 0.99, 0.97, 0.96, 0.98)
"""Cold drinks carry July and August; schools reopen in W36."""


@dataclass(frozen=True)
class Special:
    """How a team differs: `sales` is what it sells of its plan, `week` a week with its stores shut, `before` what it sold last year of that."""

    sales: float | None = None
    stores: int | None = None
    week: int | None = None
    before: float | None = None
    is_new: bool = False
    is_good: bool = False


SPECIAL = {
    "T007": Special(is_good=True),  # every target met: no measures, so no page about them
    "T018": Special(sales=0.97, week=33),  # a typhoon shut every store for a week: sales of 0
    "T034": Special(sales=0.60, before=1.32),  # missed its plan by 40 %
    "T052": Special(sales=3.18, stores=1, before=0.072),  # one store; a counter in a lobby last year
    "T076": Special(is_new=True),  # opened this spring: no figures of last year
}


@dataclass(frozen=True)
class Team:
    code: str
    name: str
    region: str
    leader: str
    deputy: str
    fresh: str
    stores: int
    special: Special


@dataclass(frozen=True)
class Week:
    """One week of one team; money in yuan."""

    week: int
    stores: int
    plan: int
    walk_in: int
    delivery: int
    bulk: int
    orders: int
    waste: int
    members: int

    @property
    def sales(self) -> int:
        return self.walk_in + self.delivery + self.bulk


@dataclass(frozen=True)
class Habits:
    """What the customers of a team do: shares of delivery and bulk, yuan an order, share thrown away, new members a store and week."""

    delivery: float
    bulk: float
    basket: float
    waste: float
    members: float


@dataclass(frozen=True)
class Quarter:
    """Thirteen weeks added up, as the five graded metrics see them."""

    sales: float
    basket: float
    delivery: float
    waste: float
    members: float

    @classmethod
    def of(cls, weeks: list[Week]) -> Quarter:
        sales = sum(one.sales for one in weeks)
        orders, delivery = sum(one.orders for one in weeks), sum(one.delivery for one in weeks)
        return cls(sales, sales / orders, delivery / sales, sum(one.waste for one in weeks) / sales, sum(one.members for one in weeks))


def teams(chance: random.Random) -> Iterator[Team]:
    owners = iter(OWNERS)
    for number, (region, name) in enumerate(((region, name) for region, names in REGIONS.items() for name in names), 1):
        code = f"T{number:03d}"
        special = SPECIAL.get(code, Special())
        yield Team(code, name, region, next(owners), next(owners), next(owners), special.stores or chance.randint(6, 18), special)


def this_year(team: Team, chance: random.Random) -> list[Week]:
    """Return the weeks of a team. Its level wanders a little; what stands in `SPECIAL` holds for the whole quarter."""
    level = team.special.sales or (1.045 if team.special.is_good else min(1.16, max(0.84, chance.gauss(1.005, 0.055))))
    per_store, basket = chance.uniform(42_000, 66_000), chance.uniform(21.5, 31.0)
    delivery, bulk = chance.uniform(0.17, 0.33), chance.uniform(0.03, 0.09)
    habits = Habits(delivery, bulk, basket, chance.uniform(0.0095, 0.0205), chance.uniform(13, 38))
    if team.stores == 1:
        per_store = 15_000
    found = []
    for index, week in enumerate(WEEKS):
        plan = round(per_store * team.stores * SEASON[index], -3 if team.stores > 1 else -2)
        sales = plan * level * chance.uniform(0.96, 1.04)
        grown = replace(habits, delivery=habits.delivery * (1 + (index - 6) * 0.004))
        if week == team.special.week:
            found.append(Week(week, team.stores, int(plan), 0, 0, 0, 0, 0, 0))
        else:
            found.append(_open_week(team, week, int(plan), sales, grown, chance))
    return found


def _open_week(team: Team, week: int, plan: int, sales: float, habits: Habits, chance: random.Random) -> Week:
    home = round(sales * habits.delivery * chance.uniform(0.95, 1.05))
    group = round(sales * habits.bulk * chance.uniform(0.85, 1.15))
    walk_in = round(sales * (1 - habits.delivery - habits.bulk))
    total = walk_in + home + group
    orders = round(total / (habits.basket * chance.uniform(0.985, 1.015)))
    waste = round(total * habits.waste * chance.uniform(0.92, 1.08))
    members = round(habits.members * team.stores * chance.uniform(0.88, 1.12))
    return Week(week, team.stores, plan, walk_in, home, group, orders, waste, members)


def last_year(team: Team, weeks: list[Week], chance: random.Random) -> list[Week]:
    """Return the same weeks of 2024; none for a team that did not exist."""
    if team.special.is_new:
        return []
    growth = team.special.before or 1 / chance.gauss(1.07, 0.05)
    home, basket, lost = chance.uniform(0.80, 0.97), chance.uniform(0.95, 1.02), chance.uniform(0.95, 1.20)
    typical = sum(one.sales for one in weeks) / len(weeks)
    found = []
    for one in weeks:
        sales = (one.sales or typical) * growth * chance.uniform(0.97, 1.03)
        share = one.delivery / one.sales if one.sales else 0.22
        delivery, bulk = round(sales * share * home), round(sales * 0.05)
        walk_in = round(sales) - delivery - bulk
        now = one.sales / one.orders if one.orders else 25.0
        rate = one.waste / one.sales if one.sales else 0.015
        members = round((one.members or 200) * growth * chance.uniform(0.85, 1.0))
        found.append(
            Week(one.week, one.stores, 0, walk_in, delivery, bulk, round(sales / (now * basket)), round(sales * rate * lost), members)
        )
    return found


def targets(team: Team, now: Quarter, plan: int, chance: random.Random) -> tuple[Quarter, Quarter]:
    """Return the targets of the quarter, set around what could be expected, and those of the next one, set from what was reached."""
    ease = (lambda: chance.uniform(0.955, 0.985)) if team.special.is_good else lambda: chance.gauss(1.0, 0.045)
    goal = Quarter(
        plan,
        round(now.basket * ease(), 1),
        round(now.delivery * ease(), 3),
        round(now.waste / ease(), 4),
        round(now.members * ease(), -1 if team.stores == 1 else -2),
    )
    ahead = Quarter(
        round(max(now.sales * chance.uniform(1.04, 1.09), min(plan, now.sales * 1.3)), -4),
        round(max(now.basket, goal.basket) * chance.uniform(1.01, 1.03), 1),
        round(max(now.delivery, goal.delivery) + chance.uniform(0.006, 0.015), 3),
        round(min(now.waste, goal.waste) * chance.uniform(0.94, 0.98), 4),
        round(max(now.members, goal.members) * chance.uniform(1.03, 1.08), -1 if team.stores == 1 else -2),
    )
    return goal, ahead


def attainments(now: Quarter, goal: Quarter) -> dict[str, float]:
    """Return how much of each target was reached, by the id of its metric; less waste is better."""
    return {
        "gmv": now.sales / goal.sales,
        "aov": now.basket / goal.basket,
        "home_share": now.delivery / goal.delivery,
        "loss_rate": goal.waste / now.waste,
        "members": now.members / goal.members,
    }


def actions(team: Team, reached: dict[str, float], chance: random.Random) -> Iterator[tuple[str, ...]]:
    """Yield a measure for each target that was missed, and one that carries on what went well."""
    if team.special.is_good:
        return
    owners = {"gmv": team.leader, "aov": team.deputy, "home_share": team.deputy, "loss_rate": team.fresh, "members": team.deputy}
    missed = [metric for metric, share in reached.items() if round(share, 3) < 1]
    met = [metric for metric in reached if metric not in missed]
    for metric in missed:
        cause, measure = GAPS["closed"] if metric == "gmv" and team.special.week else chance.choice(GAPS[metric])
        yield _action(team, metric, cause, measure, owners[metric], chance)
    for metric in met[: 1 if missed else 2]:
        cause, measure = chance.choice(DEEDS[metric])
        yield _action(team, metric, cause, measure, owners[metric], chance)


MODULES = {
    "gmv": ("销售", "9/28 前达到季度销售额目标", "按周滚动备货，周一复盘缺口"),
    "aov": ("客单", "9/28 前客单价不低于季度目标", "早餐与午市各推一组搭配"),
    "home_share": ("到家", "9/28 前到家率不低于季度目标", "高峰双人拣货，缺货当场替换"),
    "loss_rate": ("报损", "9/28 前报损率不高于季度目标", "鲜食按时段订货，晚八点出清"),
    "members": ("会员", "9/28 前新会员达到季度目标", "收银一问，新客首周三张券"),
}


def _action(team: Team, metric: str, cause: str, measure: str, owner: str, chance: random.Random) -> tuple[str, ...]:
    due = dt.date(2025, 10, 20) + dt.timedelta(days=chance.choice((0, 2, 4, 7, 9, 11, 15, 18)))
    status = chance.choice(("已完成", "进行中", "进行中", "进行中", "未开始"))
    return (team.code, *MODULES[metric], metric, cause, measure, owner, f"{due.month}/{due.day}", status)


def write(name: str, header: Iterable[str], rows: Iterable[Iterable[object]], encoding: str = "utf-8-sig") -> None:
    with (DATA / name).open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def _row(team: Team, one: Week, monday: dt.date, *, with_plan: bool) -> list[object]:
    day = monday + dt.timedelta(weeks=one.week - WEEKS[0])
    head = [f"W{one.week}", f"{day.year}/{day.month}/{day.day}", MONTHS[one.week - WEEKS[0]], team.code, team.region, one.stores]
    figures = [one.sales, one.walk_in, one.delivery, one.bulk, one.orders, one.waste, one.members]
    return [*head, *([one.plan] if with_plan else []), *figures]


def _goal(one: Quarter) -> list[object]:
    return [round(one.sales), f"{one.basket:.1f}", f"{one.delivery:.1%}", f"{one.waste:.2%}", round(one.members)]


def main() -> None:
    chance = random.Random(20251013)  # noqa: S311  tables, not secrets
    weekly: list[list[object]] = []
    before: list[list[object]] = []
    goals: list[list[object]] = []
    todo: list[tuple[str, ...]] = []
    listed = list(teams(chance))
    for team in listed:
        weeks = this_year(team, chance)
        weekly += [_row(team, one, MONDAY, with_plan=True) for one in weeks]
        before += [_row(team, one, dt.date(2024, 7, 1), with_plan=False) for one in last_year(team, weeks, chance)]
        goal, ahead = targets(team, Quarter.of(weeks), sum(one.plan for one in weeks), chance)
        goals.append([team.code, team.region, *_goal(goal), *_goal(ahead)])
        todo += actions(team, attainments(Quarter.of(weeks), goal), chance)
    head = ("周次", "周起始", "月份", "团队", "大区", "门店数")
    figures = ("销售额", "到店销售额", "到家销售额", "团购销售额", "订单数", "报损额", "新会员")
    graded = ("销售额", "客单价", "到家率", "报损率", "新会员")
    write("teams.csv", ("编号", "名称", "简称", "大区", "负责人", "副组长", "鲜食专员", "门店数"),
          ([one.code, one.name, SHORT.get(one.name, one.name), one.region, one.leader, one.deputy, one.fresh, one.stores] for one in listed))  # fmt: skip
    write("weekly.csv", (*head, "周计划", *figures), weekly, "gb18030")
    write("weekly-2024.csv", (*head, *figures), before, "gb18030")
    write("targets.csv", ("团队", "大区", *(f"{one}目标" for one in graded), *(f"四季度{one}" for one in graded)), goals)
    write("actions.csv", ("团队", "模块", "具体目标", "执行计划", "指标", "偏差原因", "优化措施", "负责人", "完成时限", "状态"), todo)


if __name__ == "__main__":
    main()
