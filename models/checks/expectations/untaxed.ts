import type { ComponentSpec } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import type { Grounded } from "../taxes/grounds.ts";
import type { Place } from "./expectation.ts";

type Values = Readonly<Record<string, unknown>>;

/** 免税或不涉税而未写依据: components that sell without VAT or build without it, where neither the kind of service nor a relief says why. */
export function untaxedOf(components: readonly ComponentSpec[], grounded: Grounded): readonly Place[] {
  return components
    .filter(({ id, mechanism, inputs }) => {
      const items = inputs["items"];
      const rows: readonly Values[] = Array.isArray(items) ? items : [];
      const isOpen = (values: Values, word: string): boolean =>
        isUngrounded(values, mechanism) &&
        !grounded([word, id], {
          ease: values["vatMethod"] === "none" ? "none" : "exempt",
          place: { mechanism, values },
        });
      return isOpen(inputs, id) || rows.some((row) => isOpen(row, `${id}.${row["id"]}`));
    })
    .map(({ id, label }) => ({ id, name: textOf(label ?? id) }));
}

function isUngrounded({ vatMethod, kind, relief = "none" }: Values, mechanism: string): boolean {
  // Works are always supplied with VAT; what is bought without it elsewhere are wages and fees to a budget.
  if (vatMethod === "none") return mechanism === "works";
  // Care of a community is exempt by law: which record says so is asked for elsewhere.
  return vatMethod === "exempt" && relief === "none" && (kind !== "service" || mechanism !== "operating_revenue");
}
