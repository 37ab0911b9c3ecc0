import type { Decimal } from "decimal.js";
import { textOf } from "../../document/schemaParts.ts";
import type { GraphLine } from "../../language/graph.ts";
import { PAPER_MARGIN, PAPER_NET } from "../../terms/practice.ts";
import { grouped } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import { isRunningCost } from "../expectations/running.ts";
import { groupTotal, isPaidOut, isReceived, paperOf, statedBy } from "./papers.ts";
import type { Concern } from "./point.ts";
import { partyName, type Subject } from "./subject.ts";

const INCOME = "revenue.";
/** What is received at once for rights is earned over their term, and paid now. */
const UPFRONT = "ceded.receipt";

/** Kinds of income that a report may state one by one, so that a fall of one does not make room for another. */
const PARTS = {
  rent: { roles: ["revenue.lease"], name: { zh: "租金收入", en: "rent" } },
  parking: { roles: ["revenue.parking", "revenue.energy"], name: { zh: "停车及能源收入", en: "parking and energy" } },
  services: {
    roles: ["revenue.property_fee", "revenue.service"],
    name: { zh: "物业及服务收入", en: "property fees and services" },
  },
  fees: { roles: ["revenue.concession"], name: { zh: "资产使用费及分成", en: "concession fees and shares" } },
  upfront: {
    roles: ["revenue.ceded", UPFRONT],
    name: { zh: "让渡运营一次性收款", en: "paid at once for ceded rights" },
  },
  other: {
    roles: ["revenue.common", "revenue.other"],
    name: { zh: "公共收益及其他收入", en: "common and other income" },
  },
} satisfies Record<string, { roles: readonly string[]; name: Text }>;

const REPLACED = "replacement.capex";

/** What a party earns by operating, and what that costs it. */
interface Operation {
  readonly party: string;
  readonly lines: readonly GraphLine[];
  readonly income: Decimal;
  readonly cost: Decimal;
}

/**
 * 运营收支测算报告: heads, places, shifts, prices and their build-up are typed, and nothing of the file can show them wrong. An operation is held against the
 * assessment it was decided on, income and cost of the whole period; what it promises to earn beyond it counts against the verdicts.
 */
export function operationConcerns(subject: Subject): readonly Concern[] {
  const { document, reach } = subject;
  const all = operationsOf(subject);
  return all.flatMap(({ party, lines, income, cost }): readonly Concern[] => {
    const touches: Concern["touches"] = (verdict) => lines.some(({ index }) => reach.line(verdict, index));
    const name = partyName(document, party);
    const report = reportOf(subject, party, all.length === 1);
    const [earned, spent] = ["income", "cost"].map((word) =>
      report === undefined ? undefined : statedBy(subject, report.id, word),
    );
    if (report === undefined || earned === undefined || spent === undefined)
      return [
        {
          kind: "paper",
          path: report === undefined ? "records" : `records/${report.id}`,
          message: none(name),
          touches,
        },
      ];
    const paper = textOf(report.label);
    const more = income.minus(cost).minus(earned.minus(spent));
    const whole = more.greaterThan(earned.times(PAPER_NET))
      ? [{ against: more, message: beyond(name, paper, [income, earned], [cost, spent]) }]
      : [];
    const parts = Object.entries(PARTS).flatMap(([word, { roles, name: what }]) => {
      const stated = statedBy(subject, report.id, word);
      const planned = groupTotal(subject, lines, ...roles);
      if (stated === undefined || !planned.minus(stated).greaterThan(stated.times(PAPER_MARGIN))) return [];
      return [{ against: planned.minus(stated), message: above(name, paper, what, [planned, stated]) }];
    });
    return [...whole, ...parts].map((one) => ({ kind: "paper", path: `records/${report.id}`, ...one, touches }));
  });
}

/** Parties of the project with income of operation. */
function operationsOf(subject: Subject): readonly Operation[] {
  const own = subject.graph.lines.flatMap((line) => {
    const isIncome = (line.role?.startsWith(INCOME) === true || line.role === UPFRONT) && isReceived(line);
    const isCost = (isRunningCost(line) || line.role === REPLACED) && isPaidOut(line);
    return isIncome || isCost ? [{ line, party: (isIncome ? line.payee : line.payer) ?? "" }] : [];
  });
  return [...Map.groupBy(own, ({ party }) => party)].flatMap(([party, found]): readonly Operation[] => {
    const lines = found.map(({ line }) => line);
    const income = groupTotal(subject, lines, INCOME, UPFRONT);
    const cost = groupTotal(subject, lines, "opex.", REPLACED);
    return party !== "" && income.greaterThan(0) ? [{ party, lines, income, cost }] : [];
  });
}

/** The report about a party; one that names nobody is about the only one that operates. */
const reportOf = (subject: Subject, party: string, isOnly: boolean) =>
  paperOf(subject, "operation_report", ({ values }) => {
    const about = values?.["operator"];
    return about === party || (about === undefined && isOnly);
  });

const none = (party: Text): Text => ({
  zh: `${party.zh}的运营收支没有载明收入与成本的运营收支测算报告,人数、数量与单价无从核对`,
  en: `no assessment states income and cost of the operation of ${party.en}: nothing shows its heads, quantities and prices`,
});

function beyond(
  party: Text,
  paper: Text,
  income: readonly [Decimal, Decimal],
  cost: readonly [Decimal, Decimal],
): Text {
  const [earned, earnedThere] = income.map((value) => grouped(value.toFixed(2)));
  const [spent, spentThere] = cost.map((value) => grouped(value.toFixed(2)));
  return {
    zh: `${party.zh}运营收入 ${earned} 元、成本 ${spent} 元,“${paper.zh}”为 ${earnedThere} 元、${spentThere} 元:净收益高于报告`,
    en: `${party.en} earns CNY ${earned} at a cost of CNY ${spent}; “${paper.en}” has ${earnedThere} and ${spentThere}, which is less in all`,
  };
}

function above(party: Text, paper: Text, part: Text, values: readonly [Decimal, Decimal]): Text {
  const [planned, stated] = values.map((value) => grouped(value.toFixed(2)));
  return {
    zh: `${party.zh}${part.zh} ${planned} 元,高于“${paper.zh}”的 ${stated} 元`,
    en: `${party.en}: ${part.en} of CNY ${planned}, above the CNY ${stated} of “${paper.en}”`,
  };
}
