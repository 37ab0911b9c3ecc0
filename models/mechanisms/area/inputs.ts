import { area, choice, count, households, type InputSpec, pieces, plot, quantity, rate, record, table, word } from "../../terms/inputs.ts";
import type { RangeWhere } from "../../terms/plausible.ts";

const column = { area: area("面积", "area", { from: 0, usual: [100, 5000] }) };

const LEVELS = {
  above: { zh: "地上", en: "above ground" },
  below: { zh: "地下", en: "below ground" },
};

export const SERVICE_ITEMS = {
  kindergarten: { zh: "幼儿园", en: "kindergarten" },
  school: { zh: "学校", en: "school" },
  childcare: { zh: "托育", en: "childcare" },
  elderly: { zh: "养老服务", en: "elderly care" },
  health: { zh: "卫生服务", en: "health care" },
  culture: { zh: "公共文化", en: "culture" },
  canteen: { zh: "社区食堂", en: "community canteen" },
  women_children: { zh: "妇女儿童活动", en: "rooms for women and children" },
  neighbourhood: { zh: "邻里中心其他用房", en: "other neighbourhood-centre rooms" },
  other: { zh: "其他公共服务", en: "other public services" },
};

/** A facility below the first of them cannot do what it is for. */
const SERVICE_AREAS: readonly RangeWhere[] = [
  { where: { item: "kindergarten" }, range: [600, 20000] },
  { where: { item: "school" }, range: [2000, 80000] },
  { where: { item: ["childcare", "elderly", "health", "culture", "canteen"] }, range: [40, 30000] },
  { range: [5, 50000] },
];

const PRODUCT_USES = {
  residential: { zh: "住宅", en: "dwelling" },
  apartment: { zh: "公寓", en: "serviced flats" },
  commercial: { zh: "商业", en: "commercial" },
  office: { zh: "办公", en: "office" },
  other: { zh: "其他", en: "other" },
};

const EXEMPT_KINDS = {
  stilt: { zh: "架空空间", en: "stilt space" },
  passage: { zh: "防灾安全通道", en: "safety passage" },
  open: { zh: "公共开敞空间", en: "public open space" },
  sky_garden: { zh: "空中花园阳台绿化部分", en: "planted part of sky-garden balconies" },
  equipment: { zh: "设备空间", en: "equipment space" },
};

export const DISPOSITIONS = {
  sale: { zh: "出售", en: "for sale" },
  lease: { zh: "自持出租", en: "held for lease" },
  ceded: { zh: "让渡运营", en: "ceded to an operator" },
  common: { zh: "业主共有", en: "common property" },
  public_transfer: { zh: "无偿移交", en: "handed to public bodies" },
};

const PUBLIC_DISPOSITIONS = { common: DISPOSITIONS.common, public_transfer: DISPOSITIONS.public_transfer };

const siteInputs = {
  plot: plot(),
  siteTotal: area("总用地面积", "total site area", { from: 0, optional: true, usual: [10000, 200000] }),
  siteNet: area("净用地面积", "net site area", { from: 1, usual: [8000, 80000] }),
  householdsExisting: households("现状户数", "existing households", { from: 0, usual: [200, 2000] }),
  householdsPlanned: households("规划户数", "planned households", { from: 0, usual: [250, 2500] }),
} satisfies Record<string, InputSpec>;

const existingInputs = {
  existing: table(
    "现状建筑",
    "existing buildings",
    {
      use: choice("用途", "use", {
        residential: { zh: "住宅", en: "dwelling" },
        commercial: { zh: "商业", en: "commercial" },
        office: { zh: "办公", en: "office" },
        public: { zh: "公共", en: "public" },
        other: { zh: "其他", en: "other" },
      }),
      legal: area("合法面积", "legal area", { from: 0, usual: [5000, 60000] }),
      unrecognised: area("未登记待认定面积", "unrecognised area", { from: 0, optional: true, usual: [0, 2000] }),
      illegal: area("违建面积", "illegal area", { from: 0, optional: true, usual: [0, 1000] }),
      demolishedShare: rate("拆除比例", "share demolished", { from: 0, to: 1, usual: [0.1, 1] }),
      inKindShare: rate("实物安置比例", "share compensated in kind", { from: 0, to: 1, usual: [0.7, 1] }),
      resettleRatio: rate("安置比", "resettlement ratio", { from: 0, usual: [1, 1.3], plausible: [0.5, 3] }),
    },
    { optional: true, neededFor: "renovation" },
  ),
  sharedRate: rate("公摊率(按套内面积安置时填写)", "shared-area rate, when resettled by inside area", {
    from: 0,
    to: 0.5,
    optional: true,
    usual: [0.15, 0.28],
  }),
  resettlementBonus: area("安置奖励面积", "bonus area", { from: 0, optional: true, usual: [0, 1500] }),
  minimumTopUp: area("最小户型补足面积", "minimum-size top-up", { from: 0, optional: true, usual: [0, 800] }),
} satisfies Record<string, InputSpec>;

const intensityInputs = {
  far: count("规划容积率(综合整治不填:由保留与新增面积得出)", "planned floor area ratio; left out where buildings stay, it follows from kept and added area", {
    from: 0,
    to: 100,
    optional: true,
    usual: [1.2, 3],
  }),
  farApproved: count("批准容积率上限", "approved floor area ratio", {
    from: 0,
    to: 100,
    optional: true,
    usual: [1.5, 3.2],
  }),
  heights: table(
    "层高超限计容",
    "floors above the height limit",
    { area: column.area, multiplier: rate("计容倍数", "counting multiplier", { from: 1, to: 3, usual: [1.5, 2] }) },
    { optional: true },
  ),
  exempt: table(
    "不计容空间",
    "space exempt from FAR",
    {
      kind: choice("类型", "kind", EXEMPT_KINDS),
      area: column.area,
      limit: area("不计容上限", "upper limit of the exemption", { from: 0, optional: true, usual: [200, 3000] }),
    },
    { optional: true },
  ),
  publicRoomsInFar: choice(
    "新增公共用房计入规划容积率(不填:填写容积率的计入,综合整治不计)",
    "new public rooms count in the planned FAR (when left out: where a ratio is planned, not where buildings stay)",
    { yes: { zh: "计入", en: "counted" }, no: { zh: "不计", en: "not counted" } },
    { optional: true },
  ),
  exemptAllowed: rate("不计容政策(是否允许)", "exemption from FAR in force", {
    from: 0,
    to: 1,
    integer: true,
    policy: "far_exempt_allowed",
  }),
  exemptRule: record("不计容依据(批复或当地规则)", "what the exemption rests on, an approval or a local rule", {
    optional: true,
    kinds: ["approval", "plan_adjustment", "design_approval"],
  }),
  exemptShareMax: rate("不计容面积上限(占地上建筑面积,含不计容)", "most of the above-ground floor area, exempt space included, that is left out of FAR", {
    from: 0,
    to: 0.5,
    optional: true,
    usual: [0.02, 0.1],
  }),
} satisfies Record<string, InputSpec>;

const serviceInputs = {
  services: table(
    "公共服务设施",
    "public services",
    {
      item: choice("设施", "facility", SERVICE_ITEMS),
      area: { ...column.area, plausible: SERVICE_AREAS },
      disposition: choice("归属处置", "disposition", {
        ...PUBLIC_DISPOSITIONS,
        lease: DISPOSITIONS.lease,
        ceded: DISPOSITIONS.ceded,
      }),
      within: choice(
        "所在(不填为新建)",
        "housed in (new building when left out)",
        { built: { zh: "新建建筑", en: "a new building" }, kept: { zh: "保留建筑", en: "a kept building" } },
        { optional: true },
      ),
      building: word("所在公共建筑(多种用途同楼时填写)", "public building it shares with other uses", { optional: true }),
      reachable: area("生活圈内已有、可抵扣的面积", "area within reach that counts towards what is required", { from: 0, optional: true, usual: [50, 1500] }),
      requiredArea: area("应配面积", "required area", { from: 0, optional: true, usual: [200, 3000] }),
      places: pieces("服务位(床位、托位等)", "places (beds, childcare places …)", { from: 0, optional: true, usual: [20, 120] }),
      placesPerThousand: count("每千人应配服务位", "places required per 1,000 people", { from: 0, optional: true, usual: [4, 12] }),
      requiredPerHundred: quantity("m2/household", "每百户应配面积", "required area per 100 households", {
        from: 0,
        optional: true,
        usual: [10, 80],
      }),
    },
    { optional: true, namedBy: ["item", "disposition", "within", "area"] },
  ),
  publicBuildings: table(
    "公共建筑(混合、垂直混合使用)",
    "public buildings of several uses",
    { building: word("公共建筑", "building"), area: area("建筑面积", "floor area", { from: 0, usual: [500, 10000] }) },
    { optional: true, namedBy: ["building", "area"] },
  ),
  personsPerHousehold: count("户均人口(按千人指标核对服务位时)", "people per household, where places are required per 1,000 people", {
    from: 0,
    to: 10,
    optional: true,
    usual: [2, 3.2],
  }),
  servicesRequired: area("规划条件要求的公共服务设施面积(“公共服务设施”各行合计)", "public services the planning conditions ask for, all rows together", {
    from: 0,
    optional: true,
    usual: [500, 10000],
  }),
  communityPerHundred: quantity(
    "m2/household",
    "社区配套用房标准(每百户平方米;当地无政策参数时填写)",
    "standard of community rooms per 100 households, where no local pack gives it",
    {
      from: 0,
      policy: "comm_room_m2_per_100hh",
      unless: ["communityRooms"],
      usual: [20, 100],
    },
  ),
  communityRooms: area("社区配套用房面积(不填则按标准配置)", "community rooms; the standard when left out", {
    from: 0,
    optional: true,
    usual: [200, 3000],
  }),
  communityRoomsKept: area("保留建筑内的社区配套用房", "community rooms in kept buildings", { from: 0, optional: true, usual: [100, 800] }),
  communityDisposition: choice("社区配套用房归属", "disposition of community rooms", PUBLIC_DISPOSITIONS),
  propertyRooms: area("物业管理用房面积(不填则按标准配置)", "property rooms; the standard when left out", {
    from: 0,
    optional: true,
    usual: [50, 800],
  }),
  propertyRoomsKept: area("保留建筑内的物业管理用房", "property rooms in kept buildings", { from: 0, optional: true, usual: [50, 300] }),
  propertyRoomRate: rate("物业管理用房比例", "property-room rate", { from: 0, to: 0.1, policy: "pm_room_rate" }),
  propertyOperatingRate: rate("其中物业经营用房比例", "of which operating rooms", { from: 0, to: 0.1, optional: true, policy: "pm_operating_rate" }),
  propertyMinimum: area("物业管理用房最小面积", "least area of property rooms", { from: 0, optional: true, policy: "pm_room_min_m2" }),
  propertyRoomBase: choice("物业管理用房计算基数", "base of the property-room rate", {
    with_exempt: { zh: "地上建筑面积(含不计容)", en: "above-ground area incl. exempt space" },
    without_exempt: { zh: "地上建筑面积(不含不计容)", en: "above-ground area without exempt space" },
  }),
  reserve: area("留白面积", "reserve area", { from: 0, optional: true, usual: [0, 1000] }),
} satisfies Record<string, InputSpec>;

const productInputs = {
  products: table(
    "增量产品",
    "products of the increment",
    {
      product: word("产品", "product"),
      use: choice("用途(用于混合用途比例)", "use, for the mix of uses", PRODUCT_USES, { optional: true }),
      disposition: choice("处置", "disposition", DISPOSITIONS),
      level: choice("位置", "level", LEVELS),
      rule: choice("面积", "area rule", {
        fixed: { zh: "按填写面积", en: "area as entered" },
        rest: { zh: "取余量(每地块一行)", en: "takes the rest (one row per plot)" },
      }),
      area: area("面积", "area", { from: 0, optional: true, usual: [500, 20000] }),
      pieces: pieces("个数(按套计价时)", "pieces, e.g. flats priced by the piece", { from: 0, optional: true, usual: [10, 400] }),
      efficiency: rate("得房率(计价面积占建筑面积;不填为1)", "share of the floor area that is priced (1 when left out)", { from: 0, to: 1, optional: true, usual: [0.75, 1] }),
    },
    { optional: true, namedBy: ["product", "disposition", "level"] },
  ),
  parking: table(
    "地下车位",
    "underground parking",
    {
      product: word("产品", "product"),
      spaces: pieces("车位数", "spaces", { from: 0, usual: [50, 800] }),
      areaPerSpace: area("每车位面积", "area per space", { from: 0, usual: [35, 45], plausible: [12, 100] }),
      disposition: choice("处置", "disposition", DISPOSITIONS),
    },
    { optional: true, namedBy: ["product", "disposition", "areaPerSpace"] },
  ),
  spacesRequired: pieces("规划条件要求的地下车位数", "underground spaces the planning conditions ask for", { from: 0, optional: true, usual: [100, 1000] }),
  transitReduction: rate("轨道站点周边车位配建折减", "reduction of the spaces required near a transit station", { from: 0, to: 1, optional: true, usual: [0.1, 0.3] }),
  transitRule: record("车位折减依据", "what the reduction rests on", { optional: true, kinds: ["approval", "plan_adjustment", "design_approval"] }),
  equipmentBelow: area("地下设备及公共面积", "equipment and common area below ground", {
    from: 0,
    optional: true,
    usual: [500, 5000],
  }),
  civilDefence: area("人防面积(未计入车位部分)", "civil-defence area not in parking", {
    from: 0,
    optional: true,
    usual: [0, 3000],
  }),
  civilDefenceDisposition: choice("人防归属", "disposition of civil defence", PUBLIC_DISPOSITIONS, { optional: true }),
} satisfies Record<string, InputSpec>;

const formInputs = {
  footprintNew: area("新建基底面积", "footprint of new buildings", { from: 0, optional: true, usual: [2000, 12000] }),
  footprintKept: area("保留建筑基底面积", "footprint of kept buildings", { from: 0, optional: true, usual: [0, 5000] }),
  storeyHeight: count("层高(米)", "storey height in metres", { from: 1, optional: true, usual: [2.9, 3.6] }),
  densityLimit: rate("建筑密度上限", "highest building density", { from: 0, to: 1, optional: true, usual: [0.2, 0.5] }),
  storeysLimit: count("层数上限", "highest number of storeys", { from: 1, integer: true, optional: true, usual: [6, 33] }),
  heightLimit: count("限高(米)", "height limit in metres", { from: 0, optional: true, usual: [18, 100] }),
  groundGreen: area("地面绿地面积", "ground green area", { from: 0, optional: true, usual: [2000, 20000] }),
  greening: table(
    "立体绿化",
    "vertical and roof greening",
    { area: column.area, factor: rate("折算系数", "conversion factor", { from: 0, to: 1, usual: [0.1, 1] }) },
    { optional: true },
  ),
  greenRequired: rate("绿地率要求", "green ratio required", { from: 0, to: 1, optional: true, usual: [0.25, 0.35] }),
} satisfies Record<string, InputSpec>;

/** 面积平衡表 of one plot. */
export const areaInputs = {
  ...siteInputs,
  ...existingInputs,
  ...intensityInputs,
  ...serviceInputs,
  ...productInputs,
  ...formInputs,
};
