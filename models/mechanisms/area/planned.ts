import type { Role } from "../../terms/roles.ts";
import { type Component, needs, perRow, type Row } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { type LineSpec, ratio, scalar } from "../define/lines.ts";

const m2 = "m2";

/** Role of a disposition word of the inputs. */
export function dispositionRole(word: string): Role {
  const roles: Readonly<Record<string, Role>> = {
    sale: "area.disposition.sale",
    lease: "area.disposition.lease",
    ceded: "area.disposition.ceded",
    common: "area.disposition.common",
    public_transfer: "area.disposition.public_transfer",
  };
  const role = roles[word];
  if (role === undefined) throw new Error(`no disposition ${word}`);
  return role;
}

const ofPlot = { unit: m2, words: { plot: "plot" } };
const above = { ...ofPlot, tags: { pool: "above" } };

/** 计容、不计容 and above-ground area from the floor area ratio. */
export function intensityLines(c: Component): readonly LineSpec[] {
  return [
    ...perRow(c, "exempt", () => [
      scalar("exempt_space", "不计容公共空间", "exempt public space", "min(row.area, row.limit)", {
        ...above,
        role: "area.disposition.exempt",
        words: { plot: "plot", kind: "row.kind" },
        clauses: ["jinhua-2020/3(2)", "taizhou-2023-draft/4(5)13"],
      }),
    ]),
    ...perRow(c, "heights", () => [scalar("height_addition", "层高超限增计面积", "counted on top for high floors", "row.area * (row.multiplier - 1)", { unit: m2 })]),
    scalar("exempt_total", "不计容面积合计", "exempt space in total", "sumrows(exempt, row.exempt_space)", { unit: m2 }),
    ...(c.has("exemptShareMax") ? [exemptCounted(c)] : []),
    ...countedLines(c),
    scalar("gfa_above_new", "新建地上建筑面积", "new above-ground floor area", "gfa_above - kept_total", { unit: m2 }),
    scalar("counted_uplift", "计容面积提升", "gain of counted area", "counted_area - existing_total", { unit: m2 }),
  ];
}

/** What exceeds the share counts in FAR. With a ratio set, the floor area itself grows with what is left out: solved in closed form. */
const exemptCounted = (c: Component): LineSpec =>
  scalar(
    "exempt_within",
    "可不计容面积(按占比上限)",
    "exempt space within the share that may be left out",
    c.has("far")
      ? "min(exempt_total, exemptShareMax / (1 - exemptShareMax) * max(0, far * siteNet - sumrows(heights, row.height_addition)))"
      : "min(exempt_total, exemptShareMax * (kept_total + resettlement + services_total + exempt_total + increment_fixed + (reserve or 0)))",
    { unit: m2, convention: { zh: "超出占比上限的部分计入容积率", en: "what exceeds the share counts in FAR" } },
  );

/** From the ratio to the area; or, where buildings stay and no ratio is set, from what is kept and added to the ratio. */
function countedLines(c: Component): readonly LineSpec[] {
  const gfa = (formula: string) =>
    scalar("gfa_above", "地上建筑面积", "above-ground floor area", formula, {
      ...ofPlot,
      role: "area.gfa.above",
      convention: {
        zh: "层高倍数只增加计容面积,不增加实物面积;政策不允许不计容时,该空间占用容积率",
        en: "height multipliers raise the counted area only; where exemption is not in force the space uses up FAR",
      },
    });
  const counted = (formula: string) => scalar("counted_area", "计容建筑面积", "floor area counted in FAR", formula, { ...ofPlot, role: "area.counted" });
  const out = c.has("exemptShareMax") ? "exempt_within" : "exempt_total";
  const lines = c.has("far")
    ? [counted("far * siteNet"), gfa(`max(0, counted_area - sumrows(heights, row.height_addition)) + ${out} * exemptAllowed`)]
    : [
        gfa("kept_total + resettlement + services_total + exempt_total + increment_fixed + (reserve or 0)"),
        counted(`gfa_above + sumrows(heights, row.height_addition) - ${out} * exemptAllowed`),
      ];
  return [...lines, ratio("far_used", "容积率", "floor area ratio", "counted_area / siteNet")];
}

/** 公共服务设施: each item with what the standard asks for and what is provided. */
export function serviceLines(c: Component): readonly LineSpec[] {
  return [
    ...(c.has("personsPerHousehold") ? [people] : []),
    ...perRow(c, "services", (row) => [...serviceRow(row), ...placesLines(c, row)]),
    ...centreLines(c),
    ...(c.has("servicesRequired") ? servicesDue : []),
    ...(c.has("communityPerHundred") ? [communityStandard] : []),
    scalar("community_rooms", "社区配套用房(新建)", "community rooms, new", c.has("communityRooms") ? "communityRooms" : "max(0, community_required - (communityRoomsKept or 0))", {
      ...ofPlot,
      role: dispositionRole(c.word("communityDisposition")),
      tags: { pool: "above", item: "community" },
    }),
    scalar("property_base", "物业管理用房计算基数", "base of property rooms", c.is("propertyRoomBase", "without_exempt") ? "gfa_above - exempt_total" : "gfa_above", { unit: m2 }),
    scalar("property_required", "物业管理用房应配面积", "property rooms required", "max(propertyRoomRate * property_base, propertyMinimum)", {
      ...ofPlot,
      role: "area.required",
      tags: { item: "property" },
      clauses: ["taizhou-property/44"],
    }),
    scalar("property_operating_required", "其中物业经营用房下限", "of which operating rooms at least", "(propertyOperatingRate or 0) * property_base", {
      unit: m2,
      clauses: ["taizhou-property/44"],
    }),
    // With the ratio open the standard cannot be read off an area that rests on the rooms: then only rooms entered are built.
    scalar(
      "property_rooms",
      "物业管理用房(新建)",
      "property rooms, new",
      c.has("far") ? "propertyRooms or max(0, property_required - (propertyRoomsKept or 0))" : "propertyRooms or 0",
      {
        ...ofPlot,
        role: "area.disposition.common",
        tags: { pool: "above", item: "property" },
        convention: { zh: "计入公共服务设施一次,不重复扣减", en: "part of public services once" },
      },
    ),
    ...roomsInKept(c),
    scalar("services_total", "新建公共服务设施合计", "new public services in total", "sumrows(services, row.service_built) + community_rooms + property_rooms", { unit: m2 }),
    ...(c.has("reserve") ? [scalar("reserve_area", "留白", "reserve", "reserve", { ...above, role: "area.disposition.reserve" })] : []),
  ];
}

/** What an 邻里中心 offers in one place. */
const CENTRE_ROOMS = ["health", "childcare", "elderly", "canteen", "women_children", "neighbourhood"];

function centreLines(c: Component): readonly LineSpec[] {
  if (c.rows("services").length === 0) return [];
  return [
    ...perRow(c, "services", (row) => [
      scalar("centre_room", "邻里中心用房", "room of the neighbourhood centre", CENTRE_ROOMS.includes(row.word("item")) ? "service" : "0", { unit: m2 }),
    ]),
    scalar("centre_total", "邻里中心用房合计", "rooms of the neighbourhood centre in total", "sumrows(services, row.centre_room)", { unit: m2 }),
  ];
}

/** 配建公共服务设施: what is left out of the table is sold, so it is held against the planning conditions. */
const servicesDue: readonly LineSpec[] = [
  scalar("services_due", "规划条件要求的公共服务设施面积", "public services the planning conditions ask for", "servicesRequired", { ...ofPlot, role: "area.services_due" }),
  doubt(
    "services_short",
    "services",
    "公共服务设施各行合计少于规划条件要求的面积",
    "the rows of public services come to less than the planning conditions ask for",
    "sumrows(services, row.service) < servicesRequired - 1 m2 ? 1 : 0",
  ),
];

const communityStandard: LineSpec = scalar("community_required", "社区配套用房应配面积", "community rooms required", "communityPerHundred * householdsPlanned / 100", {
  ...ofPlot,
  role: "area.required",
  tags: { item: "community" },
  clauses: ["jinhua-2020/3(4)"],
  convention: { zh: "按户数比例,不取整", en: "in proportion to households, not rounded up" },
});

/** Rooms of the standards that kept buildings already offer: part of the kept area, not built anew. */
function roomsInKept(c: Component): readonly LineSpec[] {
  const room = (name: string, zh: string, en: string, input: string, item: string) =>
    c.has(input) ? [scalar(name, zh, en, input, { ...ofPlot, role: "area.disposition.kept", tags: { pool: "above", item } })] : [];
  return [
    ...room("community_rooms_kept", "社区配套用房(保留建筑内)", "community rooms in kept buildings", "communityRoomsKept", "community"),
    ...room("property_rooms_kept", "物业管理用房(保留建筑内)", "property rooms in kept buildings", "propertyRoomsKept", "property"),
    scalar(
      "rooms_in_kept",
      "保留建筑内的设施用房",
      "rooms of public service in kept buildings",
      "sumrows(services, row.service - row.service_built) + (communityRoomsKept or 0) + (propertyRoomsKept or 0)",
      { unit: m2 },
    ),
  ];
}

const people = ratio("people", "规划人口", "people planned for", "householdsPlanned / 1 household * personsPerHousehold");

/** 千人指标: places a facility must have for the people planned for. */
function placesLines(c: Component, row: Row): readonly LineSpec[] {
  if (!row.has("placesPerThousand")) return [];
  needs(c, "personsPerHousehold");
  needs(row, "places");
  return [
    ratio("places_required", "应配服务位", "places required", "row.placesPerThousand * people / 1000"),
    ratio("places_met", "服务位达标", "places meet the standard", "row.places >= places_required ? 1 : 0"),
  ];
}

function serviceRow(row: Row): readonly LineSpec[] {
  const kept = row.is("within", "kept");
  return [
    scalar("service", "公共服务设施", "public service", "row.area", {
      ...above,
      role: kept ? "area.disposition.kept" : dispositionRole(row.word("disposition")),
      words: { plot: "plot", item: "row.item", product: "row.item" },
    }),
    scalar("service_built", "公共服务设施(新建)", "public service, built anew", kept ? "0" : "service", { unit: m2 }),
    ...(row.has("requiredArea") || row.has("requiredPerHundred")
      ? [
          scalar(
            "service_required",
            "公共服务设施应配面积",
            "public service required",
            `${row.has("reachable") ? "max(0, " : ""}max(row.requiredArea, row.requiredPerHundred * householdsPlanned / 100)${row.has("reachable") ? " - row.reachable)" : ""}`,
            {
              unit: m2,
              role: "area.required",
              words: { plot: "plot", item: "row.item" },
            },
          ),
          ratio("service_met", "公共服务设施达标", "public service meets its standard", "service >= service_required ? 1 : 0"),
        ]
      : []),
  ];
}
