import { inputSpecOf } from "../../models/compile/inputPaths.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { textOf } from "../../models/document/schemaParts.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Text } from "../../models/wording/text.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

const PLACES: Readonly<Record<string, Text>> = {
  "tender/invitees": text("比选 · 受邀人", "tender · invitees"),
  "tender/notice": text("比选 · 公告", "tender · notice"),
  "tender/notice/bidBond": text("比选 · 投标保证金", "tender · bid bond"),
  "tender/notice/ground": text("比选 · 采购方式的依据", "tender · ground of the procedure"),
  "tender/notice/separateGround": text("比选 · 评定分离的依据", "tender · ground for evaluating and awarding apart"),
  "tender/evaluation": text("比选 · 评标表", "tender · evaluation"),
  "tender/award": text("比选 · 定标表", "tender · award"),
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
  "conventions/bepComfort": text("盈亏平衡点控制线", "comfortable break-even point"),
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
  tender: text("比选", "tender"),
  bids: text("报价", "bids"),
  project: text("项目概况", "project"),
  timeline: text("计算期与阶段", "timeline"),
  parties: text("参与主体", "parties"),
  plots: text("地块", "plots"),
  records: text("事项记录", "records"),
  packs: text("政策参数包", "rule packs"),
  conventions: text("测算口径", "conventions"),
  components: text("测算项", "components"),
  customLines: text("自定义行", "custom lines"),
  scenarios: text("情景", "scenarios"),
  uncertainty: text("不确定性", "uncertainty"),
  absences: text("无此项的理由", "reasons for absences"),
  remarks: text("批注", "remarks"),
  audit: text("审定", "audited figures"),
  declared: text("申报数", "declared figures"),
  stress: text("审核压力", "stress of the review"),
  merges: text("合并", "merges"),
  actuals: text("实际数", "actuals"),
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
  if (kind === "audit" || kind === "stress") {
    const figure = document[kind]?.find((candidate) => candidate.id === id);
    return figure?.path === undefined ? fallback : joined(fallback, placeLabel(document, figure.path));
  }
  if (kind === "actuals" && id !== "") return joined(fallback, actualsLabel(document, path));
  return Object.hasOwn(PLACES, path) ? (PLACES[path] ?? fallback) : fallback;
}

const ACTUALS: Readonly<Record<string, Text>> = {
  closed: text("截至月", "closing month"),
  rest: text("余下各期的规则", "rule of later periods"),
  restOf: text("单行的规则", "rules of single lines"),
  unreported: text("未填报的期间", "periods not reported"),
};

/** A report is called by its document; a figure also by its line and period. */
function actualsLabel({ actuals }: ModelDocument, path: string): Text {
  const [, part = "", id = "", field, ...figure] = path.split("/");
  const report = actuals?.reports.find((candidate) => candidate.id === id);
  if (part !== "reports") return joinedName(ACTUALS[part] ?? text(part, part), id);
  const name = text(report?.document ?? id, report?.document ?? id);
  return field === "figures" ? joinedName(name, figure.join(" ")) : name;
}

const joinedName = (label: Text, name: string): Text => (name === "" ? label : joined(label, text(name, name)));

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
