// Builds what mocks load in the browser: node functions/browser/build.mjs [folder]
// One file each, no modules, no source map: they are served as they are and fit in a single packet or two.
import { build } from "esbuild";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, "..", "mlew", "mocks", "static");
const names = ["tracker", "mlew-tracker", "mock"];

await build({
  entryPoints: Object.fromEntries(names.map((name) => [name, join(here, name, "index.ts")])),
  outdir: target,
  bundle: true,
  format: "iife",
  target: "es2020",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  tsconfigRaw: {}, // or each file would say "use strict", which it is written to do without
});
