/** A decimal literal with separators between thousands (千分位), as people write it. */
export function grouped(literal: string): string {
  const [whole = "", part] = literal.split(".");
  const digits = whole.replace(/\d(?=(?:\d{3})+$)/g, "$&,");
  return part === undefined ? digits : `${digits}.${part}`;
}

/** An amount of money, area or another quantity as messages write it: two decimals, with separators. */
export function amountText(value: { toFixed(decimals: number): string }): string {
  return grouped(value.toFixed(2));
}

/** Decimals of ratios and other small numbers as messages write them. */
export const SHOWN_PLACES = 4;

/** A decimal literal of a ratio in the decimals people read, without zeros at its end. */
export const ratioText = (literal: string): string => String(Number(Number(literal).toFixed(SHOWN_PLACES)));
