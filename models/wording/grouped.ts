/** A decimal literal with separators between thousands (千分位), as people write it. */
export function grouped(literal: string): string {
  const [whole = "", part] = literal.split(".");
  const digits = whole.replace(/\d(?=(?:\d{3})+$)/g, "$&,");
  return part === undefined ? digits : `${digits}.${part}`;
}
