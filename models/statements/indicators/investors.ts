import { type IndicatorTable, indicator } from "./indicator.ts";

/** 投资各方内部收益率: what each investor pays and receives, with the value of its stake when the horizon ends. */
export const investors: IndicatorTable = (facts) =>
  facts.investors.map(({ id, label }) =>
    indicator(
      `firr.investor.${id}`,
      `内部收益率:${label.zh}`,
      `rate of return of ${label.en}`,
      "1",
      `(1 + irr(basis(stmt_investor_${id}.r3 + stmt_investor_${id}.terminal))) ^ basisstepsperyear - 1`,
      {
        note: () => ({
          zh: "出资、分红、股权转让与基金分配,另加期末股权价值",
          en: "capital, dividends, stakes sold and distributions, and the value of the stake at the end",
        }),
      },
    ),
  );
