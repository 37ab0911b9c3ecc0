import { describe, expect, it } from "vitest";
import { nextOf } from "../../renderer/session/missing.ts";

describe("the next missing input", () => {
  const paths = ["components/a/inputs/x", "components/b/inputs/y", "components/b/inputs/z", "absences/land"];

  it("is the one below the last, round to the first", () => {
    expect(nextOf(paths, "components/b/inputs/y", "components/b/")).toBe("components/b/inputs/z");
    expect(nextOf(paths, "absences/land", "project//")).toBe("components/a/inputs/x");
  });

  it("is the first of the open form where the last has been filled in", () => {
    expect(nextOf(paths, "components/b/inputs/w", "components/b/")).toBe("components/b/inputs/y");
    expect(nextOf(paths, undefined, "components/b/")).toBe("components/b/inputs/y");
  });

  it("is that of another form where this one is complete", () => {
    expect(nextOf(paths, undefined, "components/c/")).toBe("components/a/inputs/x");
    expect(nextOf([], undefined, "components/c/")).toBeUndefined();
  });
});
