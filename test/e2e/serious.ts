import { AxeBuilder } from "@axe-core/playwright";
import axe from "axe-core";
import type { Page } from "playwright-core";

interface Looked {
  /** Selector of the part that is looked at; the whole page where left out. */
  readonly within?: string;
  /** Ids of the rules that are held against it; all where left out. */
  readonly rules?: readonly string[];
}

/** What people who hear the page or use no mouse would stumble over, as axe finds it: serious and critical only. */
export async function serious(page: Page, { within, rules }: Looked = {}): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page, axeSource: axe.source }).options({
    resultTypes: ["violations"],
    ...(rules === undefined ? {} : { runOnly: { type: "rule", values: [...rules] } }),
  });
  if (within !== undefined) builder.include(within);
  const { violations } = await builder.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 200)}`),
    );
}
