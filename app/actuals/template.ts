import type { ActualsView } from "../contract.ts";

/** A table to fill in: lines of money down, periods across, what is reported already in place; head first. */
export function templateRows(view: Omit<ActualsView, "version">, lang: "zh" | "en"): readonly (readonly string[])[] {
  const head = lang === "zh" ? ["行代码", "名称"] : ["line id", "name"];
  return [
    [...head, ...view.columns.map(({ place }) => place)],
    ...view.rows.map(({ line, group, label, cells }) => [
      line,
      group === "" ? label : `${group} · ${label}`,
      ...cells.map(({ actual }) => actual ?? ""),
    ]),
  ];
}
