import { readFileSync } from "node:fs";
import { recordResultsOf } from "../../../app/model/results.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { accepted } from "../../document/support.ts";
import { preparedOf } from "../../support/prepared.ts";

/** What a file says by the book of record. */
export interface Read {
  value(indicator: string): number | null;
  note(indicator: string): string;
  line(id: string): number | undefined;
  series(id: string): readonly number[];
  verdict(id: string): boolean | null | undefined;
  why(id: string): string;
  readonly problems: readonly string[];
}

export function fileOf(name: string): ModelDocument {
  const text = readFileSync(new URL(`../../trust/documents/${name}.json`, import.meta.url), "utf8");
  return accepted(parseDocument(JSON.parse(text), mechanisms)).document;
}

export function read(document: ModelDocument): Read {
  const results = recordResultsOf(preparedOf(document));
  const indicator = (id: string) => results.indicators.find((one) => one.id === id);
  const verdict = (id: string) => results.verdicts.find((one) => one.id === id);
  const { evaluation } = results.values;
  const indexOf = (id: string): number => {
    const found = results.prepared.graph.lines.find((line) => line.id === id);
    if (found === undefined) throw new Error(`no line ${id}`);
    return found.index;
  };
  return {
    value: (id) => indicator(id)?.value?.toNumber() ?? null,
    note: (id) => indicator(id)?.note?.en ?? "",
    line: (id) => {
      const value = evaluation.scalar(indexOf(id));
      return value === undefined ? undefined : Number(value);
    },
    series: (id) => evaluation.series(indexOf(id)).map(Number),
    verdict: (id) => verdict(id)?.pass,
    why: (id) => verdict(id)?.message.en ?? "",
    problems: results.problems.map(({ code }) => code),
  };
}

/** The file with inputs of components changed. */
export function changed(
  document: ModelDocument,
  inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): ModelDocument {
  const components = document.components.map((component) => ({
    ...component,
    inputs: { ...component.inputs, ...inputs[component.id] },
  }));
  return accepted(parseDocument(JSON.parse(JSON.stringify({ ...document, components })), mechanisms)).document;
}

/** The file with its timeline or conventions changed. */
export function framed(
  document: ModelDocument,
  frame: { readonly timeline?: object; readonly conventions?: object },
): ModelDocument {
  const { timeline, conventions } = document;
  const next = {
    ...document,
    timeline: { ...timeline, ...frame.timeline },
    conventions: { ...conventions, ...frame.conventions },
  };
  return accepted(parseDocument(JSON.parse(JSON.stringify(next)), mechanisms)).document;
}
