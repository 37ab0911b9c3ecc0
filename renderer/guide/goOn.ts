import { assumedPaths, confirmAssumed } from "../session/assumed.ts";
import { currentDocument } from "../session/effective.ts";
import { getSession } from "../session/store.ts";
import { goTo, goToPath, useNavigation } from "../shell/navigation.ts";
import { stepsOf } from "./steps.ts";

/** The input the cursor is in, otherwise the one somebody was sent to. */
function placeOfCursor(): string {
  const field = document.activeElement?.closest(".field[data-path]");
  return field?.getAttribute("data-path") ?? useNavigation.getState().focus ?? "";
}

interface Place {
  readonly path: string;
  /** The question of the guide that asks for it. */
  readonly step?: string;
}

/** Assumed values in the order somebody meets them: on the guide question by question, elsewhere form by form. */
function assumedPlaces(): readonly Place[] {
  const document = currentDocument();
  const open = assumedPaths(document);
  if (useNavigation.getState().page !== "guide") return open.map((path) => ({ path }));
  return stepsOf(getSession().catalogue, document).flatMap(({ id, fields }) =>
    fields.filter((path) => open.includes(path)).map((path) => ({ path, step: id })),
  );
}

function show({ path, step }: Place): void {
  if (step === undefined) goToPath(path);
  else goTo({ page: "guide", item: step, focus: path });
}

/** Confirms the assumed value under the cursor and goes to the next; without one it goes to the first, of the question that is open where it is one. */
export function confirmAndGoOn(): void {
  const places = assumedPlaces();
  const cursor = placeOfCursor();
  const at = places.findIndex(({ path }) => path === cursor);
  const here = places[at];
  if (here !== undefined) confirmAssumed(here.path);
  const open = useNavigation.getState().item;
  const begin = places.find(({ step }) => step !== undefined && step === open) ?? places[0];
  const next = here === undefined ? begin : (places[at + 1] ?? (at > 0 ? places[0] : undefined));
  if (next !== undefined) show(next);
}
