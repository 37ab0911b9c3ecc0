import { about } from "./about.ts";
import { actuals } from "./actuals.ts";
import { bids } from "./bids.ts";
import { compare } from "./compare.ts";
import { documents } from "./documents.ts";
import { exchange } from "./exchange.ts";
import { finding } from "./finding.ts";
import { mapping } from "./mapping.ts";
import { model } from "./model.ts";
import { paste } from "./paste.ts";
import { portfolio } from "./portfolio.ts";
import { results } from "./results.ts";
import { reviewing } from "./reviewing.ts";
import { revisions } from "./revisions.ts";
import { shell } from "./shell.ts";
import { simulate } from "./simulate.ts";
import { vault } from "./vault.ts";

/** All Chinese wording. */
export const zh = {
  ...shell,
  ...about,
  ...documents,
  ...exchange,
  ...model,
  ...finding,
  ...mapping,
  ...paste,
  ...results,
  ...compare,
  ...portfolio,
  ...bids,
  ...actuals,
  ...simulate,
  ...vault,
  ...revisions,
  ...reviewing,
};
