import { expect, it } from "vitest";
import { groupedHash } from "../../app/keys/fingerprint.ts";

it("a hash is read in fours, and is the same without the blanks", () => {
  const hash = `sha256:${"0123456789abcdef".repeat(4)}`;
  expect(groupedHash(hash)).toBe(`sha256:${" 0123 4567 89ab cdef".repeat(4)}`);
  expect(groupedHash(hash).replaceAll(" ", "")).toBe(hash);
  expect(groupedHash("01234567")).toBe("0123 4567");
});
