import { expect, test } from "@playwright/test";
import { a11y, fits, hasScript, isItalian } from "./helpers";
import { stateOf } from "./sign-in";

test.use({ storageState: stateOf("operatrice.bologna") });

test("help leads to the chapter, and words are found in the handbook", async ({ page }, info) => {
  const word = (it: string, en: string): string => (isItalian(info) ? it : en);
  await page.goto("/contatti/anonimo");
  await page.getByRole("link", { name: word("Come si fa?", "How is it done?") }).click();
  await expect(page).toHaveURL(/\/manuale\/anonimi-e-gruppi#anonimi$/);
  await expect(page.getByRole("heading", { level: 2, name: "Anonimi" })).toBeVisible();
  await page.locator("a[rel=next]").click();
  await expect(page).toHaveURL(/\/manuale\/correggere$/);

  await page.getByRole("searchbox").fill("codici RECUPERO");
  await page.getByRole("button", { name: word("Cerca", "Search"), exact: true }).click();
  await expect(page).toHaveURL(/\/manuale\?q=/);
  await fits(page);
  if (hasScript(info)) await a11y(page);
  await page.locator(".l-chapters a").first().click();
  await expect(page).toHaveURL(/\/manuale\/accesso/);

  const picture = page.locator(".l-handbook img").first();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(300);
});
