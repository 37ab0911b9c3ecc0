import type { GraphLine } from "../../../models/language/graph.ts";
import { DATE } from "../../../models/language/time.ts";

/** What is not to be changed here: the calendar decides which columns there are. */
export const isFixed = ({ path }: GraphLine): boolean => path === "timeline";

/** What a search found holds for the entries it was made with; once one is changed it is no value any more. */
export const isFound = ({ id, solved }: GraphLine): boolean => solved !== undefined || SEARCHED.test(id);
const SEARCHED = /\.root\.(state|lowest|residual)$/;

/** A month of the calendar and no number of months: shown and entered as a date. */
export const isMonth = ({ id, path = "", unit, axis, tags }: GraphLine): boolean =>
  unit === "mo" &&
  axis === "scalar" &&
  (tags["month_meaning"] !== undefined ||
    path === PRICE_BASE ||
    EDGE.test(id) ||
    id.startsWith(DATE) ||
    (path === "timeline" && HORIZON.has(id)));

export const PRICE_BASE = "project/priceBaseMonth";
const EDGE = /^phase\.[^.]+\.(start|end)$/;
const HORIZON: ReadonlySet<string> = new Set(["startmonth", "endmonth"]);
