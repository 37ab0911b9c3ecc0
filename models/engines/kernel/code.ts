/** A piece of JavaScript and what is known of its value. */
export interface Code {
  readonly text: string;
  /** Finite or NaN, never infinite: cells are (stores see to it), sums of cells need not be. */
  readonly bounded: boolean;
  /** 0, 1 or NaN. */
  readonly flag: boolean;
}

export const bounded = (text: string): Code => ({ text, bounded: true, flag: false });
export const open = (text: string): Code => ({ text, bounded: false, flag: false });
export const flagged = (text: string): Code => ({ text, bounded: true, flag: true });

/** JavaScript for a literal of the graph: its float64 value, written by us, never the source text. */
export function numberCode(text: string): string {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return "NaN";
  return value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
}
