import { type Prepared, prepareScenario } from "../../models/compile/prepare.ts";
import type { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { ExportQuestion } from "./exportWorkbook.ts";

/** The scenario that is exported, made ready; working it out looks whether it is to stop. */
export function preparedFor(
  document: ModelDocument,
  { scenario, shouldStop }: Pick<ExportQuestion, "scenario" | "shouldStop">,
  shelf: GraphShelf,
): Result<Prepared> {
  const found = prepareScenario(document, scenario, shelf);
  return found.ok && shouldStop !== undefined ? succeed({ ...found.value, shouldStop }) : found;
}
