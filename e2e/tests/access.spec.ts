import { createHmac } from "node:crypto";
import { expect, test, type Page, type TestInfo } from "@playwright/test";
import { a11y, fits, hasScript, isItalian } from "./helpers";

const PASSWORD = "prova-lo-sportello-2026";
const SECRET = Buffer.from("LGNet-dimostrazione!");

// A login for each project: a code opens one door once.
const LOGIN: Record<string, string> = {
  "it-desktop": "operatrice.roma",
  "it-mobile": "operatrice.latina",
  "en-desktop": "referente.latina",
  "en-mobile": "strada.roma",
  nojs: "formatore",
};

const word = (info: TestInfo, it: string, en: string): string => (isItalian(info) ? it : en);

/** The code of the app for a step of 30 seconds (RFC 6238). */
function code(step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", SECRET).update(counter).digest();
  const at = mac[19]! & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function password(page: Page, info: TestInfo, login: string, word_: string): Promise<void> {
  await page.locator("#field-login").fill(login);
  await page.locator("#field-password").fill(word_);
  await page.getByRole("button", { name: word(info, "Continua", "Continue"), exact: true }).click();
}

test("somebody signs in by password and code, and out", async ({ page }, info) => {
  const login = LOGIN[info.project.name]!;
  await page.goto("/manuale");
  await page.goto("/accesso?poi=/profilo");
  await password(page, info, login, "non è questa");
  await expect(page.locator("#field-login-error, #field-password-error").first()).toBeVisible();
  await password(page, info, login, PASSWORD);
  await expect(page).toHaveURL(/\/accesso\/codice/);
  await fits(page);
  if (hasScript(info)) await a11y(page);
  await page.locator("#field-codice").fill(code(Math.floor(Date.now() / 30_000)));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/profilo");
  await expect(page.getByRole("main")).toContainText(login);
  const [session] = await page.context().cookies();
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });

  await page.getByRole("button", { name: word(info, "Esci", "Sign out"), exact: true }).click();
  await expect(page).toHaveURL(/\/accesso/);
  // The token was carried off before the sign-out: it opens nothing any more.
  await page.context().addCookies([session!]);
  await page.goto("/profilo");
  await expect(page).toHaveURL(/\/accesso/);
});

test("everybody begins where their work is", async ({ page, context }) => {
  for (const [login, first] of [["operatrice.bologna", "/sportello"], ["strada.roma", "/sportello"], ["referente.bologna", "/"]]) {
    await page.goto("/accesso");
    const door = page.locator("form[action='/accesso/demo']").filter({ hasText: login });
    await door.getByRole("button").click();
    await expect(page).toHaveURL(first!);
    await context.clearCookies();
  }
});

test("a passkey is added, signs in, and is taken away", async ({ page, context }, info) => {
  test.skip(!hasScript(info), "a device is asked through a script");
  const login = { "it-desktop": "operatrice.bologna", "it-mobile": "revisore", "en-desktop": "partecipante", "en-mobile": "autorita" }[info.project.name]!;
  // Devices keep keys for names, not for numbers.
  const home = `http://localhost:${new URL(info.project.use.baseURL!).port}`;
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${home}/accesso?poi=/profilo`);
  const door = page.locator("form", { hasText: login }).filter({ has: page.locator('input[name="account"]') });
  await door.getByRole("button").click();
  await page.goto(`${home}/profilo`);
  await page.locator("#passkey-name").fill("Telefono di prova");
  await page.getByRole("button", { name: word(info, "Aggiungi una chiave", "Add a passkey") }).click();
  await expect(page.locator("#passkeys")).toContainText("Telefono di prova");
  await fits(page);
  await a11y(page);

  await page.getByRole("button", { name: word(info, "Esci", "Sign out"), exact: true }).click();
  await page.goto(`${home}/accesso?poi=/profilo`);
  await page.getByRole("button", { name: word(info, "Entra con una chiave di accesso", "Sign in with a passkey") }).click();
  await expect(page).toHaveURL(`${home}/profilo`);
  await page.getByRole("button", { name: word(info, "Togli la chiave Telefono di prova", "Remove the passkey Telefono di prova") }).click();
  await expect(page.locator("main")).not.toContainText("Telefono di prova");
});

test("what is not meant for somebody does not exist for them", async ({ browser }, info) => {
  const { stateOf } = await import("./sign-in");
  for (const login of ["monitoraggio", "autorita", "assessora", "formatore", "partecipante", "revisore", "amministratore"] as const) {
    const context = await browser.newContext({ ...info.project.use, storageState: stateOf(login) });
    const page = await context.newPage();
    for (const path of ["/registri/A662", "/registri/A662/coppie", "/percorsi", "/permanenze", "/contatti/anonimo"]) {
      expect((await page.goto(path))?.status(), `${login} ${path}`).toBe(404);
    }
    await context.close();
  }
});
