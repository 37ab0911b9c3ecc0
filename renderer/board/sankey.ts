import type { FlowView } from "../../app/contract.ts";

/** Id the host gives the missing money as a payer. */
export const gapId = "gap";
/** Id of what is left over, made here so that both sides of the picture are equally high. */
export const surplusId = "surplus";

export interface SankeyNode {
  readonly name: string;
  readonly party: string;
  readonly kind: "source" | "inside" | "use" | "gap" | "surplus";
  /** 元 through the node. */
  readonly amount: number;
}

export interface SankeyLink {
  readonly source: number;
  readonly target: number;
  readonly value: number;
  readonly kind: "flow" | "gap" | "surplus";
  readonly fromLabel: string;
  readonly toLabel: string;
  /** The cell that holds it; what is left over has none. */
  readonly line?: string;
}

export interface SankeyPicture {
  readonly nodes: readonly SankeyNode[];
  readonly links: readonly SankeyLink[];
  /** Flows that neither come into the perimeter nor leave it; the table shows them. */
  readonly hidden: readonly FlowView[];
}

function throughput(flows: readonly FlowView[]): Map<string, { paid: number; received: number }> {
  const totals = new Map<string, { paid: number; received: number }>();
  const of = (id: string) => {
    const found = totals.get(id) ?? { paid: 0, received: 0 };
    totals.set(id, found);
    return found;
  };
  for (const flow of flows) {
    of(flow.from).paid += flow.amount;
    of(flow.to).received += flow.amount;
  }
  return totals;
}

/** The party most money goes through, for documents that mark none as inside. */
function busiest(flows: readonly FlowView[]): ReadonlySet<string> {
  let best: string | undefined;
  let most = 0;
  for (const [id, { paid, received }] of throughput(flows)) {
    if (Math.min(paid, received) <= most) continue;
    most = Math.min(paid, received);
    best = id;
  }
  return new Set(best === undefined ? [] : [best]);
}

class Drawing {
  readonly nodes: { name: string; party: string; kind: SankeyNode["kind"]; amount: number }[] = [];
  readonly links: SankeyLink[] = [];
  private readonly index = new Map<string, number>();

  node(party: string, name: string, kind: SankeyNode["kind"], amount: number): number {
    const key = `${kind} ${party}`;
    const known = this.index.get(key);
    if (known !== undefined) {
      const node = this.nodes[known];
      if (node) node.amount += amount;
      return known;
    }
    this.index.set(key, this.nodes.length);
    this.nodes.push({ name, party, kind, amount });
    return this.nodes.length - 1;
  }
}

function drawFlow(drawing: Drawing, flow: FlowView, inside: ReadonlySet<string>): boolean {
  const into = inside.has(flow.to) && !inside.has(flow.from);
  const out = inside.has(flow.from) && !inside.has(flow.to);
  if (!into && !out) return false;
  const isGap = flow.from === gapId;
  const from = into
    ? drawing.node(flow.from, flow.fromLabel, isGap ? "gap" : "source", flow.amount)
    : drawing.node(flow.from, flow.fromLabel, "inside", 0);
  const to = out
    ? drawing.node(flow.to, flow.toLabel, "use", flow.amount)
    : drawing.node(flow.to, flow.toLabel, "inside", flow.amount);
  const { fromLabel, toLabel, line, amount } = flow;
  drawing.links.push({
    source: from,
    target: to,
    value: amount,
    kind: isGap ? "gap" : "flow",
    fromLabel,
    toLabel,
    line,
  });
  return true;
}

/**
 * Payers on the left, the parties of the project in the middle, payees on the right. A party that pays and is paid
 * (a government that grants and taxes) stands on both sides: a Sankey diagram cannot hold circles.
 * @param inside parties of the project; where it is empty, the party most money goes through
 */
export function sankeyPicture(
  flows: readonly FlowView[],
  inside: ReadonlySet<string>,
  surplusLabel: string,
): SankeyPicture {
  const drawn = flows.filter((flow) => flow.amount > 0);
  const known = drawn.some((flow) => inside.has(flow.from) || inside.has(flow.to));
  const perimeter = known ? inside : busiest(drawn);
  const drawing = new Drawing();
  const hidden = drawn.filter((flow) => !drawFlow(drawing, flow, perimeter));
  drawing.nodes.forEach((node, index) => {
    if (node.kind !== "inside") return;
    const paid = drawing.links.reduce((sum, link) => sum + (link.source === index ? link.value : 0), 0);
    const left = node.amount - paid;
    // Below a cent's rounding there is nothing to draw.
    if (left <= node.amount * 1e-9) return;
    const target = drawing.node(surplusId, surplusLabel, "surplus", left);
    drawing.links.push({
      source: index,
      target,
      value: left,
      kind: "surplus",
      fromLabel: node.name,
      toLabel: surplusLabel,
    });
  });
  return { nodes: drawing.nodes, links: drawing.links, hidden };
}
