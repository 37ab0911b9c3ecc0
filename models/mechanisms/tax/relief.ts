import { choice, flag } from "../../terms/inputs.ts";

/** 限期优惠: what is in force by its dates; a user who expects an extension says so, and it shows. */
export const assumeRenewal = flag("假定优惠到期延续(不填为不延续)", "assume the relief is renewed when it ends (not, when left out)", { optional: true });

export const RELIEF_CONVENTION = {
  zh: "优惠按起止日期执行,期内不足一期按月折算;除非选择延续,到期恢复",
  en: "the relief runs by its dates, by months within a period, and then ends unless renewal is assumed",
};

/** Share of the period in which the relief for community services holds. */
export const RELIEF_IN_FORCE = "((assumeRenewal or 0) > 0 ? cummax(param(community_service_relief)) : param(community_service_relief))";

/** Share of income from community services that counts for income tax. */
export const INCOME_SHARE_COUNTED = "((assumeRenewal or 0) > 0 ? cummin(param(community_service_income_share)) : param(community_service_income_share))";

/** Column by which a piece of property or land says that community services use it. */
export const reliefColumn = choice(
  "限期税收优惠(不填为无)",
  "tax relief of limited time (none when left out)",
  {
    none: { zh: "无", en: "none" },
    community_service: { zh: "社区养老、托育、家政", en: "community elderly care, childcare, home services" },
  },
  { optional: true },
);
