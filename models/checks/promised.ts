import type { Decimal } from "decimal.js";
import type { ModelDocument } from "../document/schema.ts";
import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { GraphLine } from "../language/graph.ts";
import type { Text } from "../wording/text.ts";
import { sum, ZERO } from "./amounts.ts";

type Line = Pick<GraphLine, "id" | "role" | "tags">;

/** Money a paper says the project spends, and what the plan has for it. */
export interface Promised {
  readonly kind: string;
  /** The first such record. */
  readonly path: string;
  readonly what: Text;
  /** Absent where the plan needs such a record and none states it. */
  readonly stated?: Decimal;
  readonly planned: Decimal;
}

interface Promise {
  readonly value: string;
  readonly what: Text;
  /** Whether such a record asks for the money at all. */
  readonly due?: (values: Readonly<Record<string, unknown>>) => boolean;
  /** Mechanism that needs the record: without it nobody knows whether its list is whole. */
  readonly asks?: string;
  /** Lines that are that money. */
  readonly spends: (line: Line, mechanism: string | undefined) => boolean;
}

const isLandCharge = ({ role }: Line): boolean => role === "cost.land.price";

/** 记录载明的支出: by kind of record, the amount it states and the lines that spend it. */
const PROMISES: Readonly<Record<string, Promise>> = {
  public_culture: {
    value: "budget",
    what: { zh: "公共文化经费", en: "public-culture budget" },
    spends: ({ role, tags }) => role?.startsWith("cost.other.") === true && tags["fee"] === "culture",
  },
  scheme_obligation: {
    value: "cost",
    what: { zh: "带方案出让约束性清单的成本", en: "cost of the binding list of the scheme" },
    asks: "land_scheme",
    spends: ({ id, tags }, mechanism) => mechanism === "land_scheme" && id === `${tags["component"]}.obligations_total`,
  },
  added_land: {
    value: "landCharge",
    what: { zh: "补缴土地价款", en: "extra land price" },
    due: ({ insideCommunity, publicUse }) => insideCommunity !== true || publicUse !== true,
    spends: isLandCharge,
  },
};

/** What records state that the plan does not spend, by kind of record. */
export function unspentPromises(
  { records, components }: ModelDocument,
  lines: readonly GraphLine[],
  amountOf: (line: GraphLine) => Decimal | undefined,
  holds: (record: string) => boolean,
): readonly Promised[] {
  const mechanisms = new Map(
    components.flatMap(({ id, mechanism, enabled }) => (enabled ? [[id, mechanism] as const] : [])),
  );
  return Object.entries(PROMISES).flatMap(([kind, { value, what, due, asks, spends }]): readonly Promised[] => {
    const own = records.filter(
      (record) => record.kind === kind && record.values?.[value] !== undefined && due?.(record.values) !== false,
    );
    const spent = lines.filter((line) => spends(line, mechanisms.get(String(line.tags["component"]))));
    const planned = sum(spent.map((line) => amountOf(line) ?? ZERO));
    const [first] = own;
    // What the plan needs such a record for rests on one that holds.
    if (first === undefined || (asks !== undefined && !own.some(({ id }) => holds(id)))) {
      const asking = [...mechanisms].find(([, mechanism]) => mechanism === asks);
      return asking === undefined || planned.isZero() ? [] : [{ kind, path: `components/${asking[0]}`, what, planned }];
    }
    const stated = sum(own.map(({ values }) => new RecordDecimal(String(values?.[value]))));
    return planned.greaterThanOrEqualTo(stated) ? [] : [{ kind, path: `records/${first.id}`, what, stated, planned }];
  });
}
