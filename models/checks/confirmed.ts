import type { ModelDocument } from "../document/schema.ts";
import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import { readDecimal } from "../language/decimal.ts";
import type { Problem } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";
import { isEvidence } from "./paperWords.ts";

/** 属实确认: an unusual value that somebody stands for, with the paper it rests on. */
export interface Confirmed {
  readonly path: string;
  readonly message: Text;
}

/** The evidence of an input that says on what paper it rests and which value that paper confirms: the one it has now. */
export function confirmationOf(
  { components }: Pick<ModelDocument, "components">,
  path: string,
  value: string | undefined,
) {
  const [, id, , ...rest] = path.split("/");
  const given = components.find((component) => component.id === id)?.evidence?.[rest.join("/")];
  if (given === undefined || !("document" in given) || !isEvidence(given.document, given.note)) return undefined;
  return given.confirms !== undefined && value !== undefined && sameNumber(given.confirms, value) ? given : undefined;
}

const sameNumber = (confirmed: string, value: string): boolean =>
  confirmed === value ||
  (readDecimal(confirmed) !== undefined &&
    readDecimal(value) !== undefined &&
    new RecordDecimal(confirmed).equals(value));

/** Unusual values apart: those that the file confirms, as they are now, and those that nobody has looked at. */
export function confirmedOf(
  document: ModelDocument,
  unlikely: readonly Problem[],
): { readonly confirmed: readonly Confirmed[]; readonly told: readonly Problem[] } {
  const told: Problem[] = [];
  const confirmed = unlikely.flatMap((problem): readonly Confirmed[] => {
    const given = confirmationOf(document, problem.path, problem.confirms);
    if (given === undefined) {
      told.push(problem);
      return [];
    }
    const ground = [given.document, given.date, given.note].filter((part) => part !== undefined && part !== "");
    const { zh, en } = problem.message;
    return [
      {
        path: problem.path,
        message: { zh: `${zh};已确认属实:${ground.join(",")}`, en: `${en}; confirmed: ${ground.join(", ")}` },
      },
    ];
  });
  return { confirmed, told };
}
