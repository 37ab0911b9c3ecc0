import { prepareScenario } from "../../../models/compile/prepare.ts";
import type { GraphShelf } from "../../../models/compile/shelf.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import type { Graph, GraphLine, Node } from "../../../models/language/graph.ts";
import { renderFormula } from "../../../models/language/render.ts";
import { type Result, succeed } from "../../../models/wording/problem.ts";
import { wordsOfUnit } from "../../../models/wording/unit.ts";
import type { Lang } from "../../contract.ts";
import { clausesOf } from "../../model/clauses.ts";
import { shown } from "../../model/shown.ts";
import type { ExportQuestion } from "../exportWorkbook.ts";
import { heading, paragraph, sayIn } from "../plan/facts.ts";
import { unitText } from "../plan/quantity.ts";
import type { Block, WordDocument } from "../word/blocks.ts";
import { headingsOf } from "../workbook/headings.ts";
import { captioned, paperOf } from "./layout.ts";

/**
 * 公式书: every line of a scenario under what it belongs to, with its formula in words, its unit, the convention it follows and the clause it rests on, for whoever
 * audits how a number comes about.
 */
export function formulasPaper(
  document: ModelDocument,
  question: ExportQuestion,
  shelf: GraphShelf,
): Result<WordDocument> {
  const { scenario, lang, revision, version, now: made } = question;
  const prepared = prepareScenario(document, scenario, shelf);
  if (!prepared.ok) return prepared;
  const { graph } = prepared.value;
  const say = sayIn(lang);
  const headingOf = headingsOf(prepared.value.document);
  // Parts of formulas have no name of their own: they stand written out where they are read.
  const named = graph.lines.filter(({ source, path }) => source !== "hidden" && path !== "timeline");
  const groups = Map.groupBy(named, (line) => headingOf(line)[lang]);
  const columns = {
    head: [
      say("名称、代码", "name, id"),
      say("单位", "unit"),
      say("公式", "formula"),
      say("口径、依据", "convention, clause"),
    ],
    widths: [25, 7, 44, 24],
    figures: [],
    small: true,
  } as const;
  const told = (line: GraphLine): readonly string[] => [
    `${shown(lang)(line.label)}\n${line.id}`,
    unitText(line.unit, line.id, { money: "yuan", lang }),
    formulaText(graph, line, lang),
    [
      ...(line.convention === undefined ? [] : [shown(lang)(line.convention)]),
      ...clausesOf(prepared.value, line.clauses).map(
        ({ id, source, title }) => source?.[lang] ?? `${title[lang]} (${id})`,
      ),
    ].join("\n"),
  ];
  const blocks: readonly Block[] = [
    paragraph(
      say(
        `共 ${named.length} 行。方括号内为另一行的名称;按期计算的行每期按同一公式计算,“期初”为第一期之前的数。`,
        `${named.length} lines. A name in brackets is another line; a line over time has one formula for every period, “opening” is what it holds before the first.`,
      ),
      "note",
    ),
    ...[...groups].flatMap(([name, lines]) => [heading(1, name), ...captioned(name, columns, lines.map(told))]),
  ];
  const { name: project, author = "" } = prepared.value.document.project;
  const title = say("公式书", "Formula book");
  return succeed(paperOf(title, { project, author, revision, version, made, lang }, { landscape: true, blocks }));
}

function formulaText(graph: Graph, line: GraphLine, lang: Lang): string {
  const say = sayIn(lang);
  if (line.source === "input") return say("输入", "input");
  const written = (what: Node | number): string => inWords(renderFormula(graph, what, lang), lang);
  const formula = written(line.index);
  if (line.opening === undefined) return formula;
  return `${formula}\n${say("期初", "opening")}: ${written(line.opening)}`;
}

/** Units behind numbers, `0 CNY/(m2*mo)`, as people write them. */
export const inWords = (formula: string, lang: Lang): string =>
  formula.replaceAll(UNIT_BEHIND, (unit) => wordsOfUnit(unit)[lang]);
const UNIT_BEHIND = /(?<=\d )[A-Za-z]\w*(?:[*/]\(?[A-Za-z]\w*(?:\*[A-Za-z]\w*)*\)?)*/g;
