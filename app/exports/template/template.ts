import { scenarioTitle } from "../../../models/document/scenarioTitle.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import type { Lang } from "../../contract.ts";
import { jsonText } from "../../files/jsonText.ts";
import type { MoneyUnit } from "../tables/money.ts";
import type { Book } from "../workbook/book.ts";
import { carriedSheet, inputsHash, type Origin, textOfDocument } from "./carried.ts";
import { factsOf } from "./facts.ts";
import { type Grid, gridSheet } from "./grid.ts";
import { inputsGrid } from "./inputsGrid.ts";
import { ChoiceLists } from "./lists.ts";
import { projectGrid } from "./projectGrid.ts";
import { readMeSheet } from "./readMe.ts";
import { seriesGrid } from "./seriesGrid.ts";
import { shownPart } from "./shownPart.ts";
import { type TableGrid, tableGrids } from "./tableGrids.ts";
import { CARRIED_SHEET, STATUS, TEMPLATE_SHEETS } from "./words.ts";

/** Every sheet of entries of a template. */
export interface TemplateGrids {
  readonly project: Grid;
  readonly inputs: Grid;
  readonly series: Grid | undefined;
  readonly tables: readonly TableGrid[];
}

/** What can be filled in of a document; `shown`: as the scenario sees it. */
export function gridsOf(shown: ModelDocument, money: MoneyUnit, lang: Lang): TemplateGrids {
  const facts = factsOf(shown, money, lang);
  const names = [...Object.values(TEMPLATE_SHEETS).map((name) => name[lang].toLowerCase()), CARRIED_SHEET];
  return {
    project: projectGrid(facts),
    inputs: inputsGrid(facts),
    series: seriesGrid(facts),
    tables: tableGrids(facts, names),
  };
}

export interface TemplateQuestion {
  readonly lang: Lang;
  readonly money: MoneyUnit;
  /** The scenario that is shown; the file itself where none is named. */
  readonly scenario: string | undefined;
  readonly version: string;
  readonly made: Date;
}

/**
 * 填报模板: a workbook with a row for every declared input, to be filled in with Excel or WPS and read back.
 * @param shown the document as the scenario sees it
 */
export function templateOf(document: ModelDocument, shown: ModelDocument, question: TemplateQuestion): Book {
  const { lang, money, scenario, version, made } = question;
  const { project, inputs, series, tables } = gridsOf(shown, money, lang);
  const lists = new ChoiceLists();
  const grids = [project, inputs, ...(series === undefined ? [] : [series]), ...tables];
  const sheets = grids.map((grid) => gridSheet(grid, lists, STATUS.missing, lang));
  const { text, revision } = textOfDocument(document);
  const isPart = document.tender !== undefined || document.bids.length > 0;
  const origin: Origin = {
    lang,
    money,
    scenario,
    document: revision,
    inputs: inputsHash(document),
    version,
    text: isPart ? jsonText(shownPart(shown)) : text,
    isPart,
  };
  const title = scenario === undefined ? { zh: "文件本身", en: "the file itself" } : scenarioTitle(document, scenario);
  const readMe = readMeSheet(
    document,
    origin,
    title[lang],
    made,
    sheets.map(({ name }) => name),
  );
  return {
    title: document.project.name,
    sheets: [readMe, ...sheets, lists.sheet(lang), carriedSheet(origin)],
    names: [],
    made,
  };
}
