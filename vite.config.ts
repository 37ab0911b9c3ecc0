import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { bundledLicences } from "./cli/setup/licences.mjs";

/** The face: one page, loaded through `app://` in Electron and from the loopback host in a browser. */
export default defineConfig({
  root: "renderer",
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    license: bundledLicences,
    target: "chrome140",
    // The content security policy allows files of our own only: nothing inlined as data, no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
  },
});
