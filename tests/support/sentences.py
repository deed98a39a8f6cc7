"""Sentences, right and wrong, in Chinese and English, for the checks on text; and the small report they stand in.

成交额 96.0% of its target, 同比 +3.0%, 环比 −2.0%; 订单量 104.4%, 同比 −3.0%; 获客成本 is lower than allowed (90 of 100) and than last year;
转化率 3.2% of 3.6%, last year 3.0%; 拉新 exactly on target; 进度: half of the period has passed on the day of the report.
"""

from __future__ import annotations

RIGHT, TYPED, FACT, CLAIM, TWO = "", "FACT030", "FACT031", "FACT032", "FACT033"

HEAD_ZH = """\
kind: midyear-review
title: 上半年述职
date: 2025-07-01
period: 2025
"""
DATA = "项,本期,去年,上期,目标\nGMV,96000000,93203883,97959184,100000000\nORD,10440,10763,10000,10000\nCAC,90,100,95,100\nNEW,5000,4000,4500,5000\n"
METRICS_ZH = """\
gmv: {label: 成交额, table: d, value: max(本期), where: "项 = 'GMV'", target: 1亿, unit: 元, source: 中台, definition: 支付口径, compare: {yoy: {table: d, value: max(去年)}, mom: {table: d, value: max(上期)}}}
orders: {label: 订单量, table: d, value: max(本期), where: "项 = 'ORD'", target: 10000, unit: 单, source: 中台, definition: 支付口径, compare: {yoy: {table: d, value: max(去年)}}}
cac: {label: 获客成本, table: d, value: max(本期), where: "项 = 'CAC'", target: 100, unit: 元, better: lower, source: 财务, definition: 费用除以新客, compare: {yoy: {table: d, value: max(去年)}}}
newcomers: {label: 拉新, table: d, value: max(本期), where: "项 = 'NEW'", target: 5000, unit: 人, source: 会员, definition: 首次注册}
rate: {label: 转化率, table: d, value: "3.2 / 100", target: 3.6%, unit: "%", source: 埋点, definition: 支付除以访问, compare: {yoy: {table: d, value: "3.0 / 100"}}}
"""  # noqa: E501

ZH: tuple[tuple[str, str], ...] = (
    # ---- nothing to say
    ("成交额 {{ m.gmv }}，完成目标的 {{ m.gmv.attainment }}，没有达成目标。", RIGHT),
    ("成交额同比增长 {{ m.gmv.yoy }}，环比下降 {{ m.gmv.mom }}。", RIGHT),
    ("订单量 {{ m.orders }}，完成率 {{ m.orders.attainment }}，超额完成目标，但同比下降 {{ m.orders.yoy }}。", RIGHT),
    ("获客成本由 {{ m.cac.previous }} 降至 {{ m.cac }}，下降是好事。", RIGHT),
    ("获客成本 {{ m.cac }}，低于目标，超额完成。", RIGHT),
    ("获客成本改善 {{ m.cac.yoy }}。", RIGHT),
    ("转化率从 {{ m.rate.previous }} 提高到 {{ m.rate }}，仍低于目标 {{ (m.rate.target - m.rate) | pp }}。", RIGHT),
    ("拉新 {{ m.newcomers }}，刚好达成目标。", RIGHT),
    ("成交额完成 {{ m.gmv.attainment }}，未达成；订单量完成 {{ m.orders.attainment }}，达成。", RIGHT),
    ("若成交额再增长两成，就能超额完成 {{ m.gmv.target }} 的目标。", RIGHT),
    ("下半年力争把转化率由 {{ m.rate }} 提升到 {{ m.rate.target }}。", RIGHT),
    ("成交额增速放缓，同比只有 {{ m.gmv.yoy }}。", RIGHT),
    ("完成率 {{ m.gmv.attainment }}，领先时间进度 {{ m.gmv.elapsed }}。", RIGHT),
    ("6 月 18 日开场，618 与双 11 两场，共 61 天。", RIGHT),
    ("第 3 名，第 1–26 周，TOP10 门店，前 5 名。", RIGHT),
    ("以下三点：1. 先验证；2. 再放大；3. 复盘。", RIGHT),
    ("iPhone 15、5G、B2B、Q3、2025H1、W25 都只是名字。", RIGHT),
    ("会员运营 4 人，12 场小集，42 家茶馆，24 小时内结案。", RIGHT),
    ("满 300 减 50，8 折起，送 50 元券。", RIGHT),
    ("95 后用户偏爱 20 克小规格，见图 3-1 与表 2。", RIGHT),
    ("版本 2.0 于 2025-03-08 上线，10:30 开播，7.1-7.31 预热。", RIGHT),
    ('问卷显示 {{ cite("85%", source="用户问卷") }} 的顾客愿意复购。', RIGHT),
    ("到货第 3、10、21 天各触达一次，电话 400-820-8820。", RIGHT),
    ("没有达成的目标逐项说明，订单量同比 {{ m.orders.yoy }}。", RIGHT),
    # ---- typed figures
    ("问卷显示 85% 的顾客愿意复购。", TYPED),
    ("直播间卖出 1,204 单。", TYPED),
    ("客单价达到 186 元，比预想的好。", TYPED),
    ("是去年同期的 2.5 倍。", TYPED),
    ("曝光 5000万 次以上。", TYPED),
    ("平均停留 6.8 分钟。", TYPED),
    ("活动 ROI 2.31，NPS 58。", TYPED),
    ("占比提高 1.8 个百分点。", TYPED),
    ("新增会员 38.5 万人。", TYPED),
    ("预算 ￥900万，已经花完。", TYPED),
    # ---- typed facts
    ("成交额完成率 96.0%，还差一步。", FACT),
    ("转化率达到 3.2%。", FACT),
    ("一共 10,440 单。", FACT),
    ("成交额达 9,600 万元。", FACT),
    ("获客成本目标 100 元。", FACT),
    # ---- claims
    ("成交额完成 {{ m.gmv.attainment }}，超额完成。", CLAIM),
    ("成交额 {{ m.gmv }}，达成目标。", CLAIM),
    ("全年成交额如期完成，完成率 {{ m.gmv.attainment }}。", CLAIM),
    ("订单量 {{ m.orders }}，未达成目标。", CLAIM),
    ("订单量完成率 {{ m.orders.attainment }}，没有达标。", CLAIM),
    ("成交额同比下降 {{ m.gmv.yoy }}。", CLAIM),
    ("订单量同比增长 {{ m.orders.yoy }}。", CLAIM),
    ("成交额环比提升 {{ m.gmv.mom }}。", CLAIM),
    ("获客成本由 {{ m.cac.previous }} 升至 {{ m.cac }}。", CLAIM),
    ("转化率从 {{ m.rate.previous }} 下滑到 {{ m.rate }}。", CLAIM),
    ("转化率 {{ m.rate }}，高于目标。", CLAIM),
    ("获客成本 {{ m.cac }} 高于目标。", CLAIM),
    ("获客成本恶化 {{ m.cac.yoy }}。", CLAIM),
    ("拉新 {{ m.newcomers }}，超额完成。", CLAIM),
    ("完成率 {{ m.gmv.attainment }}，落后时间进度 {{ m.gmv.elapsed }}。", CLAIM),
    ("订单量降至 {{ m.orders }}，同比 {{ (m.orders - m.orders.previous) }}，成交额降至 {{ m.gmv }}，同比 {{ m.gmv.yoy }}。", CLAIM),
    ("{{ m.gmv.yoy }} 的下降出乎意料。", CLAIM),
    # ---- two values
    ("成交额达 9,300 万元。", TWO),
    ("订单量为 12,000 单。", TWO),
    ("转化率是 4.1%，好于往年。", TWO),
    # ---- written after the checks, to see what they miss
    ("上半年成交额没有完成目标，只有 {{ m.gmv.attainment }}。", RIGHT),
    ("成交额虽同比增长，但完成率仅 {{ m.gmv.attainment }}，未达目标。", RIGHT),
    ("订单量完成 {{ m.orders.attainment }}：超额来自直播。", RIGHT),
    ("净超额 {{ m.orders.deviation }}，订单守住了。", RIGHT),
    ("获客成本下降 {{ m.cac.yoy }}，优于目标。", RIGHT),
    ("比去年多了 {{ m.gmv - m.gmv.previous }}，增长放缓。", RIGHT),
    ("成交额增长 {{ m.gmv.yoy }}，订单却下降 {{ m.orders.yoy }}，两者背离。", RIGHT),
    ("转化率提升 {{ (m.rate - m.rate.previous) | pp }}。", RIGHT),
    ("订单少了 {{ m.orders.previous - m.orders }}，不必惊慌。", RIGHT),
    ("**{{ m.gmv.verdict }}**：成交额 {{ m.gmv }}。", RIGHT),
    ("怎样才能让成交额超过目标？现在是 {{ m.gmv.attainment }}。", RIGHT),
    ("责任书共十四项指标，逐项对账。", RIGHT),
    ("2024 年基数较低，2025-2026 两年滚动。", RIGHT),
    ("客服 7×24 小时在线，1 小时内响应，3 个工作日结案。", RIGHT),
    ("周一至周五 9:00–18:00 值班，每月 15 日复盘。", RIGHT),
    ("A4 打印，3D 建模，360 度好评，ISO 9001。", RIGHT),
    ("一级 6 家，二级 12 家，三级 8 家。", RIGHT),
    ("第二季度（Q2）从 4 月 1 日到 6 月 30 日。", RIGHT),
    ("上一次复盘在 12/31，下一次在 2026/1/15。", RIGHT),
    ("Web3.0 与工业 4.0 不在范围内。", RIGHT),
    ("买 2 送 1，第二件半价，限购 3 件。", RIGHT),
    ("方案 2 优于方案 1，见附件 3。", RIGHT),
    ("会议室 302，分机 8021。", RIGHT),
    ("00 后与 95 后占大头，80 后次之。", RIGHT),
    ("前 30 天看留存，后 60 天看复购。", RIGHT),
    ("转化不到三成，仍有空间。", RIGHT),
    ("毛利率 41.5%，比行业高。", TYPED),
    ("获客成本降到 75 元以内。", TYPED),
    ("总投入 1,280 万元。", TYPED),
    ("复购率翻了 1.8 倍", TYPED),
    ("覆盖 320 家门店。", TYPED),
    ("流失率约为 12%。", TYPED),
    ("拉动 GMV 3.2 亿。", TYPED),
    ("好评率 98.6%", TYPED),
    ("节约 45万元", TYPED),
    ("人均 2.6 件", TYPED),
    ("占全渠道的 34%", TYPED),
    ("增长了 23%", TYPED),
    ("同比 +18.2%", TYPED),
    ("订单量 10,440 单，完成率 104.4%。", FACT),
    ("成交额为 0.96 亿元。", FACT),
    ("成交额同比 3.0%。", FACT),
    ("成交额大幅超额完成，达 {{ m.gmv }}。", CLAIM),
    ("成交额实现年度目标，完成率 {{ m.gmv.attainment }}。", CLAIM),
    ("成交额 {{ m.gmv }}，圆满完成。", CLAIM),
    ("订单量同比上升了 {{ m.orders.yoy }}。", CLAIM),
    ("订单量同比上涨 {{ m.orders.yoy }}。", CLAIM),
    ("成交额环比增长 {{ m.gmv.mom }}，同比增长 {{ m.gmv.yoy }}。", CLAIM),
    ("转化率由 {{ m.rate.previous }} 降到 {{ m.rate }}。", CLAIM),
    ("成交额同比回落 {{ m.gmv.yoy }}。", CLAIM),
    ("订单量 {{ m.orders }}，低于目标。", CLAIM),
    ("成交额超过目标，完成 {{ m.gmv.attainment }}。", CLAIM),
    ("订单量不及预期，完成 {{ m.orders.attainment }}。", CLAIM),
    ("转化率下降 {{ (m.rate - m.rate.previous) | pp }}。", CLAIM),
    ("转化率 {{ m.rate }} 已达标。", CLAIM),
    ("转化率完成 {{ m.rate.attainment }}，已经达成。", CLAIM),
    ("成交额 {{ m.gmv }}，同比减少 {{ m.gmv.yoy }}。", CLAIM),
    ("订单量 12,500 单，创下新高。", TWO),
    ("成交额约 1.2 亿元。", TWO),
)

HEAD_EN = """\
kind: midyear-review
title: Half-year review
date: 2025-07-01
period: 2025
language: en
"""
METRICS_EN = (
    METRICS_ZH.replace("成交额", "Revenue").replace("订单量", "Orders").replace("获客成本", "Acquisition cost").replace("拉新", "New members")
    .replace("转化率", "Conversion").replace("unit: 元", "unit: USD").replace("unit: 单", "unit: ''").replace("unit: 人", "unit: ''")
    .replace("1亿", "100000000")
)  # fmt: skip

EN: tuple[tuple[str, str], ...] = (
    ("Revenue reached {{ m.gmv.attainment }} of its target and missed it.", RIGHT),
    ("Revenue rose {{ m.gmv.yoy }} on last year.", RIGHT),
    ("Orders fell {{ m.orders.yoy }} on last year but exceeded the target at {{ m.orders.attainment }}.", RIGHT),
    ("Acquisition cost fell from {{ m.cac.previous }} to {{ m.cac }}, below its target.", RIGHT),
    ("Conversion rose to {{ m.rate }}, a change of {{ m.rate.yoy }}.", RIGHT),
    ("Revenue did not meet its target: {{ m.gmv.attainment }}.", RIGHT),
    ("If revenue grows, {{ m.gmv.target }} will be exceeded.", RIGHT),
    ("The campaign ran for 6 weeks in 4 channels; Week 39 of 2025 was the peak.", RIGHT),
    ("On 15 November we open 3 stores; the iPhone 15 and 5G plans stay.", RIGHT),
    ("Figure 3 and Table 2 show Q3; see step 2 of 4.", RIGHT),
    ('Survey: {{ cite("85%", source="survey, n=1,204") }} would buy again.', RIGHT),
    ("Answers within 24 hours, delivery in 2 days, top 10 products.", RIGHT),
    ("A survey says 85% would buy again.", TYPED),
    ("We won 4,200 new customers.", TYPED),
    ("Traffic grew by 3.5x.", TYPED),
    ("The average basket was $186.", TYPED),
    ("Its share gained 1.8 percentage points.", TYPED),
    ("Livestreams cost 1.2 million dollars.", TYPED),
    ("Orders came to 10,440 in the end.", FACT),
    ("Revenue stood at 96.0% of its target.", FACT),
    ("Conversion was 3.2%.", FACT),
    ("Revenue exceeded its target with {{ m.gmv.attainment }}.", CLAIM),
    ("Revenue hit the target at {{ m.gmv }}.", CLAIM),
    ("Orders missed the target: {{ m.orders.attainment }}.", CLAIM),
    ("Revenue fell {{ m.gmv.yoy }} on last year.", CLAIM),
    ("Orders grew by {{ m.orders.yoy }}.", CLAIM),
    ("Acquisition cost rose from {{ m.cac.previous }} to {{ m.cac }}.", CLAIM),
    ("Conversion fell to {{ m.rate }}, a change of {{ m.rate.yoy }}.", CLAIM),
    ("Conversion of {{ m.rate }} is above target.", CLAIM),
    ("Orders of {{ m.orders }} stayed below their target.", CLAIM),
    ("An increase of {{ m.orders.yoy }} in orders.", CLAIM),
    ("Orders were 12,000.", TWO),
    ("Conversion was 4.1% this year.", TWO),
    # ---- written after the checks
    ("Orders are up on target at {{ m.orders.attainment }}.", RIGHT),
    ("Revenue was {{ m.gmv }}, up {{ m.gmv.yoy }}.", RIGHT),
    ("Orders were down {{ m.orders.yoy }}.", RIGHT),
    ("Conversion improved to {{ m.rate }} from {{ m.rate.previous }}.", RIGHT),
    ("Revenue fell short of its target: {{ m.gmv.attainment }}.", RIGHT),
    ("We should raise conversion from {{ m.rate }} to {{ m.rate.target }}.", RIGHT),
    ("Meeting at 10:30 on March 31, 2026, room 302.", RIGHT),
    ("Windows 11 and Office 365 users, ISO 9001 audit.", RIGHT),
    ("By the end of Q4 2025 all 12 stores are open.", RIGHT),
    ("Three of 5 teams met twice a week.", RIGHT),
    ("In weeks 36 to 39 we tested 2 variants.", RIGHT),
    ("The 2nd and 3rd phases start in 2026.", RIGHT),
    ("Margin was 41.5%.", TYPED),
    ("Cost per click of $0.45.", TYPED),
    ("We served 12,000 visitors.", TYPED),
    ("Returns dropped to 2.1 percent.", TYPED),
    ("ROAS of 6.2", TYPED),
    ("Spend was 1.3M.", TYPED),
    ("We shipped 850 orders.", TYPED),
    ("NPS climbed to 58.", TYPED),
    ("Orders met the plan, with 104.4% attainment.", FACT),
    ("Revenue beat its target: {{ m.gmv.attainment }}.", CLAIM),
    ("Revenue is ahead of target at {{ m.gmv.attainment }}.", CLAIM),
    ("Orders increased {{ m.orders.yoy }}.", CLAIM),
    ("Orders were up {{ m.orders.yoy }} on last year.", CLAIM),
    ("Revenue is down {{ m.gmv.yoy }}.", CLAIM),
    ("Revenue dropped by {{ m.gmv.yoy }} on last year.", CLAIM),
    ("Conversion declined from {{ m.rate.previous }} to {{ m.rate }}.", CLAIM),
    ("Conversion met its target with {{ m.rate }}.", CLAIM),
    ("Orders did not reach their target of {{ m.orders.target }}.", CLAIM),
    ("Acquisition cost worsened, {{ m.cac }} now.", RIGHT),
    ("Conversion of 4.1% was recorded.", TWO),
)
