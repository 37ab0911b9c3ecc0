import { inputSpecOf } from "../../../models/compile/inputPaths.ts";
import { RecordDecimal } from "../../../models/engines/arithmetic/decimal.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { amountText } from "../../../models/wording/grouped.ts";
import type { AuditView, Lang } from "../../contract.ts";
import type { OpinionFacts } from "./facts.ts";
import { headOf, item, listPart, type OpinionPart, type OpinionTable, titleOf } from "./part.ts";
import { oneLine, quantity, shown } from "./quantity.ts";
import { WORDS } from "./words.ts";

/** 审定: each figure with its reason, then what it makes of the investment estimate. */
export function auditPart({
  audit: { figures, table, problems },
  document,
  lang,
}: OpinionFacts): readonly OpinionPart[] {
  if (figures.length === 0) return [];
  const told = figures.map((figure) => figureTexts(figure, inputSpecOf(document, figure.path, mechanisms), lang));
  const total = table?.rows.at(-1);
  const rows = (table?.rows ?? []).filter(({ before, after, no }) => before !== after && no.includes("."));
  const open = problems.map(({ message }) => WORDS.problem[lang](message));
  const noTable = total === undefined ? [WORDS.noTable[lang]] : [];
  return [
    {
      title: titleOf("audit", lang, figures.length),
      lines: [
        ...told.map(({ label, before, after, why, clause, left }, index) => {
          const rests = clause === "" ? "" : WORDS.clause[lang](clause);
          return item(`${WORDS.figure[lang](label, before, after, why)}${rests}${left}`, index);
        }),
        ...(total === undefined ? noTable : [WORDS.total[lang](total.label, yuan(total, lang))]),
        ...rows.map((row) => WORDS.row[lang](`${row.no} ${row.label}`, yuan(row, lang))),
        ...open,
      ],
      tables: [
        {
          caption: WORDS.captions.figures[lang],
          head: headOf(["item", "submitted", "audited", "reason", "clause"], lang),
          widths: [24, 16, 16, 26, 18],
          rows: told.map(({ label, before, after, why, clause, left }) => [
            `${label}${left}`,
            before,
            after,
            why,
            clause,
          ]),
          figures: [1, 2],
        },
        ...(table === null ? [] : [estimate(table, lang)]),
      ],
      below: [...noTable, ...open],
    },
  ];
}

function figureTexts(
  { label, before, after, reason, clause, stands }: AuditView["figures"][number],
  spec: ReturnType<typeof inputSpecOf>,
  lang: Lang,
) {
  return {
    label,
    before: shown(before, lang, spec),
    after: shown(after, lang, spec),
    why: reason.trim() === "" ? WORDS.noReason[lang] : oneLine(reason),
    clause,
    left: stands ? "" : WORDS.left[lang],
  };
}

type Estimate = NonNullable<AuditView["table"]>;

/** 送审—审定—核增—核减, every row of the estimate. */
function estimate({ rows }: Estimate, lang: Lang): OpinionTable {
  return {
    caption: WORDS.captions.estimate[lang],
    head: headOf(["no", "item", "submittedYuan", "auditedYuan", "increase", "decrease"], lang),
    widths: [8, 24, 18, 18, 16, 16],
    rows: rows.map((row) => [
      row.no,
      row.label,
      ...[row.before, row.after, row.increase, row.decrease].map((amount) => amountText(new RecordDecimal(amount))),
    ]),
    figures: [2, 3, 4, 5],
  };
}

const yuan = ({ before, after, increase, decrease }: Estimate["rows"][number], lang: Lang) => ({
  before: quantity(before, "CNY", lang),
  after: quantity(after, "CNY", lang),
  increase: quantity(increase, "CNY", lang),
  decrease: quantity(decrease, "CNY", lang),
});

/** 申报数: figures of the paper plan that differ from the computed ones. */
export function declaredPart({ audit: { declared }, lang }: OpinionFacts): readonly OpinionPart[] {
  const told = declared
    .filter(({ difference }) => difference === null || !/^-?0(\.0*)?$/.test(difference))
    .map((figure) => declaredTexts(figure, lang));
  return listPart(
    "declared",
    told.map(({ at, own, computed, apart, why }) =>
      why === undefined ? WORDS.apart[lang](at, own, computed, apart) : WORDS.notComputed[lang](at, own, why),
    ),
    lang,
    {
      tables: [
        {
          caption: WORDS.captions.declared[lang],
          head: headOf(["item", "declared", "computed", "apart"], lang),
          widths: [34, 22, 22, 22],
          rows: told.map(({ at, own, computed, apart, why }) => [at, own, computed, why ?? apart]),
          figures: [1, 2, 3],
        },
      ],
    },
  );
}

function declaredTexts(
  { label, place, declared, computed, difference, unit, problem, source }: AuditView["declared"][number],
  lang: Lang,
) {
  const where = place === "" ? "" : ` ${place === "total" ? WORDS.whole[lang] : place}`;
  const of = (value: string | null): string => (value === null ? WORDS.nothing[lang] : quantity(value, unit, lang));
  return {
    at: `${label}${where}${source === "" ? "" : WORDS.source[lang](source)}`,
    own: quantity(declared, unit, lang),
    computed: of(computed),
    apart: of(difference),
    why: computed === null || difference === null ? (problem ?? WORDS.noValue[lang]) : undefined,
  };
}
