import type { GraphLine } from "../../../models/language/graph.ts";

/** What is not to be changed here: the calendar decides which columns there are. */
export const isFixed = ({ path }: GraphLine): boolean => path === "timeline";

/** What a search found holds for the entries it was made with; once one is changed it is no value any more. */
export const isFound = ({ id, solved }: GraphLine): boolean => solved !== undefined || SEARCHED.test(id);
const SEARCHED = /\.root\.(state|lowest|residual)$/;

/** A month, entered as a date. */
export const isMonth = ({ unit, tags }: GraphLine): boolean => unit === "mo" && tags["month_meaning"] !== undefined;
