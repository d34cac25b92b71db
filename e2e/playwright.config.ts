import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 8765);
const address = `127.0.0.1:${port}`;

/** The demonstration, filled into a folder of its own; another server may be given as a command. */
function server(): string {
  if (process.env.E2E_COMMAND) return process.env.E2E_COMMAND;
  const binary = process.env.LGNET_BIN ?? "../target/debug/lgnet";
  return `${binary} demo --data ${mkdtempSync(join(tmpdir(), "lgnet-e2e-"))} --listen ${address}`;
}

const desktop = { viewport: { width: 1280, height: 800 } };
const mobile = { viewport: { width: 360, height: 740 }, hasTouch: true };
const it = { locale: "it-IT", timezoneId: "Europe/Rome" };
const en = { locale: "en-GB", timezoneId: "Europe/Rome" };

export default defineConfig({
  testDir: "tests",
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    baseURL: `http://${address}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
  globalSetup: "./tests/sign-in.ts",
  projects: [
    { name: "it-desktop", use: { ...desktop, ...it } },
    { name: "it-mobile", use: { ...mobile, ...it } },
    { name: "en-desktop", use: { ...desktop, ...en } },
    { name: "en-mobile", use: { ...mobile, ...en } },
    { name: "nojs", use: { ...mobile, ...it, javaScriptEnabled: false } },
  ],
  webServer: {
    command: server(),
    url: `http://${address}/salute`,
    timeout: 180_000,
    reuseExistingServer: !process.env.CI,
  },
});
