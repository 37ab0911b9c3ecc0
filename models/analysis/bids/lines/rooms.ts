import { textOf } from "../../../document/schemaParts.ts";
import { TOTAL } from "../../../document/tender/check.ts";
import { bidsProblem } from "../../../wording/bids.ts";
import { named, type Text, text } from "../../../wording/text.ts";
import { input } from "../../inputLine.ts";
import { type BidContext, bidOwner, scalarOr } from "./bid.ts";
import { added, formula, type Owner, type Piece, vatFactor } from "./piece.ts";

/** Lines `ID.room.NAME`: by how much a bid keeps what the notice or the law asks; below zero it does not. */
export function roomPieces(context: BidContext): readonly Piece[] {
  const owner = bidOwner(context.bid);
  return [
    ...pricePieces(context, owner),
    ...subsidyRooms(context, owner),
    ...offerRooms(context, owner),
    ...bondRooms(context, owner),
    ...kpiPieces(context, owner),
    ...pointPieces(context, owner),
  ];
}

function room(owner: Owner, name: string, words: Text, formulaText: string, unit: string, clauses: readonly string[] = []): Piece {
  return formula(owner, `room.${name}`, words, "scalar", formulaText, { unit, clauses });
}

function pricePieces({ bid, tender: { notice } }: BidContext, owner: Owner): readonly Piece[] {
  const rows = notice.services.map((service) => ({
    service,
    offer: bid.prices.find(({ id }) => id === service.id),
    item: {
      id: `${owner.id}.price.${service.id}`,
      label: named(owner.label, textOf(service.label ?? service.id).zh, textOf(service.label ?? service.id).en),
      path: `${owner.path}/prices/${service.id}`,
    },
  }));
  const each = rows.flatMap(({ service, offer, item }): readonly Piece[] => {
    const label = textOf(service.label ?? service.id);
    const cap = `tender/notice/services/${service.id}/cap`;
    const missing = offer === undefined ? bidsProblem("missing", item.path, { what: named(item.label, "报价", "price"), path: item.path }) : undefined;
    return [
      input(`${item.id}.stated`, named(item.label, "报价", "price as stated"), `${item.path}/price`, offer?.price, { unit: "1", kind: "scalar", missing }),
      ...vatFactor(item, offer?.vat ?? {}, service.vat.included),
      formula(item, "", text("报价(限价口径)", "price on the basis of its cap"), "scalar", `${item.id}.stated * ${item.id}.vat`, { unit: "1" }),
      ...(service.cap === undefined
        ? []
        : [
            input(`${item.id}.cap`, named(item.label, "限价", "cap"), cap, service.cap, { unit: "1" }),
            room(owner, `price.${service.id}`, text(`${label.zh}低于限价`, `${label.en} below its cap`), `${item.id}.cap - ${item.id}`, "1"),
          ]),
    ];
  });
  if (notice.servicesCap === undefined) return each;
  const quantities = rows.map(({ service, item }) => {
    const path = `tender/notice/services/${service.id}/quantity`;
    const missing = service.quantity === undefined ? bidsProblem("missing", path, { what: named(item.label, "数量", "quantity"), path }) : undefined;
    return input(`${item.id}.quantity`, named(item.label, "参考数量", "reference quantity"), path, service.quantity, { unit: "1", kind: "scalar", missing });
  });
  const sum = added(
    rows.map(({ item }) => `${item.id} * ${item.id}.quantity`),
    "",
  );
  return [
    ...each,
    ...quantities,
    input(`${owner.id}.prices_cap`, named(owner.label, "各项服务合计限价", "cap of all services together"), "tender/notice/servicesCap", notice.servicesCap, { unit: "1" }),
    formula(owner, "prices", text("各项服务合计(单价×数量)", "all services together, price × quantity"), "scalar", sum, { unit: "1" }),
    room(owner, "prices", text("各项服务合计低于限价", "all services together below their cap"), `${owner.id}.prices_cap - ${owner.id}.prices`, "1"),
  ];
}

function subsidyRooms({ bid, tender: { notice } }: BidContext, owner: Owner): readonly Piece[] {
  const { id } = owner;
  const lowest = (limit: string, asked: string) => `lowest(${limit} - ${asked}, t > 1 and t <= ${id}.term + 1)`;
  return [
    ...bid.subsidies.flatMap((row) => {
      const printed = notice.subsidies.find((one) => one.id === row.id);
      if (printed?.limit === undefined) return [];
      const label = textOf(printed.label ?? row.id);
      return [
        room(
          owner,
          `subsidy.${row.id}`,
          text(`补贴“${label.zh}”低于限额`, `subsidy “${label.en}” below its limit`),
          lowest(`tender.limit.${row.id}`, `${id}.subsidy.of.${row.id}`),
          "CNY",
        ),
      ];
    }),
    ...(notice.subsidyLimit === undefined
      ? []
      : [room(owner, "subsidies", text("补贴合计低于年限额", "all subsidies below the limit of a year"), lowest("tender.subsidy_limit", `${id}.subsidy`), "CNY")]),
    ...(notice.subsidyLimitWhole === undefined
      ? []
      : [room(owner, "subsidies_whole", text("补贴合计低于全期限额", "all subsidies below the limit of the term"), `tender.subsidy_limit_whole - total(${id}.subsidy)`, "CNY")]),
  ];
}

function offerRooms({ bid, tender: { notice } }: BidContext, owner: Owner): readonly Piece[] {
  const { id } = owner;
  const limit = (name: string, words: Text, path: string, value: string | number, unit: string): Piece =>
    input(`${id}.asked.${name}`, named(owner.label, words.zh, words.en), path, String(value), { unit });
  const pieces: Piece[] = [room(owner, "term", text("合同期与参考年限之差(年)", "term beyond the reference term, years"), `${id}.term - tender.term`, "1")];
  if (notice.feeLeast !== undefined)
    pieces.push(
      limit("fee", text("固定费用下限", "least fee"), "tender/notice/feeLeast", notice.feeLeast, "CNY"),
      room(owner, "fee", text("固定费用高于下限", "fee above its least"), `lowest(${id}.fee, t > 1 and t <= ${id}.term + 1) - ${id}.asked.fee`, "CNY"),
    );
  for (const { id: line, label, shareLeast } of notice.revenues) {
    if (shareLeast === undefined) continue;
    const words = textOf(label ?? line);
    const rates = bid.shares.filter(({ of }) => of === line || of === TOTAL).map((row) => `${id}.share.${row.id}.rate`);
    pieces.push(
      limit(`share.${line}`, text(`${words.zh}分成下限`, `least share of ${words.en}`), `tender/notice/revenues/${line}/shareLeast`, shareLeast, "1"),
      room(
        owner,
        `share.${line}`,
        text(`${words.zh}分成高于下限`, `share of ${words.en} above its least`),
        `${rates.length === 0 ? "0" : rates.join(" + ")} - ${id}.asked.share.${line}`,
        "1",
      ),
    );
  }
  if (notice.extensionYearsMost !== undefined)
    pieces.push(
      limit("extension", text("最长续期", "longest extension"), "tender/notice/extensionYearsMost", notice.extensionYearsMost, "1"),
      scalarOr(owner, "extension", "extensionYears", text("续期(年)", "extension in years"), bid.extensionYears, "1"),
      room(owner, "extension", text("续期不超上限", "extension within its limit"), `${id}.asked.extension - ${id}.extension`, "1"),
    );
  if (notice.form === "lease")
    pieces.push(room(owner, "lease", text("租赁期不超法定上限", "lease within the legal limit"), `param(lease_max_years) / 1 a - ${id}.term`, "1", ["civil-code/705"]));
  if (bid.consortium.length > 0) {
    const shares = bid.consortium.map((row) =>
      input(`${id}.consortium.${row.id}`, named(owner.label, row.name, row.name), `${owner.path}/consortium/${row.id}/share`, row.share, { unit: "1" }),
    );
    pieces.push(
      ...shares,
      room(
        owner,
        "consortium",
        text("联合体份额合计与100%之差(绝对值,取负)", "how far shares of the consortium miss 100%, negative"),
        `0 - abs(${bid.consortium.map((row) => `${id}.consortium.${row.id}`).join(" + ")} - 1)`,
        "1",
      ),
    );
  }
  return pieces;
}

function bondRooms({ bid, tender: { notice } }: BidContext, owner: Owner): readonly Piece[] {
  const { id } = owner;
  const amount = (name: string, field: string, words: Text, value: string | undefined) => scalarOr(owner, name, field, words, value, "CNY");
  const { performanceBond, contractAmount, bidBond } = bid;
  const wanted = performanceBond.amount !== undefined || notice.performanceBondShare !== undefined;
  return [
    ...(notice.bidBond === undefined
      ? []
      : [
          amount("bid_bond", "bidBond", text("投标保证金", "bid bond"), bidBond),
          room(owner, "bid_bond", text("投标保证金足额", "bid bond in full"), `${id}.bid_bond - tender.bid_bond`, "CNY"),
        ]),
    ...(wanted
      ? [
          amount("bond", "performanceBond/amount", text("履约担保", "performance bond"), performanceBond.amount),
          amount("contract", "contractAmount", text("合同金额", "contract amount"), contractAmount),
          room(owner, "bond", text("履约担保不超法定上限", "performance bond within the legal limit"), `${id}.contract * param(performance_bond_max) - ${id}.bond`, "CNY", [
            "national-law/tender-reg-58",
          ]),
        ]
      : []),
    ...(notice.performanceBondShare === undefined
      ? []
      : [
          input(
            `${id}.asked.bond`,
            named(owner.label, "履约担保应为合同金额的", "performance bond asked, of the contract"),
            "tender/notice/performanceBondShare",
            notice.performanceBondShare,
            { unit: "1" },
          ),
          room(owner, "bond_least", text("履约担保足额", "performance bond in full"), `${id}.bond - ${id}.contract * ${id}.asked.bond`, "CNY"),
        ]),
  ];
}

/** 绩效承诺: by how much each promise is better than what the notice asks. */
function kpiPieces({ bid, tender: { notice } }: BidContext, owner: Owner): readonly Piece[] {
  return notice.kpis.flatMap(({ id: kpi, label, sense, target }): readonly Piece[] => {
    const words = textOf(label ?? kpi);
    const promise = bid.kpis.find(({ id }) => id === kpi)?.promise;
    const at = `${owner.id}.kpi.${kpi}`;
    const path = `tender/notice/kpis/${kpi}`;
    const missing = sense === undefined || target === undefined ? bidsProblem("missing", path, { what: words, path }) : undefined;
    return [
      scalarOr(owner, `kpi.${kpi}`, `kpis/${kpi}`, words, promise, "1"),
      input(`${at}.target`, named(words, "要求", "asked"), `${path}/target`, target, { unit: "1", kind: "scalar", missing }),
      room(owner, `kpi.${kpi}`, text(`${words.zh}优于要求`, `${words.en} better than asked`), sense === "at_most" ? `${at}.target - ${at}` : `${at} - ${at}.target`, "1"),
    ];
  });
}

/** 得分: only by criteria and points the notice prints, as the committee gave them. */
function pointPieces({ bid, tender }: BidContext, owner: Owner): readonly Piece[] {
  const { weights } = tender.notice.award;
  if (weights.length === 0) return [];
  const points = tender.evaluation.rows.find(({ id }) => id === bid.id)?.points ?? {};
  const lines = weights.map(({ id }) => `${owner.id}.points.of.${id}`);
  return [
    ...weights.map(({ id, label }, index) => {
      const words = textOf(label ?? id);
      const path = `tender/evaluation/rows/${bid.id}/points/${id}`;
      const given = Object.hasOwn(points, id) ? points[id] : undefined;
      const missing = given === undefined ? bidsProblem("missing", path, { what: named(owner.label, words.zh, words.en), path }) : undefined;
      return input(lines[index] ?? "", named(owner.label, words.zh, words.en), path, given, { unit: "1", kind: "scalar", missing });
    }),
    formula(owner, "points", text("得分(招标文件所载标准)", "points by the criteria of the notice"), "scalar", added(lines, ""), { unit: "1" }),
  ];
}
