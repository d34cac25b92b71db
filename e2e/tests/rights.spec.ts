import { expect, test, type Page, type TestInfo } from "@playwright/test";
import { a11y, fits, hasScript, isItalian, screenshot } from "./helpers";
import { stateOf } from "./sign-in";

test.use({ storageState: stateOf("referente.bari") });

const word = <T>(info: TestInfo, it: T, en: T): T => (isItalian(info) ? it : en);

/** Somebody of this project alone: the specs run side by side on one demonstration. */
const surname = (info: TestInfo): string => `Xw${info.project.name.replace(/[^a-z]/g, "")}`;

async function holds(page: Page, info: TestInfo, name: string): Promise<void> {
  await fits(page);
  if (hasScript(info)) await a11y(page);
  await screenshot(page, info, name);
}

test("somebody asks for their data, has them restricted, and is erased", async ({ page }, info) => {
  await page.goto("/persone/nuova");
  await page.fill("[name=cognome]", surname(info));
  await page.fill("[name=nome]", "Awa");
  await page.fill("[name=nascita]", "03/05/1990");
  await page.locator("main form button[type=submit]").first().click();
  await expect(page).toHaveURL(/\/persone\/[0-9a-f-]{36}/);
  const file = new URL(page.url()).pathname;

  await page.goto(`${file}/diritti`);
  await holds(page, info, "diritti-persona");
  await page.selectOption("[name=tipo]", "access");
  await page.locator("form", { has: page.locator("[name=tipo]") }).locator("button").click();
  await expect(page).toHaveURL(/\/diritti\/[0-9a-f-]{36}/);
  await holds(page, info, "richiesta");
  await page.goto("/diritti");
  await expect(page.locator("main")).toContainText(surname(info));
  await page.goto(`${file}/diritti/copia`);
  await expect(page.locator("main")).toContainText(surname(info));
  await holds(page, info, "copia-dei-dati");

  await page.goto(`${file}/diritti`);
  const restriction = page.locator("form[action$=limitazione]");
  await restriction.locator("textarea").fill(word(info, "Contesta la data di nascita", "Disputes the birth date"));
  await restriction.locator("button").click();
  await expect(page.locator(".alert").first()).toContainText(word(info, "limitato", "restricted"));

  await page.goto(`${file}/diritti/cancellazione`);
  await holds(page, info, "cancellazione");
  await page.selectOption("[name=perche]", "consent");
  await page.locator("main form button[type=submit]").click();
  await expect(page.locator(".l-error").first()).toBeVisible();
  await page.fill("[name=conferma]", word(info, "cancella", "erase"));
  await page.locator("main form button[type=submit]").click();
  await expect(page).toHaveURL(/fatto=cancellata/);
  await expect(page.locator("main")).not.toContainText(surname(info));
  const gone = await page.goto(file);
  expect(gone?.status()).toBe(404);
  await expect(page.locator("body")).not.toContainText(surname(info));
});
