import { expect, test } from "vitest";
import { nextVersion } from "../../renderer/documents/localPack.ts";

test.each([
  ["1", "2"],
  ["9", "10"],
  ["2026.1", "2026.2"],
  ["v9", "v10"],
  ["draft", "draft-2"],
  ["draft-2", "draft-3"],
])("after version %s comes %s", (version, next) => {
  expect(nextVersion(version)).toBe(next);
});
