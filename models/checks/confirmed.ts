import type { ModelDocument } from "../document/schema.ts";
import type { Problem } from "../wording/problem.ts";
import { saysSomething } from "../wording/substance.ts";
import type { Text } from "../wording/text.ts";

/** 属实确认: an unusual value that somebody stands for, with the paper it rests on. */
export interface Confirmed {
  readonly path: string;
  readonly message: Text;
}

/** Unusual values apart: those that the file confirms, as they are now, and those that nobody has looked at. */
export function confirmedOf(
  { components }: ModelDocument,
  unlikely: readonly Problem[],
): { readonly confirmed: readonly Confirmed[]; readonly told: readonly Problem[] } {
  const told: Problem[] = [];
  const confirmed = unlikely.flatMap((problem): readonly Confirmed[] => {
    const [, id, , ...rest] = problem.path.split("/");
    const given = components.find((component) => component.id === id)?.evidence?.[rest.join("/")];
    const isMeant =
      given !== undefined && "document" in given && given.confirms !== undefined && given.confirms === problem.confirms;
    if (!isMeant || !saysSomething(given.document)) {
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
