import { describe, expect, it } from "vitest";
import { of, record, reviewed } from "./support/review.ts";

type Pledge = readonly [label: string, asset: string, values?: Record<string, unknown>, rest?: Record<string, unknown>];

/** What the review says of each pledge of one file: all answers of R-DEBT-7 at its place, with the clause. */
function saidOf(pledges: readonly Pledge[]): readonly string[] {
  const records = pledges.map(([label, income, values = {}, rest = {}], at) =>
    record(`p${at}`, "pledge", { income, creditor: "bank", ...values }, { label, date: "2029-12-01", ...rest }),
  );
  const found = of(reviewed(...records), "R-DEBT-7");
  return pledges.map(([label], at) => {
    const own = found.filter(({ path }) => path === `records/p${at}` || path.startsWith(`records/p${at}/`));
    return `${label}: ${[...new Set(own.map(({ answer, severity }) => `${answer.is} ${severity}`))].join(", ")}`;
  });
}
const all = (pledges: readonly Pledge[], answer: string) => pledges.map(([label]) => `${label}: ${answer}`);
const plain = { publicBenefit: false };

describe("what is pledged, by what it is called", () => {
  const PUBLIC: readonly Pledge[] = [
    ["第二小学教学楼抵押", "教学楼"],
    ["区体育馆抵押", "体育馆"],
    ["幼儿园用房抵押", "幼儿园"],
    ["社区卫生服务站房产抵押", "卫生站"],
    ["老年活动中心抵押", "养老用房"],
    ["人防车位抵押", "人防车位"],
    ["邻里中心(社区用房)抵押", "邻里中心"],
    ["储备地块抵押", "储备土地"],
    ["市民公园地下车库抵押", "公园"],
    ["区政府办公楼抵押", "办公楼"],
    ["图书馆抵押", "图书馆"],
    ["污水处理设施抵押", "污水厂"],
    ["公交场站抵押", "公交场站"],
    ["物业管理用房抵押", "物业用房"],
    ["架空层车位抵押", "架空层"],
    ["甲楼抵押", "实验中学"],
    ["校舍抵押", "商铺租金"],
    ["乙楼抵押", "shops", {}, { note: "以学校、医院等公益资产抵押给银行。" }],
    ["丙楼抵押", "shops", { publicBenefit: true }],
    // Ticked off or not: a school is a school.
    ["文化馆抵押", "文化馆", plain],
  ];
  const UNSAID: readonly Pledge[] = [
    ["丁楼抵押", "shops"],
    ["商铺租金质押", "商铺租金"],
    ["医院路12号商铺抵押", "商铺"],
  ];
  const SOUND: readonly Pledge[] = [
    ["商铺抵押", "shops", plain],
    ["停车收费权质押", "停车收入", plain],
    ["学府花园商铺抵押", "商铺", plain],
    ["医院路12号商铺抵押(甲)", "商铺", plain],
    ["幼儿园对面商铺抵押", "商铺", plain],
    ["商务办公楼抵押", "商务办公楼", plain],
    ["公园旁商铺抵押", "商铺", plain],
    ["商铺抵押(不含社区用房)", "商铺", plain],
    ["图书馆咖啡店租金收益权质押", "咖啡店租金", plain],
    ["电梯广告收入质押", "广告收入", plain],
  ];

  it("is refused, open or sound, each record by itself and by one answer only", () => {
    const asked: readonly Pledge[] = [["营利性民办幼儿园抵押", "营利性民办幼儿园", plain]];
    expect(saidOf([...PUBLIC, ...UNSAID, ...SOUND, ...asked])).toEqual([
      ...all(PUBLIC, "fails R"),
      ...all(UNSAID, "cannot_be_judged R"),
      ...all(SOUND, "holds R"),
      ...all(asked, "fails Q"),
    ]);
  });
});
