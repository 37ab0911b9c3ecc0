import { isFixed, isFound, isMonth } from "../../../app/exports/workbook/inputKinds.ts";
import { serialOfMonth } from "../../../app/exports/workbook/styles.ts";
import { newShelf } from "../../../app/model/prepare.ts";
import { type Prepared, prepareScenario } from "../../../models/compile/prepare.ts";
import { writePath } from "../../../models/document/path.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { seeded } from "../../engines/random.ts";

export interface Drawn {
  readonly changed: ModelDocument;
  /** What to type over which entry of the workbook. */
  readonly edits: readonly { readonly id: string; readonly number: number }[];
}

const shelf = newShelf();
const SEED = 20261130;
const MONTHS_LATER = 6;

/** One change each of a date, a rate, a price, a switch and a row of a table, drawn by a seed among those the document takes. */
export function drawnChanges(document: ModelDocument): Drawn {
  const original = prepared(document);
  const random = seeded(SEED);
  const lines = original.graph.lines.filter(
    (line) => line.source === "input" && line.axis === "scalar" && !isFixed(line) && !isFound(line),
  );
  const kinds: readonly ((line: GraphLine) => boolean)[] = [
    isMonth,
    ({ unit }) => unit === "1/a",
    ({ unit }) => unit.startsWith("CNY/"),
    ({ path = "" }) => path.endsWith("/enabled"),
    ({ path = "", unit }) => path.split("/").length > 4 && unit !== "mo" && unit !== "1",
  ];
  return kinds.reduce<Drawn>(
    ({ changed, edits }, isKind) => {
      const open = lines.filter(isKind).toSorted(() => random() - 0.5);
      for (const line of open) {
        const change = changeOf(line, original);
        const written = change && writePath(changed, line.path ?? "", change.value, mechanisms);
        if (change === undefined || !written?.ok || !isAlike(written.value, original)) continue;
        return { changed: written.value, edits: [...edits, { id: line.id, number: change.number }] };
      }
      return { changed, edits };
    },
    { changed: document, edits: [] },
  );
}

function prepared(document: ModelDocument): Prepared {
  const made = prepareScenario(document, "base", shelf);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

/** Whether the workbook of the one can become that of the other: the same lines over the same periods. */
function isAlike(document: ModelDocument, original: Prepared): boolean {
  const made = prepareScenario(document, "base", shelf);
  return made.ok && made.value.graph === original.graph && made.value.problems.length === original.problems.length;
}

function changeOf(line: GraphLine, { bindings }: Prepared): { value: string | boolean; number: number } | undefined {
  const literal = bindings.scalars.get(line.index);
  if (literal === undefined || line.path === undefined) return undefined;
  const now = Number(literal);
  if (line.path.endsWith("/enabled")) return now === 1 ? { value: false, number: 0 } : { value: true, number: 1 };
  if (isMonth(line)) {
    const month = now + MONTHS_LATER;
    const value = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    return { value, number: serialOfMonth(month) };
  }
  if (now === 0) return undefined;
  const number = Number((now * 0.9).toPrecision(6));
  return { value: String(number), number };
}
