// What every visitor downloads stays small, and nothing in it points elsewhere.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const dist = join(import.meta.dirname, "dist");
const manifest = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
const read = (name) => readFileSync(join(dist, manifest[name]));

const BUDGET = { "app.css": 24_000, "app.js": 24_000, "icons.svg": 4_000, "favicon.svg": 1_000 };

for (const [name, bytes] of Object.entries(BUDGET)) {
  test(`${name} stays under ${bytes} bytes when compressed`, () => {
    const size = gzipSync(read(name), { level: 9 }).length;
    assert.ok(size <= bytes, `${name} is ${size} bytes`);
  });
}

test("every file is in the manifest and every address in the style sheet is one of them", () => {
  const files = readdirSync(dist).filter((file) => file !== "manifest.json").sort();
  assert.deepEqual(files, Object.values(manifest).sort());
  const addresses = [...read("app.css").toString().matchAll(/url\(["']?(?!data:)([^"')]+)/g)].map((hit) => hit[1]);
  assert.equal(addresses.length, 3, "one per font");
  for (const address of addresses) assert.ok(files.includes(address), address);
});

test("every class of Bootstrap that a template names has a rule", () => {
  const crates = join(import.meta.dirname, "../crates");
  const templates = readdirSync(crates, { recursive: true }).filter((file) => /templates\/.*\.html$/.test(file));
  assert.ok(templates.length > 20);
  const rules = new Set([...read("app.css").toString().matchAll(/\.([a-zA-Z][\w-]*)/g)].map((hit) => hit[1]));
  const missing = new Set();
  for (const file of templates) {
    for (const [, list] of readFileSync(join(crates, file), "utf8").matchAll(/class="([^"]*)"/g)) {
      // What a template computes is left out, and so are our own names: some are only a hook for scripts and tests.
      const names = list.replace(/\{%.*?%\}/g, " ").replace(/\S*\{\{.*?\}\}\S*/g, " ").split(/\s+/).filter((name) => name && !name.startsWith("l-"));
      for (const name of names) if (!rules.has(name)) missing.add(`${file}: ${name}`);
    }
  }
  assert.deepEqual([...missing], []);
});
