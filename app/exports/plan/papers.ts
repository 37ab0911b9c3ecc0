import { standingsOf } from "../../../models/checks/documents/standing.ts";
import { RECORD_KINDS } from "../../../models/document/records.ts";
import { textOf } from "../../../models/document/schemaParts.ts";
import { STATUS_WORDS } from "../../../models/document/statusWords.ts";
import { grouped } from "../../../models/wording/grouped.ts";
import { placeLabel } from "../../scenarios/labels.ts";
import type { Block } from "../word/blocks.ts";
import { heading, type PlanFacts, paragraph, sayIn, type TableOf, tableSection, told } from "./facts.ts";

/** 依据文件清单: records with whether they hold, papers behind inputs, files kept with the model. */
export function paperBlocks(facts: PlanFacts): readonly Block[] {
  const say = sayIn(facts.lang);
  const lists: readonly (readonly [title: string, ...table: TableOf])[] = [
    [
      say("批文与事项记录", "Approvals and other records"),
      [
        say("名称", "name"),
        say("类别", "kind"),
        say("日期", "date"),
        say("文件", "paper"),
        say("是否成立", "holds"),
        say("用于", "used for"),
      ],
      [18, 14, 12, 14, 24, 18],
      recordRows(facts),
    ],
    [
      say("输入所依据的文件", "Papers behind inputs"),
      [say("输入", "input"), say("文件", "paper"), say("日期", "date"), say("状态", "status"), say("说明", "note")],
      [28, 26, 12, 12, 22],
      evidenceRows(facts),
    ],
    [
      say("暂定值(尚待确认)", "Values still to be confirmed"),
      [say("输入", "input"), say("来源", "source")],
      [40, 60],
      assumedRows(facts),
    ],
    [
      say("随文件保存的附件", "Files kept with the model"),
      [say("名称", "name"), say("字节", "bytes"), say("摘要(SHA-256)", "SHA-256")],
      [34, 12, 54],
      attachmentRows(facts),
    ],
  ];
  const blocks = lists.flatMap((list) => tableSection(...list));
  return [
    heading(1, say("依据文件清单", "Papers the plan rests on")),
    ...(blocks.length === 0 ? [paragraph(say("文件没有列出任何依据文件。", "The file lists no papers."))] : blocks),
  ];
}

type Rows = readonly (readonly string[])[];

function recordRows(facts: PlanFacts): Rows {
  const { prepared, results, lang } = facts;
  const say = sayIn(lang);
  const { document } = prepared;
  const standings = new Map(standingsOf(document, results.values).map((one) => [one.id, one]));
  return document.records.map(({ id, label, kind = "", date, document: paper = "" }) => {
    const standing = standings.get(id);
    const because = standing === undefined ? "" : told(facts, standing.because);
    const holds = standing?.holds === true ? say("成立", "yes") : say("不成立", "no");
    const of = Object.hasOwn(RECORD_KINDS, kind) ? RECORD_KINDS[kind]?.label : undefined;
    return [
      textOf(label)[lang],
      of === undefined ? kind : told(facts, of),
      date,
      paper,
      because === "" ? holds : say(`${holds}:${because}`, `${holds}: ${because}`),
      [...new Set((standing?.uses ?? []).map(({ name }) => told(facts, name)))].join(say("；", "; ")),
    ];
  });
}

type Evidence = NonNullable<PlanFacts["prepared"]["document"]["components"][number]["evidence"]>[string];

/** What is said of inputs of components that are on, with what each is called. */
function evidences({
  prepared: { document },
}: PlanFacts): readonly { readonly path: string; readonly evidence: Evidence }[] {
  return document.components
    .filter(({ enabled }) => enabled)
    .flatMap(({ id, evidence = {} }) =>
      Object.entries(evidence).map(([input, one]) => ({ path: `components/${id}/inputs/${input}`, evidence: one })),
    );
}

function evidenceRows(facts: PlanFacts): Rows {
  const { document } = facts.prepared;
  return evidences(facts).flatMap(({ path, evidence }) =>
    "assumed" in evidence
      ? []
      : [
          [
            told(facts, placeLabel(document, path)),
            evidence.document,
            evidence.date ?? "",
            evidence.status === undefined ? "" : told(facts, STATUS_WORDS[evidence.status]),
            evidence.note ?? "",
          ],
        ],
  );
}

function assumedRows(facts: PlanFacts): Rows {
  const { document } = facts.prepared;
  return evidences(facts).flatMap(({ path, evidence }) =>
    "assumed" in evidence ? [[told(facts, placeLabel(document, path)), evidence.assumed]] : [],
  );
}

const attachmentRows = ({ prepared }: PlanFacts): Rows =>
  (prepared.document.attachments ?? []).map(({ name, bytes, sha256 }) => [name, grouped(String(bytes)), sha256]);
