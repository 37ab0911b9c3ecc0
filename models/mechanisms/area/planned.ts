import type { Role } from "../../terms/roles.ts";
import { type Component, perRow, type Row, sumOfRows } from "../define/component.ts";
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

/** 计容、不计容 and above-ground area from the floor area ratio. */
export function intensityLines(c: Component): readonly LineSpec[] {
  const plot = c.word("plot");
  return [
    ...perRow(c, "exempt", (row) => [
      scalar("exempt_space", "不计容公共空间", "exempt public space", row.has("limit") ? "min(row.area, row.limit)" : "row.area", {
        unit: m2,
        role: "area.disposition.exempt",
        tags: { plot, pool: "above", kind: row.word("kind") },
        clauses: ["jinhua-2020/3(2)", "taizhou-2023-draft/4(5)13"],
      }),
    ]),
    ...perRow(c, "heights", () => [scalar("height_addition", "层高超限增计面积", "counted on top for high floors", "row.area * (row.multiplier - 1)", { unit: m2 })]),
    scalar("exempt_total", "不计容面积合计", "exempt space in total", sumOfRows(c, "exempt", "exempt_space"), {
      unit: m2,
    }),
    ...countedLines(c),
    scalar("gfa_above_new", "新建地上建筑面积", "new above-ground floor area", "gfa_above - kept_total", { unit: m2 }),
    scalar("counted_uplift", "计容面积提升", "gain of counted area", "counted_area - existing_total", { unit: m2 }),
  ];
}

/** From the ratio to the area; or, where buildings stay and no ratio is set, from what is kept and added to the ratio. */
function countedLines(c: Component): readonly LineSpec[] {
  const tags = { plot: c.word("plot") };
  const heights = `(${sumOfRows(c, "heights", "height_addition")})`;
  const counted = { unit: m2, role: "area.counted", tags } as const;
  const above = {
    unit: m2,
    role: "area.gfa.above",
    tags,
    convention: {
      zh: "层高倍数只增加计容面积,不增加实物面积;政策不允许不计容时,该空间占用容积率",
      en: "height multipliers raise the counted area only; where exemption is not in force the space uses up FAR",
    },
  } as const;
  const reserve = c.has("reserve") ? " + reserve_area" : "";
  const lines = c.has("far")
    ? [
        scalar("counted_area", "计容建筑面积", "floor area counted in FAR", "far * siteNet", counted),
        scalar("gfa_above", "地上建筑面积", "above-ground floor area", `max(0, counted_area - ${heights}) + exempt_total * exemptAllowed`, above),
      ]
    : [
        scalar("gfa_above", "地上建筑面积", "above-ground floor area", `kept_total + resettlement + services_total + exempt_total + increment_fixed${reserve}`, above),
        scalar("counted_area", "计容建筑面积", "floor area counted in FAR", `gfa_above + ${heights} - exempt_total * exemptAllowed`, counted),
      ];
  return [...lines, ratio("far_used", "容积率", "floor area ratio", "counted_area / siteNet")];
}

/** 公共服务设施: each item with what the standard asks for and what is provided. */
export function serviceLines(c: Component): readonly LineSpec[] {
  const plot = c.word("plot");
  const base = c.word("propertyRoomBase") === "without_exempt" ? "gfa_above - exempt_total" : "gfa_above";
  return [
    ...perRow(c, "services", (row) => serviceRow(row, plot)),
    scalar("community_required", "社区配套用房应配面积", "community rooms required", "param(comm_room_m2_per_100hh) * householdsPlanned / 100", {
      unit: m2,
      role: "area.required",
      tags: { plot, item: "community" },
      clauses: ["jinhua-2020/3(4)"],
      convention: { zh: "按户数比例,不取整", en: "in proportion to households, not rounded up" },
    }),
    scalar(
      "community_rooms",
      "社区配套用房(新建)",
      "community rooms, new",
      c.has("communityRooms") ? "communityRooms" : `max(0, community_required - ${keptRooms(c, "communityRoomsKept")})`,
      {
        unit: m2,
        role: dispositionRole(c.word("communityDisposition")),
        tags: { plot, pool: "above", item: "community" },
      },
    ),
    scalar("property_base", "物业管理用房计算基数", "base of property rooms", base, { unit: m2 }),
    scalar("property_required", "物业管理用房应配面积", "property rooms required", "max(propertyRoomRate * property_base, param(pm_room_min_m2))", {
      unit: m2,
      role: "area.required",
      tags: { plot, item: "property" },
      clauses: ["taizhou-property/44"],
    }),
    scalar("property_operating_required", "其中物业经营用房下限", "of which operating rooms at least", "param(pm_operating_rate) * property_base", {
      unit: m2,
      clauses: ["taizhou-property/44"],
    }),
    scalar("property_rooms", "物业管理用房(新建)", "property rooms, new", newPropertyRooms(c), {
      unit: m2,
      role: "area.disposition.common",
      tags: { plot, pool: "above", item: "property" },
      convention: { zh: "计入公共服务设施一次,不重复扣减", en: "part of public services once" },
    }),
    ...roomsInKept(c),
    scalar("services_total", "新建公共服务设施合计", "new public services in total", `${servicesIn(c, "built")} + community_rooms + property_rooms`, { unit: m2 }),
    ...(c.has("reserve")
      ? [
          scalar("reserve_area", "留白", "reserve", "reserve", {
            unit: m2,
            role: "area.disposition.reserve",
            tags: { plot, pool: "above" },
          }),
        ]
      : []),
  ];
}

/** With the ratio open the standard cannot be read off an area that rests on the rooms: then only rooms entered are built. */
function newPropertyRooms(c: Component): string {
  if (c.has("propertyRooms")) return "propertyRooms";
  return c.has("far") ? `max(0, property_required - ${keptRooms(c, "propertyRoomsKept")})` : "0";
}

const keptRooms = (c: Component, input: string) => (c.has(input) ? input : "0");

const housedIn = (row: Row) => (row.has("within") ? row.word("within") : "built");

function servicesIn(c: Component, where: "built" | "kept"): string {
  const rows = c.rows("services").filter((row) => housedIn(row) === where);
  return rows.length === 0 ? "0" : rows.map((row) => `${c.id}.service.${row.id}`).join(" + ");
}

/** Rooms of the standards that kept buildings already offer: part of the kept area, not built anew. */
function roomsInKept(c: Component): readonly LineSpec[] {
  const plot = c.word("plot");
  const room = (name: string, zh: string, en: string, input: string, item: string) =>
    c.has(input) ? [scalar(name, zh, en, input, { unit: m2, role: "area.disposition.kept", tags: { plot, pool: "above", item } })] : [];
  return [
    ...room("community_rooms_kept", "社区配套用房(保留建筑内)", "community rooms in kept buildings", "communityRoomsKept", "community"),
    ...room("property_rooms_kept", "物业管理用房(保留建筑内)", "property rooms in kept buildings", "propertyRoomsKept", "property"),
    scalar(
      "rooms_in_kept",
      "保留建筑内的设施用房",
      "rooms of public service in kept buildings",
      `${servicesIn(c, "kept")} + ${keptRooms(c, "communityRoomsKept")} + ${keptRooms(c, "propertyRoomsKept")}`,
      {
        unit: m2,
      },
    ),
  ];
}

function serviceRow(row: Row, plot: string): readonly LineSpec[] {
  const item = row.word("item");
  const wanted = [...(row.has("requiredArea") ? ["row.requiredArea"] : []), ...(row.has("requiredPerHundred") ? ["row.requiredPerHundred * householdsPlanned / 100"] : [])];
  return [
    scalar("service", "公共服务设施", "public service", "row.area", {
      unit: m2,
      role: housedIn(row) === "kept" ? "area.disposition.kept" : dispositionRole(row.word("disposition")),
      tags: { plot, pool: "above", item, product: item },
    }),
    ...(wanted.length === 0
      ? []
      : [
          scalar("service_required", "公共服务设施应配面积", "public service required", `max(${wanted.join(", ")})`, {
            unit: m2,
            role: "area.required",
            tags: { plot, item },
          }),
          ratio("service_met", "公共服务设施达标", "public service meets its standard", "service >= service_required ? 1 : 0"),
        ]),
  ];
}
