import { describe, expect, it } from "vitest";
import { openingMoney } from "../../models/terms/openingCash.ts";
import { type Change, reviewed } from "./support/review.ts";

const holds = (openingCashSource: string, more: object = {}, role = "entity") => {
  const money = openingMoney({ role, openingCashSource, ...more });
  return money.is === "others" ? money.unlike.ids[0] : money.is;
};

describe("money that is there at the beginning", () => {
  it.each([
    ["区财政局拨入资金", "R-DEBT-5"],
    ["财政局拨入款", "R-DEBT-5"],
    ["区财政拨款,银行对账单", "R-DEBT-5"],
    ["上级调拨资金", "C25"],
    ["其他项目专户结余转入", "C25"],
    ["关联企业往来款", "C25"],
    ["融资租赁款到账", "C06"],
    ["bridge facility, statement", "C06"],
    ["银行流动资金贷款到账", "C06"],
    ["居民预缴改造款", "C09"],
    ["业主按建筑面积预缴的改造资金", "C09"],
    ["预收购房意向金", "C11"],
    ["信托计划资金作为注册资本", "C06"],
    ["银行对账单", "unsaid"],
    ["", "unsaid"],
    ["股东缴付的注册资本,银行对账单(示例)", "own"],
    ["区财政局缴付的注册资本", "own"],
    ["公司历年未分配利润,审计报告", "own"],
    ["股东投入,并非银行贷款", "own"],
  ])("“%s” is %s", (source, said) => {
    expect(holds(source)).toBe(said);
  });

  it("is judged by its declared source and by the words beside it", () => {
    expect(holds("银行对账单", { openingCashFrom: "capital" })).toBe("own");
    expect(holds("银行对账单", { openingCashFrom: "profit" })).toBe("own");
    expect(holds("银行对账单", { openingCashFrom: "budget" })).toBe("R-DEBT-5");
    expect(holds("融资租赁款到账", { openingCashFrom: "capital" })).toBe("C06");
    expect(holds("区财政局拨入资金", { openingCashFrom: "profit" })).toBe("R-DEBT-5");
  });

  it("of owners' deposits is the maintenance account's own and nobody else's", () => {
    const deposits = "业主已交存的住宅专项维修资金(示例:专户对账单)";
    expect(holds(deposits, {}, "maintenance_fund")).toBe("own");
    expect(holds(deposits)).toBe("C09");
    expect(holds("银行贷款转入的维修资金", {}, "maintenance_fund")).toBe("C06");
  });

  const spv =
    (openingCashSource: string): Change =>
    (draft) => {
      for (const party of draft.parties)
        if (party["role"] === "spv")
          Object.assign(party, { openingCash: "20000000", openingCashProven: "20000000", openingCashSource });
    };
  const raised = (source: string) =>
    reviewed(spv(source))
      .filter(({ path, answer }) => path.startsWith("parties/") && answer.is === "fails")
      .map(({ id, severity }) => `${severity} ${id}`);

  it("passes the matrix of payers", () => {
    expect(raised("居民预缴改造款")).toEqual(["R C09"]);
    expect(raised("区财政局拨入资金")).toEqual(expect.arrayContaining(["R R-DEBT-5"]));
    expect(raised("银行对账单")).toEqual(["Q C06"]);
    expect(raised("股东缴付的注册资本,银行对账单")).toEqual(["N C16"]);
  });
});
