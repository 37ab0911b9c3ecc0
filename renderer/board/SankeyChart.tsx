import { ResponsiveContainer, Sankey, Tooltip } from "recharts";
import { explain } from "../explain/store.ts";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { formatNumber } from "../numbers/format.ts";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import type { SankeyLink, SankeyNode, SankeyPicture } from "./sankey.ts";

interface NodeShape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly payload: unknown;
}

interface LinkShape {
  readonly sourceX: number;
  readonly targetX: number;
  readonly sourceY: number;
  readonly targetY: number;
  readonly sourceControlX: number;
  readonly targetControlX: number;
  readonly linkWidth: number;
  readonly payload: unknown;
}

function NodeView({ x, y, width, height, payload }: NodeShape) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const node = payload as SankeyNode;
  const amount = formatNumber(
    node.amount,
    { ...displayOf("CNY", money, t), digits: money === "yi" ? 2 : 0 },
    "paren",
  ).text;
  const left = node.kind === "source" || node.kind === "gap";
  const labelX = left ? x - 6 : x + width + 6;
  return (
    <g>
      <rect x={x} y={y} width={width} height={Math.max(height, 1)} className={`sankey-node ${node.kind}`} />
      <text
        x={labelX}
        y={y + height / 2}
        textAnchor={left ? "end" : "start"}
        dominantBaseline="middle"
        className={`sankey-label ${node.kind}`}
      >
        {fitted(node.name)} <tspan className="sankey-amount">{amount}</tspan>
      </text>
    </g>
  );
}

function LinkView(props: LinkShape) {
  const { sourceX, targetX, sourceY, targetY, sourceControlX, targetControlX, linkWidth } = props;
  const link = props.payload as SankeyLink;
  const path = `M${sourceX},${sourceY} C${sourceControlX},${sourceY} ${targetControlX},${targetY} ${targetX},${targetY}`;
  const { line } = link;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the mouse; the table beside it has a button for every line
    <path
      d={path}
      className={`sankey-link ${link.kind}`}
      strokeWidth={Math.max(linkWidth, 1)}
      onClick={() => line !== undefined && explain(line)}
    />
  );
}

interface HintProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: unknown }[];
}

/** recharts hands over the node or link it found, itself wrapped once more. */
function wrapped(payload: unknown): Partial<SankeyLink & SankeyNode> | undefined {
  const outer = payload as { readonly payload?: Partial<SankeyLink & SankeyNode> } | undefined;
  return outer?.payload;
}

function Hint({ active, payload }: HintProps) {
  const item = wrapped(payload?.[0]?.payload);
  if (!active || !item) return null;
  const isLink = item.fromLabel !== undefined;
  return (
    <div className="chart-hint">
      <strong>{isLink ? `${item.fromLabel} → ${item.toLabel}` : item.name}</strong>{" "}
      <Figure value={(isLink ? item.value : item.amount) ?? null} unit="CNY" withUnit />
    </div>
  );
}

/** Pixels an amount takes beside its name. */
const amountWidth = 64;
const roomMost = 190;

/** About how wide a text is drawn, in pixels. */
function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 12.5 : 6.8), 0);
}

/** The name as far as it fits; the whole of it is in the hint and in the table. */
function fitted(name: string): string {
  if (textWidth(name) <= roomMost - amountWidth) return name;
  let text = name;
  while (text.length > 1 && textWidth(text) > roomMost - amountWidth - 12) text = text.slice(0, -1);
  return `${text}…`;
}

/** Room beside the picture for its longest label. */
function labelRoom(picture: SankeyPicture): number {
  const outside = picture.nodes.filter((node) => node.kind !== "inside");
  const longest = Math.max(0, ...outside.map((node) => textWidth(node.name)));
  return Math.min(roomMost, Math.max(100, longest + amountWidth));
}

/** The flows as a Sankey diagram: payers left, payees right, the gap hatched in red. */
export function SankeyChart({ picture }: { readonly picture: SankeyPicture }) {
  const { t } = useWords();
  if (picture.links.length === 0) return <p className="muted">{t("board.noFlows")}</p>;
  const margin = labelRoom(picture);
  const data = {
    nodes: picture.nodes.map((node) => ({ ...node })),
    links: picture.links.map((link) => ({ ...link })),
  };
  return (
    <div className="chart sankey" role="img" aria-label={t("board.flowsDescription")}>
      <svg width="0" height="0" className="defs" aria-hidden="true">
        <defs>
          <pattern id="gap-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="hatch-ground" />
            <rect width="2.5" height="6" className="hatch-line" />
          </pattern>
        </defs>
      </svg>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 300 }}>
        <Sankey
          data={data}
          nodeWidth={10}
          nodePadding={14}
          iterations={48}
          sort
          margin={{ top: 8, right: margin, bottom: 8, left: margin }}
          node={(props) => <NodeView {...props} />}
          link={(props) => <LinkView {...props} />}
        >
          <Tooltip content={<Hint />} isAnimationActive={false} />
        </Sankey>
      </ResponsiveContainer>
    </div>
  );
}
