import { inputSpecOf } from "../../models/compile/inputPaths.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { textOf } from "../../models/document/schemaParts.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Text } from "../../models/wording/text.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

const PLACES: Readonly<Record<string, Text>> = {
  "timeline/start": text("项目开始月", "start of the project"),
  "project/households": text("户数", "households"),
  "project/type": text("项目类型", "kind of project"),
  "project/mode": text("更新方式", "renewal mode"),
  "project/implementer": text("实施方式", "carried out by"),
  "project/priceBaseMonth": text("价格基准月", "month of the price base"),
  "conventions/yearBasis": text("报表年度", "statement years"),
  "conventions/discountFrom": text("折现起点", "first discounted flow"),
  "conventions/indicatorBasis": text("指标口径", "basis of indicators"),
  "conventions/vatBasis": text("增值税口径", "VAT basis"),
  "conventions/priceBasis": text("价格口径", "price basis"),
  "conventions/inflation": text("通胀率(年)", "inflation per year"),
  "conventions/icProject": text("项目基准收益率", "discount rate, project"),
  "conventions/icEquity": text("资本金基准收益率", "discount rate, equity"),
  "conventions/icReason": text("基准收益率的依据", "reason for the discount rates"),
  "conventions/minimumCash": text("最低资金余额", "minimum cash"),
  "conventions/dscrTarget": text("偿债备付率目标", "debt-service coverage target"),
  "conventions/dscrBasis": text("偿债备付率口径", "debt-service coverage basis"),
  "conventions/coverageTarget": text("本息覆盖倍数目标", "coverage target"),
  "conventions/coverageDefinition": text("本息覆盖倍数口径", "definition of coverage"),
  "conventions/recoveredAssetValue": text("回收资产余值", "recovered asset value"),
  "conventions/terminalCapRate": text("期末价值资本化率", "capitalisation rate of the terminal value"),
  "conventions/terminalMultiple": text("期末价值倍数", "multiple of the terminal value"),
  "conventions/normalYear": text("正常年份", "normal year"),
  "conventions/publicBudget": text("财政预算", "public budget"),
  "conventions/bepComfort": text("盈亏平衡点舒适线", "comfortable break-even point"),
  "conventions/commonCostKey": text("共同成本分摊", "key of common cost"),
  "conventions/drawTiming": text("提款时点", "timing of draws"),
};

const PHASE: Readonly<Record<string, Text>> = {
  start: text("开始月", "start"),
  after: text("接续阶段", "follows"),
  lagMonths: text("间隔月数", "months after"),
  months: text("月数", "months"),
};

const PARTY: Readonly<Record<string, Text>> = {
  inProject: text("计入项目边界", "inside the project perimeter"),
  openingCash: text("期初资金", "opening cash"),
};

/** Parts of a file, as the navigation calls them. */
const PARTS: Readonly<Record<string, Text>> = {
  project: text("项目概况", "project"),
  timeline: text("计算期与阶段", "timeline"),
  parties: text("参与主体", "parties"),
  plots: text("地块", "plots"),
  records: text("事项记录", "records"),
  packs: text("规则包", "rule packs"),
  conventions: text("测算口径", "conventions"),
  components: text("测算项", "components"),
  customLines: text("自定义行", "custom lines"),
  scenarios: text("方案", "scenarios"),
  uncertainty: text("不确定性", "uncertainty"),
  absences: text("无此项的理由", "reasons for absences"),
};

const joined = (a: Text, b: Text): Text => ({ zh: `${a.zh}:${b.zh}`, en: `${a.en}: ${b.en}` });

/** What a place of the document is called in the forms; of a place without a name the part of the file it lies in. */
export function placeLabel(document: ModelDocument, path: string): Text {
  const [kind = "", id = "", part = "", name] = path.split("/");
  const inPart = PARTS[kind];
  const fallback = inPart ?? text(path, path);
  if (kind === "components") return componentLabel(document, path) ?? fallback;
  if (kind === "timeline" && id === "phases") {
    const phase = document.timeline.phases.find((candidate) => candidate.id === part);
    const label = PHASE[name ?? ""];
    return phase === undefined || label === undefined ? fallback : joined(textOf(phase.label), label);
  }
  if (kind === "parties") {
    const party = document.parties.find((candidate) => candidate.id === id);
    const label = PARTY[part];
    return party === undefined || label === undefined ? fallback : joined(textOf(party.label), label);
  }
  if (kind === "records" || kind === "plots" || kind === "customLines") {
    const found = document[kind].find((candidate) => candidate.id === id);
    return found === undefined ? fallback : textOf(found.label);
  }
  return Object.hasOwn(PLACES, path) ? (PLACES[path] ?? fallback) : fallback;
}

function componentLabel(document: ModelDocument, path: string): Text | undefined {
  const [, id, part, name = "", row, column] = path.split("/");
  const component = document.components.find((candidate) => candidate.id === id);
  const mechanism = mechanisms.get(component?.mechanism ?? "");
  if (component === undefined || mechanism === undefined) return undefined;
  const owner = component.label === undefined ? mechanism.title : textOf(component.label);
  if (part === "enabled") return joined(owner, text("启用", "enabled"));
  if (part === undefined || name === "") return owner;
  const input = Object.hasOwn(mechanism.inputs, name) ? mechanism.inputs[name] : undefined;
  if (input === undefined) return owner;
  if (input.type !== "table" || row === undefined) return joined(owner, input.label);
  const cell = column === undefined ? undefined : inputSpecOf(document, path, mechanisms)?.label;
  const place = cell === undefined ? text(row, row) : text(`${row} · ${cell.zh}`, `${row} · ${cell.en}`);
  return joined(owner, joined(input.label, place));
}
