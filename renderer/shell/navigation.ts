import { create } from "zustand";
import type { PageName } from "../../app/contract.ts";

/** Pages of an open model. */
export type Page = PageName;

export type Dialog =
  | "shortcuts"
  | "save"
  | "note"
  | "export"
  | "import"
  | "lock"
  | "sealedBids"
  | "keys"
  | "experience"
  | "mark"
  | "merge"
  | "palette"
  | "paste"
  | "new"
  | "solve"
  | "preferences"
  | "guidebook"
  | "licences"
  | "about"
  | "close";

interface Place {
  readonly page: Page;
  readonly item?: string | undefined;
}

interface Navigation {
  readonly page: Page;
  /** Component, party … shown in detail, and the field to jump to. */
  readonly item: string | undefined;
  /** What was shown last on pages that were left. */
  readonly items: Readonly<Partial<Record<Page, string | undefined>>>;
  /** Places one can go back to and forth again, the nearest last. */
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
  readonly focus: string | undefined;
  /** Grows with each jump, so that jumping twice to one field works. */
  readonly jumps: number;
  readonly dialog: Dialog | null;
  /** What the open catalogue of components is searched for; undefined while it is closed. */
  readonly adding: string | undefined;
  /** Input path the solve dialog starts with. */
  readonly solvePath: string | undefined;
}

export const useNavigation = create<Navigation>()(() => ({
  page: "board",
  item: undefined,
  items: {},
  back: [],
  forward: [],
  focus: undefined,
  jumps: 0,
  dialog: null,
  adding: undefined,
  solvePath: undefined,
}));

/** Places kept to go back to. */
const PLACES = 100;

/** Where a place leads, from where one is; a page shows what was seen there last. */
function at(now: Navigation, { page, item }: Place): Pick<Navigation, "page" | "item" | "items"> {
  const items = { ...now.items, [now.page]: now.item };
  return { page, item: item ?? items[page], items };
}

/** Shows a page, an item on it and, where given, puts the cursor into a field. */
export function goTo(place: Place & { readonly focus?: string }): void {
  useNavigation.setState((now) => {
    const next = at(now, place);
    const moves = next.page !== now.page || next.item !== now.item;
    return {
      ...next,
      ...(moves ? { back: [...now.back, { page: now.page, item: now.item }].slice(-PLACES), forward: [] } : {}),
      focus: place.focus,
      jumps: now.jumps + 1,
    };
  });
}

/** Back to the place before, or forth again. */
export function goAlong(way: "back" | "forward"): void {
  useNavigation.setState((now) => {
    const to = now[way].at(-1);
    if (to === undefined) return {};
    const other = way === "back" ? "forward" : "back";
    return {
      ...at(now, to),
      [way]: now[way].slice(0, -1),
      [other]: [...now[other], { page: now.page, item: now.item }],
      focus: undefined,
      jumps: now.jumps + 1,
    };
  });
}

/** Another model: nothing of the one before is remembered. */
export function beginAt(page: Page): void {
  useNavigation.setState(({ jumps }) => ({
    ...{ page, item: undefined, items: {}, back: [], forward: [], focus: undefined, adding: undefined },
    jumps: jumps + 1,
  }));
}

/** Puts the cursor into a field of the page that is open. */
export function focusOn(focus: string): void {
  useNavigation.setState(({ jumps }) => ({ focus, jumps: jumps + 1 }));
}

/** Opens the catalogue to add a component, looking for a name where that finds something. */
export function chooseComponent(search = ""): void {
  goTo({ page: "components" });
  useNavigation.setState({ adding: search });
}

export function closeCatalogue(): void {
  useNavigation.setState({ adding: undefined });
}

const listPages: Readonly<Record<string, Page>> = {
  components: "components",
  parties: "parties",
  plots: "plots",
  records: "records",
  packs: "packs",
  customLines: "customLines",
  scenarios: "scenarios",
  bids: "bids",
  actuals: "actuals",
};

/**
 * Shows the place a problem or an explanation points to.
 * @returns false where the path is no place in a form (a line id, a file position)
 */
export function goToPath(path: string): boolean {
  const [head = "", item] = path.split("/");
  if (useNavigation.getState().page === "guide" && document.querySelector(`.field[data-path="${CSS.escape(path)}"]`)) {
    focusOn(path);
    return true;
  }
  const list = listPages[head];
  if (list) goTo({ page: list, ...(item === undefined ? {} : { item }), focus: path });
  else if (head === "project" || head === "absences") goTo({ page: "project", focus: path });
  else if (head === "timeline") goTo({ page: "timeline", focus: path });
  else if (head === "uncertainty") goTo({ page: "simulate", focus: path });
  else if (head === "tender") goTo({ page: "bids", focus: path });
  else if (head === "conventions") goTo({ page: "conventions", focus: path });
  else return false;
  return true;
}

export function openDialog(dialog: Dialog, solvePath?: string): void {
  useNavigation.setState({ dialog, solvePath });
}

export function closeDialog(): void {
  useNavigation.setState({ dialog: null });
}
