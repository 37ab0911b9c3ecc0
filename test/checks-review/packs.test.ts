import { describe, expect, it } from "vitest";
import { findingDifferences } from "../../models/checks/differences.ts";
import { packDifferences } from "../../models/policy/differences.ts";
import type { Pack } from "../../models/policy/pack.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import { maintenance, performance } from "./support/parts.ts";
import { type Change, compared, failed, input, of, reviewed, swapPack } from "./support/review.ts";

const packs = (...ids: readonly string[]): Pack[] =>
  ids.map((id) => {
    const found = INSTALLED_PACKS.find((pack) => pack.id === id);
    if (found === undefined) throw new Error(`no pack ${id}`);
    return found;
  });

const parameter = (id: string, unit: string, value: string, status: "law" | "policy" = "policy") => ({
  id,
  label: { zh: `本地${id}`, en: `local ${id}` },
  unit,
  values: [{ from: "2000-01-01", value }],
  reference: { document: "本地文件", article: "1" },
  status,
});

/** A rule pack of the project's own, embedded before all others. */
const localPack =
  (parameters: readonly ReturnType<typeof parameter>[], id = "local-rules", clauses: readonly unknown[] = []): Change =>
  (draft) => {
    const text = {
      id,
      version: "1",
      title: { zh: "本地规则", en: "local rules" },
      document: { number: "示例", issuer: "示例", date: "2026" },
      status: "in_force",
      validFrom: "2000-01-01",
      parameters,
      clauses,
    };
    draft.packs = [{ id, version: "1", text }, ...draft.packs.filter((pack) => pack["id"] !== id)];
  };

describe("a project's own rule pack", () => {
  it("that contradicts the law is reported with the value in use", () => {
    const [found] = failed(reviewed(localPack([parameter("presale_invested_ratio", "1", "0.1")])), "M16");
    expect(found).toMatchObject({ severity: "R", path: "packs/local-rules" });
    expect(found?.message.zh).toContain("测算采用 local-rules 的取值");
    expect(found?.message.en).toContain("the computation uses local-rules");
  });

  it("that is listed after the law is reported too, and the law is used", () => {
    const last: Change = (draft) => {
      draft.packs.push(draft.packs.shift() ?? {});
    };
    const [found] = failed(reviewed(localPack([parameter("presale_invested_ratio", "1", "0.1")]), last), "M16");
    expect(found?.message.en).toContain("the computation uses national-law");
  });

  it("that changes our text of a law under its own name is caught", () => {
    const law = packs("national-law")[0];
    const tampered = structuredClone(law) as unknown as {
      parameters: { id: string; values: { value: string }[] }[];
      clauses: { id: string; hard?: boolean }[];
    };
    for (const one of tampered.parameters)
      if (one.id === "invitees_min") for (const value of one.values) value.value = "1";
    for (const one of tampered.clauses) if (one.id === "national-law/budget-35") delete one.hard;
    const embed: Change = (draft) => {
      draft.packs = draft.packs.map((pack) => (pack["id"] === "national-law" ? { ...pack, text: tampered } : pack));
    };
    const found = failed(reviewed(embed), "M16");
    expect(found.map(({ message }) => message.en).join("\n")).toMatch(/has 3/);
    expect(found.map(({ message }) => message.en).join("\n")).toMatch(/into an encouragement/);
  });

  it("may be stricter than a minimum and may speak of what no law fixes", () => {
    const findings = reviewed(
      localPack([
        parameter("capital_ratio_min_development", "1", "0.2"),
        parameter("comm_room_m2_per_100hh", "m2/household", "80"),
        parameter("invitees_min", "1", "5"),
      ]),
    );
    expect(failed(findings, "M16")).toEqual([]);
  });

  it("decides checks once it is listed", () => {
    const strict = localPack([parameter("comm_room_m2_per_100hh", "m2/household", "100")]);
    const [found] = failed(reviewed(strict, input("area", { communityRooms: "448" })), "C03");
    expect([compared(found, "provided"), compared(found, "required")]).toEqual(["448", "560"]);
  });
});

describe("from Jinhua to Taizhou", () => {
  const jinhua = packs("jinhua-2020", "zhejiang");
  const taizhou = packs("taizhou-2023-draft", "taizhou-property", "zhejiang");
  const differences = packDifferences(jinhua, taizhou);

  it("changes these parameters and no others", () => {
    const values = differences.parameters.map(({ id, before, after }) => [
      id,
      before && `${before.value.values[0]?.value} ${before.pack}`,
      after && `${after.value.values[0]?.value} ${after.pack}${after.draft ? " draft" : ""}`,
    ]);
    expect(values).toEqual([
      ["comm_room_m2_per_100hh", "80 jinhua-2020", "80 taizhou-2023-draft draft"],
      ["far_exempt_allowed", "1 jinhua-2020", "0 taizhou-2023-draft draft"],
      ["maint_deposit_rate_max", undefined, "0.08 taizhou-property"],
      ["maint_deposit_rate_min", undefined, "0.05 taizhou-property"],
      ["maint_trigger", undefined, "0.3 taizhou-property"],
      ["pm_operating_rate", undefined, "0.004 taizhou-property"],
      ["pm_operating_rate_nonresidential", undefined, "0.0015 taizhou-property"],
      ["pm_room_min_m2", undefined, "50 taizhou-property"],
      ["pm_room_rate", "0.007 zhejiang", "0.007 taizhou-property"],
      ["pm_room_rate_nonresidential", "0.003 zhejiang", "0.003 taizhou-property"],
      ["public_culture_share", undefined, "0.01 taizhou-2023-draft draft"],
      ["warranty_deposit", "0.02 zhejiang", "0.02 taizhou-property"],
    ]);
    const rooms = differences.parameters.find(({ id }) => id === "comm_room_m2_per_100hh");
    expect([rooms?.before?.value.status, rooms?.after?.value.status]).toEqual(["policy", "to_verify"]);
    const rate = differences.parameters.find(({ id }) => id === "pm_room_rate");
    expect([rate?.before?.value.status, rate?.after?.value.status]).toEqual(["law", "law"]);
  });

  it("takes Jinhua's clauses away and brings Taizhou's, the draft marked", () => {
    expect(new Set(differences.clausesRemoved.map(({ pack }) => pack))).toEqual(new Set(["jinhua-2020"]));
    expect(new Set(differences.clausesAdded.map(({ pack, draft }) => `${pack} ${draft}`))).toEqual(
      new Set(["taizhou-2023-draft true", "taizhou-property false"]),
    );
    expect(differences.clausesRemoved).toHaveLength(jinhua[0]?.clauses.length ?? 0);
  });

  it("is the reverse of Taizhou to Jinhua, and nothing against itself", () => {
    const back = packDifferences(taizhou, jinhua);
    expect(back.parameters.map(({ id }) => id)).toEqual(differences.parameters.map(({ id }) => id));
    expect(back.clausesAdded).toEqual(differences.clausesRemoved);
    expect(packDifferences(jinhua, jinhua)).toEqual({ parameters: [], clausesRemoved: [], clausesAdded: [] });
  });

  it("changes these checks of one document and no others", () => {
    const money = [performance(), ...maintenance()];
    const [before, after] = [
      reviewed(...money),
      reviewed(...money, swapPack("jinhua-2020", "taizhou-2023-draft", "taizhou-property")),
    ];
    const told = findingDifferences(before, after).map(({ id, before: old, after: now }) => {
      const worst = (list: typeof old) =>
        [...new Set(list.map(({ severity, answer, clause }) => `${severity} ${answer.is} ${clause ?? "-"}`))]
          .sort()
          .join(" | ");
      return [id, worst(old), worst(now)];
    });
    expect(told).toMatchSnapshot();
  });

  it("makes a draft's conditions questions, marked as a draft", () => {
    const findings = reviewed(swapPack("jinhua-2020", "taizhou-2023-draft", "taizhou-property"));
    for (const found of findings)
      if (found.clause?.startsWith("taizhou-2023-draft/")) {
        expect(found.severity, found.id).not.toBe("R");
        expect(found.message.zh, found.id).toContain("征求意见稿");
        expect(found.message.en, found.id).toContain("draft");
      }
    expect(findings.some(({ clause }) => clause?.startsWith("taizhou-2023-draft/"))).toBe(true);
    expect(of(findings, "C30")[0]?.message.zh).toContain("征求意见稿");
  });

  it("lets exempt space use up the floor area ratio", () => {
    const said = (findings: ReturnType<typeof reviewed>) => of(findings, "M22")[0]?.message.en;
    expect(said(reviewed())).toContain("the rules allow it as “left out of FAR”");
    expect(said(reviewed(swapPack("jinhua-2020", "taizhou-2023-draft")))).toContain(
      "the rules allow it as “counts in FAR”",
    );
  });
});
