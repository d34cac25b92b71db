// Builds web/dist: one style sheet, one script, the icons and fonts in use, each under a name that
// carries the digest of its content, and manifest.json, which maps the plain names to those.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const italia = join(here, "node_modules/bootstrap-italia/dist");
const dist = join(here, "dist");

/** The weights in use, by the name that the style sheet gives them. */
const FONTS = { regular: "titillium-web-regular.woff2", 600: "titillium-web-600.woff2", 700: "titillium-web-700.woff2" };

/** The icons in use, of the more than two hundred of the set. */
const ICONS = [
  "it-arrow-right", "it-check-circle", "it-download", "it-error", "it-file", "it-info-circle",
  "it-print", "it-search", "it-upload", "it-warning-circle",
];

const manifest = {};

function emit(name, content) {
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const extension = extname(name);
  const hashed = `${name.slice(0, -extension.length)}-${digest}${extension}`;
  writeFileSync(join(dist, hashed), content);
  manifest[name] = hashed;
  return hashed;
}

function sprite() {
  const all = readFileSync(join(italia, "svg/sprites.svg"), "utf8");
  const symbols = ICONS.map((id) => {
    const symbol = all.match(new RegExp(`<(symbol|svg|g)[^>]*\\bid="${id}"[\\s\\S]*?</\\1>`));
    if (!symbol) throw new Error(`sprites.svg has no icon ${id}: see node_modules/bootstrap-italia/dist/svg`);
    return symbol[0];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

let sheet = compile(join(here, "src/styles/main.scss"), {
  loadPaths: [join(here, "node_modules/bootstrap-italia/src/scss")],
  quietDeps: true,
  silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
}).css;
for (const [weight, name] of Object.entries(FONTS)) {
  const file = join(italia, `fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-${weight}.woff2`);
  sheet = sheet.replaceAll(name, emit(name, readFileSync(file)));
}
emit("app.css", (await transform(sheet, { loader: "css", minify: true, legalComments: "none" })).code);

const script = await build({
  entryPoints: [join(here, "src/main.ts")],
  bundle: true, minify: true, write: false, format: "iife", target: "es2022", legalComments: "none",
});
emit("app.js", script.outputFiles[0].text);
emit("icons.svg", sprite());
emit("favicon.svg", readFileSync(join(here, "src/favicon.svg")));
writeFileSync(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
