import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { vatReturn } from "../../mechanisms/tax/vatReturn.ts";
import { PROJECT } from "../../statements/handles.ts";
import { CONVENTION_RANGES, DSCR_TARGET, END_VALUES } from "../../terms/conventions.ts";
import { saysSomething } from "../../wording/substance.ts";
import { RUNNING } from "../expectations/expectation.ts";
import type { Concern } from "./point.ts";
import { SAFE, type Subject } from "./subject.ts";

export function conventionConcerns(subject: Subject): readonly Concern[] {
  return [
    ...outsideUsual(subject),
    ...targetAssumed(subject),
    ...aboveBooks(subject),
    ...rateUngrounded(subject),
    ...vatLeftOut(subject),
  ];
}

/** 偿债备付率目标未填写: the least there can be stands in for it, which is said beside the verdict. */
function targetAssumed({ document, verdicts }: Subject): readonly Concern[] {
  const isDecided = verdicts.some(({ id, pass }) => id === "B5" && pass !== null);
  if (document.conventions.dscrTarget !== undefined || !isDecided) return [];
  const message = {
    zh: `偿债备付率目标未填写,按 ${DSCR_TARGET} 判定`,
    en: `no target of debt-service coverage is entered: ${DSCR_TARGET} is used`,
  };
  return [{ kind: "convention", path: "conventions/dscrTarget", message, touches: () => false, against: SAFE }];
}

/** 增值税不单列: VAT charged, paid and settled is cash that comes and goes at other times; whoever leaves it out decides on other cash. */
function vatLeftOut({ document }: Subject): readonly Concern[] {
  const isSettled = document.components.some(({ enabled, mechanism }) => enabled && mechanism === vatReturn.id);
  if (document.conventions.vatBasis !== "excluded" || !isSettled) return [];
  const message = {
    zh: "增值税口径为“不含税”:销项、进项与缴纳的增值税不进入现金流",
    en: "VAT is excluded: what is charged, paid and settled stays out of the cash flow",
  };
  return [
    { kind: "convention", path: "conventions/vatBasis", message, touches: (verdict) => RUNNING.includes(verdict) },
  ];
}

/** 期末余值高于账面: whoever enters a value above the books says what the assets will fetch. */
function aboveBooks({ document, results }: Subject): readonly Concern[] {
  const way = END_VALUES.find((name) => document.conventions[name] !== undefined);
  const [value, books] = [PROJECT.recoveredAssets, PROJECT.bookValueAtEnd].map((id) =>
    results.line(id) === undefined ? undefined : results.total(id),
  );
  if (way === undefined || value === undefined || books === undefined) return [];
  const above = new RecordDecimal(value).minus(books);
  if (!above.greaterThan(1)) return [];
  const message = {
    zh: `期末回收资产余值高于账面净值 ${above.toFixed(2)} 元,系填写或估计`,
    en: `the value recovered at the end is CNY ${above.toFixed(2)} above the books: an estimate`,
  };
  return [
    { kind: "convention", path: `conventions/${way}`, message, amount: above, touches: (verdict) => verdict === "B6" },
  ];
}

/** 基准收益率的依据: a lower rate is all it takes to meet B6, so the reason names the rate it is for. Another rate is not reasoned by it. */
function rateUngrounded({ document }: Subject): readonly Concern[] {
  const { icProject, icReason = "" } = document.conventions;
  if (icProject === undefined) return [];
  const percent = new RecordDecimal(icProject).times(100).toString();
  const named = [...icReason.matchAll(PERCENT)].some(([, figure = ""]) => new RecordDecimal(figure).equals(percent));
  if (named && saysSomething(icReason)) return [];
  const message = {
    zh: `项目基准收益率 ${percent}%,取值理由未写明该数值及其依据`,
    en: `the discount rate is ${percent} %; the reason does not name this rate and what it rests on`,
  };
  return [{ kind: "convention", path: "conventions/icReason", message, touches: (verdict) => verdict === "B6" }];
}

const PERCENT = /(\d+(?:\.\d+)?)\s*[%%]/g;

/** Conventions outside what is usual: the verdicts they decide stand on a choice. */
function outsideUsual({ document, graph }: Subject): readonly Concern[] {
  return Object.entries(CONVENTION_RANGES).flatMap(([name, range]) => {
    const given = document.conventions[name as keyof typeof CONVENTION_RANGES];
    if (given === undefined || range === undefined) return [];
    const value = new RecordDecimal(given);
    const [low, high] = range.usual;
    if (value.greaterThanOrEqualTo(low) && value.lessThanOrEqualTo(high)) return [];
    const path = `conventions/${name}`;
    const label = graph.lines.find((line) => line.path === path)?.label ?? { zh: name, en: name };
    const message = {
      zh: `${label.zh} ${given},通常为 ${low} 至 ${high}`,
      en: `${label.en} is ${given}, usually ${low} to ${high}`,
    };
    return [{ kind: "convention", path, message, touches: (verdict) => range.verdicts.includes(verdict) }];
  });
}
