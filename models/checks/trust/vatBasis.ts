import type { ComponentSpec } from "../../document/schema.ts";
import type { Concern } from "./point.ts";
import { componentName, type Subject } from "./subject.ts";

/**
 * A file without VAT (`vatBasis: excluded`) takes prices as they stand. One that says of itself that VAT is in it, at a rate, contradicts the file: what
 * that does to a verdict nobody can tell.
 */
export function vatBasisConcerns({ document }: Subject): readonly Concern[] {
  if (document.conventions.vatBasis !== "excluded") return [];
  return document.components.filter(includesVat).map(({ id }) => {
    const name = componentName(document, id);
    return {
      kind: "convention",
      path: `components/${id}/inputs`,
      message: {
        zh: `${name.zh}:价格注明含税,而文件按不含税口径测算,价格按原样计入`,
        en: `${name.en}: a price is said to include VAT although the file is without VAT; it is taken as it stands`,
      },
      touches: (verdict) => verdict !== "B1",
    };
  });
}

interface Priced {
  readonly includesVat?: unknown;
  readonly vatRate?: unknown;
}

function includesVat({ enabled, inputs }: ComponentSpec): boolean {
  const rows = Object.values(inputs).flatMap((value) => (Array.isArray(value) ? (value as readonly Priced[]) : []));
  return (
    enabled &&
    [inputs as Priced, ...rows].some((priced) => priced.includesVat === true && Number(priced.vatRate ?? 0) > 0)
  );
}
