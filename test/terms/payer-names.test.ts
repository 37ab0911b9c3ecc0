import { describe, expect, it } from "vitest";
import { isPublicBody, payerOf } from "../../models/terms/payerNames.ts";

const kindOf = (role: string, name: string, money = ""): string =>
  payerOf(role, { zh: name, en: name }, [{ zh: money, en: money }]).kind;
/** Names of a role that are not taken for what they should be. */
const astray = (role: string, kind: string, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => (kindOf(role, name) === kind ? [] : [`${name}: ${kindOf(role, name)}`]));

describe("who pays, by name, whatever role was chosen", () => {
  it("money of another project is its payer's", () => {
    expect(astray("other_project", "lender", ["某银行", "某银行(邻里项目贷款)", "农商行营业部", "某信托"])).toEqual([]);
    expect(
      astray("other_project", "land", [
        "相邻地块出让收益统筹专户",
        "区土地出让收入专户",
        "土地出让金专户",
        "二号地块土地收益平衡户",
      ]),
    ).toEqual([]);
    expect(astray("other_project", "budget", ["区财政局", "区住建局专户", "街道办", "区更新专班"])).toEqual([]);
    expect(astray("other_project", "fund", ["市城市更新基金"])).toEqual([]);
    expect(kindOf("other_project", "相邻片区项目", "借款调入")).toBe("lender");
    expect(kindOf("other_project", "相邻片区项目", "土地出让收益调入")).toBe("land");
    expect(
      astray("other_project", "project", [
        "相邻片区项目",
        "某银行宿舍改造项目",
        "幸福小区业主自主更新项目",
        "二期地块",
        "基金小镇北片区",
        "区政府西侧地块改造项目",
        "sister project",
        "others",
      ]),
    ).toEqual([]);
  });

  it("owners, builders and public bodies are no donors", () => {
    expect(
      astray("donor", "owner", ["区城投", "区国资", "某城建投资", "市建投集团", "县交投公司", "某国有资本运营公司"]),
    ).toEqual([]);
    expect(
      astray("donor", "builder", [
        "中建某局",
        "中铁四局",
        "某商会(开发企业捐建)",
        "某置业",
        "省建工集团",
        "中交某航局",
      ]),
    ).toEqual([]);
    expect(
      astray("donor", "budget", ["区人大代表团", "区民政局", "某镇人民政府", "区慈善专项(财政安排)", "区政协"]),
    ).toEqual([]);
    expect(
      astray("donor", "donor", [
        "公益基金会",
        "爱心企业",
        "市慈善总会",
        "区红十字会",
        "某教育发展基金会",
        "某城投公益基金会",
        "某科技股份有限公司",
        "某食品厂",
        "浙商总会",
        "张先生",
        "Charity",
      ]),
    ).toEqual([]);
  });

  it("capital of whoever manages other people's money is debt until it is shown", () => {
    expect(
      astray("investor", "lender", [
        "某财富管理公司",
        "某保险资管",
        "某保险资管产品",
        "某消费金融公司",
        "某融资担保公司",
        "市担保集团",
        "某交易所定向融资计划",
        "某定融产品",
        "某供应链金融公司",
        "AMC 某分公司",
      ]),
    ).toEqual([]);
    expect(
      astray("investor", "owner", [
        "区城投集团(股东)",
        "市城建集团(股东)",
        "社会资本(股东)",
        "区国有资产管理有限公司",
        "某人寿保险股份有限公司",
        "某保险资产管理有限公司",
        "某财富广场置业有限公司",
        "甲公司",
      ]),
    ).toEqual([]);
  });

  it("public bodies are known by the endings of their names", () => {
    const taken = (role: string, names: readonly string[]) =>
      names.filter((name) => isPublicBody(role, { zh: name, en: name }));
    const bodies = [
      ...[
        "区教育局",
        "区机关事务管理局",
        "区土地储备中心",
        "区改造办",
        "区人民医院",
        "某中学",
        "区老旧小区改造工作专班",
      ],
      ...[
        "区未来社区建设领导小组",
        "区住房保障中心",
        "区公用事业管理处",
        "区房屋征收中心",
        "区工务署",
        "某街道社区服务中心",
      ],
      ...["县财政国库支付中心", "某开发区管理委员会", "某镇人民政府", "区重点工程建设管理中心", "市建设工程管理站"],
      ...[
        "市第二小学",
        "县妇幼保健院",
        "区城市更新和房屋征收服务中心",
        "项目单位(区住建局)",
        "区发改委",
        "某街道",
        "区退役军人事务局",
      ],
    ];
    for (const role of ["spv", "entity", "investor"])
      expect(bodies.filter((name) => !taken(role, bodies).includes(name))).toEqual([]);
    const companies = [
      ...[
        "某某城市建设发展有限公司",
        "某某医院管理有限公司",
        "项目公司",
        "区城市更新公司(项目单位)",
        "街道城市更新公司(实施主体)",
      ],
      ...[
        "居民自主更新主体",
        "实施主体(区城市更新公司)",
        "某某教育集团",
        "区城投集团(街道办代管)",
        "社区运营中心",
        "某购物中心",
      ],
      ...["某律师事务所", "市设计院", "区规划研究院", "幸福小区业主委员会", "某村股份经济合作社", "城市之光运营中心"],
      ...["中铁四局", "省工程局", "某某物业服务企业", "甲公司spv", "附属spv", "东街entity", "乙单位group"],
    ];
    for (const role of ["spv", "entity", "investor"]) expect(taken(role, companies)).toEqual([]);
    // Those who rent rooms or run a service are known by what cannot be anything else.
    expect(taken("tenant", ["社区卫生服务中心", "某购物中心", "市民营书店", "区老年大学"])).toEqual([]);
    expect(taken("tenant", ["区教育局", "区更新专班"])).toEqual(["区教育局", "区更新专班"]);
  });
});
