import type { GraphLine } from "../language/graph.ts";

/** 按金额填列: money typed period by period, with neither a quantity nor a price behind it. */
export const isTyped = ({ tags, path }: Pick<GraphLine, "tags" | "path">): boolean =>
  tags["amounts"] === "typed" || path.startsWith("customLines/");
