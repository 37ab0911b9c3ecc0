import { deflateRawSync, inflateRawSync } from "node:zlib";

/** A text as the file keeps it: small, or quickly where it will soon be replaced. */
export function packed(text: string, how: "small" | "quick" = "small"): Buffer {
  return deflateRawSync(Buffer.from(text, "utf8"), { level: how === "small" ? 9 : 1 });
}

/** More text than any honest file holds. */
export const EXCESS = "excess";

/**
 * The text of packed bytes.
 * @returns undefined where the bytes are no packed text
 */
export function unpacked(bytes: Buffer, limit: number): { readonly text: string } | typeof EXCESS | undefined {
  try {
    return { text: inflateRawSync(bytes, { maxOutputLength: limit }).toString("utf8") };
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return error.code === "ERR_BUFFER_TOO_LARGE" ? EXCESS : undefined;
  }
}
