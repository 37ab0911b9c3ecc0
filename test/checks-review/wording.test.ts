import { describe, expect, it } from "vitest";
import { pointView } from "../../app/model/trust.ts";
import { type Change, failed, input, reviewed } from "./support/review.ts";

const messages = (id: string, ...changes: readonly Change[]) =>
  failed(reviewed(...changes), id).map(({ message }) => message);

describe("what a finding says", () => {
  it("names what to enter where no benchmark rate is there, without quoting the product's own words", () => {
    const [message] = messages("C18", (draft) => {
      delete draft.conventions["icProject"];
      delete draft.conventions["icReason"];
    });
    expect(message?.zh).toMatch(/^基准收益率 未填,理由 未填,.*;请填写基准收益率,并写明取值的理由和依据/u);
  });

  it("says with which number a dear parking space is confirmed", () => {
    const found = messages("C11", input("spaces", { price: "9750", priceCap: undefined, capIncludesVat: undefined }));
    expect(found.map(({ zh }) => zh).join()).toContain("(confirms)填 9750,");
  });

  it("says of a tax that is reasoned away which record is missing, whatever law the reason cites", () => {
    const found = messages("C13", (draft) => {
      draft.records = draft.records.filter(({ ["kind"]: kind }) => kind !== "tax_ground");
      draft.components = draft.components.filter(({ mechanism }) => mechanism !== "vat_return");
      Object.assign(draft, { absences: [{ id: "tax_vat", reason: "依据《增值税法》第二十四条,本项目免征增值税" }] });
    });
    expect(found.map(({ zh }) => zh).join()).toContain("没有成立的“税收处理依据”记录(所指填 tax_vat)");
    expect(found.map(({ zh }) => zh).join()).not.toContain("未写明所依据的法律条款");
  });
});

describe("what the trust statement says", () => {
  it("is set in Chinese punctuation, as the review is", () => {
    const point = { grade: "note", verdicts: [], kind: "finding", path: "" } as const;
    const message = { zh: "C07 补助资金批复:文件(待批),不作依据", en: "C07 approval: paper (pending), none" };
    expect(pointView({ ...point, message }, "zh").message).toBe("C07 补助资金批复：文件（待批），不作依据");
    expect(pointView({ ...point, message }, "en").message).toBe(message.en);
  });
});
