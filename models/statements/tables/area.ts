import type { StatementFacts } from "./facts.ts";
import { type RowSpec, row } from "./table.ts";

/** A row of the area table: formulas of its cells, each a scalar line; a cell that makes no sense for the row is absent. */
export interface AreaRow {
  readonly key: string;
  readonly no: string;
  readonly label: RowSpec["label"];
  readonly level: number;
  readonly unit: string;
  readonly existing?: string;
  readonly planned?: string;
  readonly standard?: string;
  /** 1 or 0. */
  readonly pass?: string;
}

type Cells = Pick<AreaRow, "existing" | "planned" | "standard" | "pass">;

const areaRow = (no: string, zh: string, en: string, cells: Cells, unit = "m2"): AreaRow => {
  const { key, label, level } = row(no, zh, en, "");
  return { key, no, label, level, unit, ...cells };
};

const of = (role: string, more = ""): string => `sum(role = ${role}${more})`;

/** 面积平衡表: existing, planned, change, standard and whether it is met. Indices stand per plot, since ratios do not add up. */
export function areaRows(facts: StatementFacts): readonly AreaRow[] {
  return [...ground(), ...dispositions(facts), ...facts.plots.flatMap(({ id, label }, index) => indices(id, label, index, facts))];
}

const ground = (): readonly AreaRow[] => [
  areaRow("1", "净用地面积", "net site area", { existing: of("area.site"), planned: of("area.site") }),
  areaRow("2", "现状建筑面积", "existing floor area", { existing: of("area.existing"), planned: of("area.disposition.kept") }),
  areaRow("2.1", "其中:保留", "of which kept", { existing: of("area.disposition.kept"), planned: of("area.disposition.kept") }),
  areaRow("2.2", "其中:拆除", "of which demolished", { existing: of("area.demolished"), planned: "0" }),
  areaRow("2.3", "其中:合法面积(实物与货币补偿)", "of which legal, compensated", { existing: `${of("area.legal.in_kind")} + ${of("area.legal.cash")}`, planned: "0" }),
  areaRow("3", "规划建筑面积", "planned floor area", { existing: of("area.existing"), planned: `${of("area.gfa.above")} + ${of("area.gfa.below")}` }),
  areaRow("3.1", "地上", "above ground", { planned: of("area.gfa.above") }),
  areaRow("3.1.1", "计容面积", "counted in FAR", { planned: of("area.counted") }),
  areaRow("3.1.2", "不计容公共空间", "exempt public space", { planned: of("area.disposition.exempt") }),
  areaRow("3.2", "地下", "below ground", { planned: of("area.gfa.below") }),
];

function dispositions(facts: StatementFacts): readonly AreaRow[] {
  const required = of("area.required");
  const provided = `${of("area.disposition.public_transfer")} + ${of("area.disposition.common", ", pool = above")}`;
  return [
    areaRow("4", "回迁安置", "resettlement", {
      planned: of("area.disposition.resettle"),
      ...(facts.has("area.legal.in_kind") ? { existing: of("area.legal.in_kind") } : {}),
    }),
    areaRow("5", "公共服务设施(移交与共有)", "public services, handed over and common", {
      planned: provided,
      ...(facts.has("area.required") ? { standard: required, pass: `${provided} >= ${required} ? 1 : 0` } : {}),
    }),
    areaRow("5.1", "其中:无偿移交", "of which handed to public bodies", { planned: of("area.disposition.public_transfer") }),
    areaRow("6", "业主共有", "common property of owners", { planned: of("area.disposition.common") }),
    areaRow("7", "出售", "for sale", { planned: of("area.disposition.sale") }),
    areaRow("8", "自持出租", "held for lease", { planned: of("area.disposition.lease") }),
    areaRow("9", "让渡运营", "ceded to an operator", { planned: of("area.disposition.ceded") }),
    areaRow("9.1", "留白", "reserve", { planned: of("area.disposition.reserve") }),
    areaRow("10", "地下停车与设备", "parking and equipment below ground", { planned: of("area.disposition.*", ", pool = below") }),
  ];
}

/** Technical indices of one plot. */
function indices(plot: string, label: RowSpec["label"], index: number, facts: StatementFacts): readonly AreaRow[] {
  const here = (role: string) => of(role, `, plot = ${plot}`);
  const no = `11.${index + 1}`;
  const part = (number: number, zh: string, en: string, cells: Cells, unit = "1") => areaRow(`${no}.${number}`, `${label.zh}:${zh}`, `${label.en}: ${en}`, cells, unit);
  const ratio = (role: string) => ({ planned: here(role) });
  return [
    areaRow(no, `技术指标:${label.zh}`, `indices: ${label.en}`, {
      planned: `plot.${plot}.residual`,
      standard: "0",
      pass: `abs(plot.${plot}.residual) <= 0.01 m2 ? 1 : 0`,
    }),
    ...(facts.has("index.far") ? [part(1, "容积率", "FAR", ratio("index.far"))] : []),
    ...(facts.has("index.density") ? [part(2, "建筑密度", "building density", ratio("index.density"))] : []),
    ...(facts.has("index.green_ground") ? [part(3, "绿地率(仅地面)", "green ratio, ground only", ratio("index.green_ground"))] : []),
    ...(facts.has("index.green_converted") ? [part(4, "绿地率(含折算)", "green ratio with conversion", ratio("index.green_converted"))] : []),
    ...(facts.has("index.storeys") ? [part(5, "层数", "storeys", ratio("index.storeys"))] : []),
    ...(facts.has("households.planned") ? [part(6, "户数", "households", { existing: here("households.existing"), planned: here("households.planned") }, "household")] : []),
  ];
}
