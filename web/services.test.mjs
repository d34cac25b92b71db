// The letters that choose a service: what fits what, as the boxes keep their words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { join } from "node:path";
import { build } from "esbuild";

const entry = join(import.meta.dirname, "src/services.ts");
const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: "esm", target: "es2022" });
const { fits, folded } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

test("letters are folded as the program folds words", () => {
  assert.equal(folded("  Unità  MOBILE (n. 2) "), "unita mobile n 2");
  assert.equal(folded("Mediazione linguistico-culturale"), "mediazione linguistico culturale");
  assert.equal(folded("--"), "");
});

test("a few letters find a service by the beginnings of its words", () => {
  const words = "orientamento legale legal support avvocato consulenza";
  for (const typed of ["leg", "avv", "or le", "LEG", "orientamento legale", ""]) assert.ok(fits(typed, words), typed);
  for (const typed of ["gale", "leg x", "san"]) assert.ok(!fits(typed, words), typed);
});
