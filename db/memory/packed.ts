import { deflateRawSync, inflateRawSync } from "node:zlib";

/** A text as the file keeps it: small, or quickly where it will soon be replaced. */
export function packed(text: string, how: "small" | "quick" = "small"): Buffer {
  return deflateRawSync(Buffer.from(text, "utf8"), { level: how === "small" ? 9 : 1 });
}

/** More text than any honest file holds. */
export const EXCESS = "excess";

/**
 * The text of packed bytes.
 * @returns undefined where the bytes are no packed text, or more than one: what lies behind its end would travel along unseen
 */
export function unpacked(bytes: Buffer, limit: number): { readonly text: string } | typeof EXCESS | undefined {
  try {
    // With `info` it answers how much it read, which its type does not say.
    const read: unknown = inflateRawSync(bytes, { maxOutputLength: limit, info: true });
    const { buffer, engine } = read as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
    return engine.bytesWritten === bytes.length ? { text: buffer.toString("utf8") } : undefined;
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return error.code === "ERR_BUFFER_TOO_LARGE" ? EXCESS : undefined;
  }
}
