/** Shares, growth and rates of return are read in per cent. */
const PERCENT = /\.(?:rate|growth|firr)$/;

/** The unit a row of the comparison is shown in. */
export const unitOf = ({ name, unit }: { readonly name: string; readonly unit: string }): string =>
  unit === "1" && PERCENT.test(`.${name}`) ? "1/a" : unit;
