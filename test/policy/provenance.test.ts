import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reviewOf } from "../../app/model/review.ts";
import { publishedHashes } from "../../docs/publish.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Pack } from "../../models/policy/pack.ts";
import { INSTALLED_PACKS, PUBLISHED_PACKS } from "../../models/policy/packs.ts";
import { packHash, provenanceOf } from "../../models/policy/provenance.ts";
import { alteredWords } from "../../models/policy/provenanceWords.ts";
import { sha256 } from "../../models/policy/sha256.ts";
import { preparedOf } from "../support/prepared.ts";

const law = INSTALLED_PACKS.find(({ id }) => id === "national-law") as Pack;
const ref = (text: Pack) => ({ id: text.id, version: text.version, text });

/** The pack with one value of its first parameter changed. */
function withValue(pack: Pack, value: string): Pack {
  const [first, ...rest] = pack.parameters as [Pack["parameters"][number], ...Pack["parameters"]];
  const [dated, ...later] = first.values as [(typeof first.values)[number], ...typeof first.values];
  return { ...pack, parameters: [{ ...first, values: [{ ...dated, value }, ...later] }, ...rest] };
}

describe("where a rule pack comes from", () => {
  it("hashes as SHA-256 does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(sha256(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
      }),
    );
  });

  it("knows every text it publishes: a pack whose text changes takes a new version, its old text goes to models/policy/earlier, `npm run docs` notes it", () => {
    const file = readFileSync(new URL("../../models/policy/published.json", import.meta.url), "utf8");
    expect(JSON.parse(publishedHashes())).toEqual(JSON.parse(file));
    for (const pack of PUBLISHED_PACKS) expect(provenanceOf(ref(pack))?.kind).not.toBe("changed");
  });

  it("refuses a text that changed under a version that is out", () => {
    const others = PUBLISHED_PACKS.filter((pack) => pack !== law);
    expect(() => publishedHashes([withValue(law, "0.123"), ...others])).toThrow(`${law.id} ${law.version}`);
    expect(JSON.parse(publishedHashes([{ ...law, version: "2099.1" }]))["national-law 2099.1"]).toHaveLength(1);
  });

  it("takes the installed text for installed, whatever the order of its keys", () => {
    const turned = Object.fromEntries(Object.entries(law).toReversed()) as Pack;
    expect(provenanceOf(ref(turned))).toEqual({ kind: "installed" });
    expect(provenanceOf({ id: law.id, version: law.version })).toEqual({ kind: "installed" });
    expect(packHash(turned)).toBe(packHash(law));
  });

  it("knows an earlier version, and what differs", () => {
    const found = provenanceOf({ id: "national-law", version: "2026.1" });
    expect(found?.kind).toBe("earlier");
  });

  it("names the values of a text that bears a name and version and is not it, old and new", () => {
    const old = law.parameters[0]?.values[0]?.value ?? "";
    const changed = withValue(law, "0.123");
    const found = provenanceOf(ref(changed));
    if (found?.kind !== "changed") throw new Error("not noticed");
    expect(found.differences.parameters.map(({ id }) => id)).toEqual([law.parameters[0]?.id]);
    expect(alteredWords(changed, found).zh).toContain(`${old} → 0.123`);
  });

  it("does not let our names be used for versions that never were", () => {
    expect(provenanceOf(ref({ ...law, version: "2099.1" }))?.kind).toBe("changed");
    expect(provenanceOf(ref({ ...withValue(law, "0.123"), id: "my-own" }))).toEqual({ kind: "local" });
  });

  it("is rejected by the check", () => {
    const text = readFileSync(new URL("../../examples/rebuild.json", import.meta.url), "utf8");
    const parsed = parseDocument(JSON.parse(text), mechanisms);
    if (!parsed.ok) throw new Error("the example does not open");
    const { document } = parsed.value;
    const own = document.packs.map((pack) => {
      const installed = PUBLISHED_PACKS.find(({ id, version }) => id === pack.id && version === pack.version) as Pack;
      return pack.id === "national-law" ? { ...pack, text: withValue(installed, "0.123") } : pack;
    });
    const rejected = (packs: typeof document.packs) =>
      reviewOf(preparedOf({ ...document, packs })).findings.filter(
        ({ id, answer, severity }) => id === "M16" && answer.is === "fails" && severity === "R",
      );
    expect(own.some(({ text: brought }) => brought !== undefined)).toBe(true);
    expect(rejected(document.packs)).toEqual([]);
    expect(rejected(own).map(({ path }) => path)).toContain("packs/national-law");
  });
});
