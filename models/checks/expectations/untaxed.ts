import type { ComponentSpec } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import type { Place } from "./expectation.ts";

type Values = Readonly<Record<string, unknown>>;

/** 免税或不涉税而未写依据: components that sell without VAT or build without it, where neither the kind of service nor a relief says why. */
export function untaxedOf(components: readonly ComponentSpec[]): readonly Place[] {
  return components
    .filter(({ mechanism, inputs }) => {
      const items = inputs["items"];
      const rows: readonly Values[] = Array.isArray(items) ? items : [];
      return [inputs, ...rows].some((one) => isUngrounded(one, mechanism));
    })
    .map(({ id, label }) => ({ id, name: textOf(label ?? id) }));
}

function isUngrounded({ vatMethod, kind, relief = "none" }: Values, mechanism: string): boolean {
  // Works are always supplied with VAT; what is bought without it elsewhere are wages and fees to a budget.
  if (vatMethod === "none") return mechanism === "works";
  // Care and meals of a community are exempt by law.
  return vatMethod === "exempt" && relief === "none" && kind !== "service";
}
