import { expect, test, type Page, type TestInfo } from "@playwright/test";
import { a11y, fits, hasScript, isItalian, screenshot } from "./helpers";
import { stateOf } from "./sign-in";

test.use({ storageState: stateOf("operatrice.bari") });

const word = <T>(info: TestInfo, it: T, en: T): T => (isItalian(info) ? it : en);

/** Somebody of this project alone: the specs run side by side on one demonstration. */
const surname = (info: TestInfo): string => `Qq${info.project.name.replace(/[^a-z]/g, "")}`;

async function register(page: Page, info: TestInfo): Promise<string> {
  await page.goto("/persone/nuova");
  await page.fill("[name=cognome]", surname(info));
  await page.fill("[name=nome]", "Awa");
  await page.fill("[name=nascita]", "03/05/1990");
  await page.locator("main form button[type=submit]").first().click();
  await expect(page).toHaveURL(/\/persone\/[0-9a-f-]{36}/);
  return page.url();
}

test("a contact is recorded, undone and corrected, by keyboard and in under fifteen key presses", async ({ page }, info) => {
  const file = await register(page, info);
  // The search ends at the person's file: key presses are counted from here.
  let presses = 0;
  const press = async (key: string): Promise<void> => {
    presses += 1;
    await page.keyboard.press(key);
  };
  if (hasScript(info)) {
    await press("n");
    await expect(page).toHaveURL(/\/contatti\/nuovo/);
    await expect(page.locator("[data-choose] input[type=text]")).toBeFocused();
    await fits(page);
    await a11y(page);
    await screenshot(page, info, "contatto-nuovo");
    // One service by its number, another by three letters.
    await press("1");
    for (const key of word(info, "int", "int")) await press(key);
    await press("Enter");
    await expect(page.locator("[data-choose] [role=status]")).toContainText(word(info, "Mediazione linguistico", "Linguistic"));
    await press("Enter");
  } else {
    await page.goto(file.replace(/.*\/persone\//, "/contatti/nuovo?persona="));
    await fits(page);
    await page.locator("[data-number='1']").check();
    await page.locator("main form button[type=submit]").first().click();
  }
  await expect(page).toHaveURL(/\/sportello\?salvato=/);
  expect(presses).toBeLessThan(15);
  await expect(page.locator(".alert")).toContainText(word(info, /contatt[oi] salvat[oi]/i, /contacts? saved/i));
  await expect(page.locator("#field-q")).toBeFocused();
  await expect(page.locator("main")).toContainText(surname(info));
  await fits(page);
  if (hasScript(info)) await a11y(page);
  await screenshot(page, info, "sportello-salvato");

  // Undone, it is gone from the day's list.
  await page.locator(".alert button[type=submit]").click();
  await expect(page).toHaveURL(/annullato=/);
  await expect(page.locator("main")).not.toContainText(surname(info));

  // Recorded once more, and corrected with a reason.
  await page.goto(file.replace(/.*\/persone\//, "/contatti/nuovo?persona="));
  await page.locator("[data-number='2']").check();
  await page.locator("main form button[type=submit]").first().click();
  await page.getByRole("link", { name: new RegExp(`${surname(info)}`) }).first().waitFor();
  await page.locator(`a[href*='/correggi'][aria-label*='${surname(info)}']`).first().click();
  await expect(page).toHaveURL(/\/correggi/);
  await fits(page);
  if (hasScript(info)) await a11y(page);
  await screenshot(page, info, "contatto-correggi");
  await page.fill("[name=minuti]", "35");
  await page.fill("#motivo", word(info, "minuti sbagliati", "wrong minutes"));
  await page.locator("form[action$='/correggi'] button[type=submit]").click();
  await expect(page.locator(".l-messages")).toContainText(word(info, "Contatto corretto", "Contact corrected"));
  await expect(page.locator("#storia ~ *")).toContainText("35");
});

test("a gathering is recorded from a pasted list that is confirmed first", async ({ page }, info) => {
  await register(page, info).catch(() => undefined);
  await page.goto("/contatti/gruppo");
  await page.fill("[name=titolo]", "Laboratorio di cucito");
  await page.selectOption("[name=servizio]", "community_event");
  await page.fill("[name=nomi]", `1. ${surname(info)} Awa\n2. Qqnessuno Proprio\n`);
  await page.fill("[name=persone]", "4");
  await page.locator("button[value=controlla]").click();
  await expect(page.locator("#elenco")).toBeVisible();
  await expect(page.locator("[name='chi-1'][value=nessuno]")).toBeChecked();
  await fits(page);
  if (hasScript(info)) await a11y(page);
  await page.locator("button[value=salva]").click();
  await expect(page).toHaveURL(/\/sportello\?salvato=/);
  await expect(page.locator("main")).toContainText("Laboratorio di cucito");
});
