import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { ZERO } from "./amounts.ts";
import { finding, notApplicable, percent, plus } from "./finding.ts";
import { textOf } from "./parts.ts";
import { type Check, firstPositive, type Review } from "./review.ts";

/** C25: money between this project and another is a transfer on record. */
function betweenProjects(review: Review): readonly Finding[] {
  const lines = review.lines.filter(({ payer, payee }) =>
    [payer, payee].some((id) => review.partyRole(id) === "other_project"),
  );
  const moved = lines.filter((line) => review.total([line])?.isZero() === false);
  if (moved.length === 0)
    return [
      notApplicable(review, "C25", "Q", {
        zh: "无项目间调剂;多项目合并本版尚未提供",
        en: "no transfer between projects; pooled projects are not yet available",
      }),
    ];
  const facts = review.facts.filter(({ kind }) => kind === "project_transfer");
  const recorded = facts.reduce((total, fact) => total.plus(fact.number("amount") ?? ZERO), ZERO);
  const amount = review.total(moved) ?? ZERO;
  const pass = facts.some(({ document }) => document !== undefined) && recorded.greaterThanOrEqualTo(amount);
  return [
    finding(review, {
      id: "C25",
      severity: "Q",
      pass,
      clauses: ["taizhou-2023-draft/4(3)7"],
      numbers: { amount, recorded },
      path: facts[0]?.path ?? moved[0]?.id ?? "",
      message: {
        zh: `项目间调剂 ${amountText(amount)} 元,有文件记录 ${amountText(recorded)} 元;本项目报表仍单独列示`,
        en: `CNY ${amountText(amount)} moved between projects, CNY ${amountText(recorded)} on record; this project's statements stand alone`,
      },
    }),
  ];
}

/** C26, R-DEBT-9: total investment against the approved estimate. */
function estimate(review: Review): readonly Finding[] {
  const clauses = ["national-law/government-investment-12"];
  const fact = review.facts.filter(({ kind }) => kind === "estimate_approval").at(-1);
  const [approved, total, share] = [
    fact?.number("totalInvestment"),
    review.view.scalar("project.total_investment"),
    review.parameter("estimate_overrun_report"),
  ];
  if (fact === undefined || approved === undefined || total === undefined || share === undefined || approved.isZero()) {
    const message = {
      zh: "没有投资估算批复记录(总投资),无法比较;逐版比较本版尚未提供",
      en: "no approved estimate on record to compare with; comparing revisions is not yet available",
    };
    return ["C26", "R-DEBT-9"].map((id) =>
      finding(review, {
        id,
        severity: id === "C26" ? "Q" : "R",
        pass: null,
        clauses,
        path: fact?.path ?? "records",
        message,
      }),
    );
  }
  const over = total.div(approved).minus(1);
  const reported = fact.flag("reapproved") === true;
  const pass = over.lessThanOrEqualTo(share) || reported;
  const again = reported
    ? { zh: ",已重新报批", en: ", approved again" }
    : { zh: ",须重新报批", en: ": it must be approved again" };
  const within = over.lessThanOrEqualTo(share);
  const message = {
    zh: `总投资 ${amountText(total)} 元,批复 ${amountText(approved)} 元,变动 ${percent(over)}(界限 ${percent(share)})${within ? "" : again.zh}`,
    en: `total investment CNY ${amountText(total)}, approved CNY ${amountText(approved)}, ${percent(over)} over (limit ${percent(share)})${within ? "" : again.en}`,
  };
  return ["C26", "R-DEBT-9"].map((id) =>
    finding(review, {
      id,
      severity: id === "C26" ? "Q" : "R",
      pass,
      clauses,
      numbers: { total, approved, over, limit: share },
      path: fact.path,
      message,
    }),
  );
}

/** C27 (M30, M33): held or sold property has its title, ceded space its contract, before money comes from it. */
function titles(review: Review): readonly Finding[] {
  const earning = review.parts.flatMap((part) => {
    const lines = part.lines.filter(
      ({ role, tags }) =>
        (role === "revenue.lease" || role === "ceded.receipt" || role === "revenue.ceded") && tags["crosses"] === "in",
    );
    const first = firstPositive(review.series(lines));
    return first < 0 ? [] : [{ part, first, line: lines[0] }];
  });
  if (earning.length === 0)
    return [
      notApplicable(review, "C27", "R", {
        zh: "无自持或让渡收入,不适用",
        en: "no income from held or ceded property: does not apply",
      }),
    ];
  return earning.map(({ part, first, line }) => {
    const product = part.word("product");
    const month = (review.timeline.periods[first]?.startMonth ?? 0) + review.timeline.stepMonths - 1;
    const right = review.facts.find(
      (fact) =>
        (fact.kind === "title" || fact.kind === "operation_right") &&
        (fact.word("product") === undefined || product === undefined || fact.word("product") === product) &&
        fact.month <= month &&
        fact.holds &&
        isTheirs(review, fact.word("owner"), line?.payee),
    );
    const pass = right !== undefined;
    const label = review.view.periodLabels[first] ?? "";
    const message = pass
      ? {
          zh: `${part.label.zh}:${label} 起收入,权属依据“${right.label.zh}”`,
          en: `${part.label.en}: income from ${label}, title “${right.label.en}”`,
        }
      : {
          zh: `${part.label.zh}:${label} 起计收入,此前没有产权登记或运营权合同记录`,
          en: `${part.label.en}: income from ${label} without a title or a contract before it`,
        };
    return finding(review, { id: "C27", severity: "R", pass, path: right?.path ?? line?.id ?? part.path, message });
  });
}

/** Whether a title names nobody, or the one who has the income. */
function isTheirs({ document }: Review, owner: string | undefined, payee: string | undefined): boolean {
  if (owner === undefined || owner === payee) return true;
  const party = document.parties.find(({ id }) => id === payee);
  const { zh, en } = textOf(party?.label, payee ?? "");
  return [zh, en].some((name) => name.includes(owner) || owner.includes(name));
}

/** M30: space that belongs to the owners or was handed over earns nothing for the project. */
function ownership(review: Review): readonly Finding[] {
  const foreign = new Map(
    review
      .withRole("area.disposition.common", "area.disposition.public_transfer")
      .flatMap((line) => (line.tags["product"] === undefined ? [] : [[String(line.tags["product"]), line] as const])),
  );
  const own = new Set(
    review
      .withRole("area.disposition.sale", "area.disposition.lease", "area.disposition.ceded")
      .filter(({ tags }) => tags["plot"] !== undefined)
      .map(({ tags }) => String(tags["product"])),
  );
  const found = review.parts.find((part) => {
    const product = part.word("product");
    return (
      product !== undefined &&
      foreign.has(product) &&
      !own.has(product) &&
      part.plays(/^(?:revenue\.lease|sale\.contract)$/)
    );
  });
  if (foreign.size === 0) return [];
  const pass = found === undefined;
  return [
    finding(review, {
      id: "M30",
      severity: "R",
      pass,
      clauses: ["civil-code/275", "taizhou-2023-draft/4(2)5"],
      path: found === undefined ? (foreign.values().next().value?.id ?? "") : `${found.path}/product`,
      message: pass
        ? {
            zh: "业主共有与移交面积没有列为项目收入来源",
            en: "common and handed-over space is no source of the project's income",
          }
        : {
            zh: `${found.label.zh}:产品 ${found.word("product") ?? ""} 属业主共有或已移交,收入不归项目`,
            en: `${found.label.en}: product ${found.word("product") ?? ""} is common or handed over; its income is not the project's`,
          },
    }),
  ];
}

/** M60: a bundled transfer has clear titles and the state-asset procedure behind it, before its date. */
function bundled(review: Review): readonly Finding[] {
  const recorded = review.facts
    .filter(({ kind }) => kind === "asset_transfer")
    .map((fact) => ({
      label: fact.label,
      path: fact.path,
      pass: fact.flag("titleClear") === true && fact.flag("stateAssetProcedure") === true,
      value: fact.number("value"),
    }));
  const planned = review.parts
    .filter((part) => part.word("platform") !== undefined && part.month("date") !== undefined)
    .map((part) => {
      const date = (part.month("date") ?? 0) + review.timeline.stepMonths - 1;
      const known = ["title", "approval"].map((name) => review.facts.find(({ id }) => id === part.word(name)));
      return {
        label: part.label,
        path: part.path,
        pass: known.every((fact) => fact !== undefined && fact.month <= date),
        value: undefined,
      };
    });
  return [...recorded, ...planned].map(({ label, path, pass, value }) =>
    finding(review, {
      id: "M60",
      severity: "R",
      pass,
      clauses: ["taizhou-2023-draft/4(5)11", "national-law/deed-tax"],
      numbers: { value },
      path,
      message: pass
        ? { zh: `${label.zh}:权属清晰,已履行国资程序`, en: `${label.en}: clear titles and the procedure done` }
        : {
            zh: `${label.zh}:划转前权属不清或未履行国资程序`,
            en: `${label.en}: titles are not clear or the state-asset procedure is missing at the time`,
          },
    }),
  );
}

/** M61: what is received for ceded space is worth what is given up, on a tender or a vote. */
function valueForMoney(review: Review): readonly Finding[] {
  const recorded = review.facts
    .filter(({ kind }) => kind === "ceded_space")
    .map((fact) => ({
      label: fact.label,
      path: fact.path,
      received: fact.number("received"),
      ceded: fact.number("ceded"),
      tolerance: fact.number("tolerance"),
      based: true,
    }));
  const computed = review.parts
    .filter((part) => part.plays(/^ceded\.receipt$/) && part.has("tolerance"))
    .map((part) => ({
      label: part.label,
      path: `${part.path}/payments`,
      received: review.view.scalar(`${part.id}.pv_received`),
      ceded: review.view.scalar(`${part.id}.pv_ceded`),
      tolerance: part.number("tolerance"),
      based: review.facts.some(({ id, holds }) => holds && id === part.word("basis")),
    }));
  return [...recorded, ...computed].flatMap(({ label, path, received, ceded, tolerance, based }) => {
    if (received === undefined || ceded === undefined) return [];
    const least = ceded.times((tolerance ?? ZERO).neg().plus(1));
    const worth = received.greaterThanOrEqualTo(least);
    const text = plus(
      {
        zh: `${label.zh}:取得对价现值 ${amountText(received)} 元,让渡收益现值 ${amountText(ceded)} 元`,
        en: `${label.en}: present value received CNY ${amountText(received)}, ceded CNY ${amountText(ceded)}`,
      },
      !worth,
      ",不等价",
      ": not value for money",
    );
    const message = plus(text, !based, ";没有招标结果或业主表决依据", "; no tender result or owners' vote behind it");
    return [
      finding(review, {
        id: "M61",
        severity: "R",
        pass: worth && based,
        clauses: ["taizhou-2023-draft/4(5)12"],
        numbers: { received, ceded, least },
        path,
        message,
      }),
    ];
  });
}

export const transfers: readonly Check[] = [
  { ids: ["C25"], run: betweenProjects },
  { ids: ["C26", "R-DEBT-9"], run: estimate },
  { ids: ["C27"], run: titles },
  { ids: ["M30"], run: ownership },
  { ids: ["M60"], run: bundled },
  { ids: ["M61"], run: valueForMoney },
];
