import { ENOUGH } from "../../support/papers.ts";
import type { Situation } from "./situation.ts";

type Given = NonNullable<Situation["records"]>[number];

export const vote = (id: string, date: string, values: Readonly<Record<string, unknown>> = {}): Given => ({
  id,
  date,
  kind: "vote",
  values: { ...ENOUGH, ...values },
});

export const approval = (id: string, date: string, values: Readonly<Record<string, unknown>> = {}): Given => ({
  id,
  date,
  kind: "approval",
  values: { amount: "1000000000000", ...values },
});

export const acceptance = (
  id: string,
  date: string,
  values: Readonly<Record<string, unknown>> = { passed: true },
): Given => ({ id, date, kind: "acceptance", values });

export const title = (id: string, date: string): Given => ({ id, date, kind: "title", values: { registered: true } });
