import { expect, test } from "vitest";
import { example } from "../../analysis/advise/support.ts";
import { book, byLibreOffice, MINUTES, soffice } from "./books.ts";
import { entered } from "./entered.ts";

test.skipIf(!soffice.path)(
  "a break-even point can be tried in the workbook: its residual is what the whole workbook comes to, after other changes too",
  { timeout: 5 * MINUTES },
  async () => {
    const made = book(example("infill"));
    const inputs = made.sheets.find(({ name }) => name === "输入")?.rows ?? [];
    const found = inputs.find(([first]) => first?.text === "bep.sale_price.root")?.[3]?.number ?? 0;
    expect(found).toBeGreaterThan(0.9);
    const tried = entered(made, "project.price_factor", found);
    const asFound = await byLibreOffice(tried);
    const residual = (values: typeof asFound) =>
      Number(values.get("输入")?.find(([first]) => first === "bep.sale_price.root.residual")?.[5]);
    expect(Math.abs(residual(asFound))).toBeLessThan(0.01);
    const results = asFound.get("结论与指标") ?? [];
    expect(results.find(([first]) => first === "bep.sale_price")?.[2]).toBe("–(改动后无值,须在平衡中重算)");
    const target = (values: typeof asFound) =>
      Number(values.get("计算")?.find(([first]) => first === "project.static_balance")?.[5]);
    const cheaper = await byLibreOffice(entered(tried, "flats.price", 15_000));
    expect(residual(cheaper)).toBeLessThan(-1_000_000);
    expect(residual(cheaper)).toBe(target(cheaper));
  },
);
