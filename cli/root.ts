/** The checkout's folder, seen from the sources (`cli/`) and from the bundle (`dist/cli/FINGERPRINT/`). */
export const rootFolder = new URL(import.meta.url.endsWith(".ts") ? "../" : "../../../", import.meta.url);
