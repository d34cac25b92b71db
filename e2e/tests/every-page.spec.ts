import { expect, test } from "@playwright/test";
import { a11y, fits, hasScript, hints, isItalian, screenshot, watch } from "./helpers";
import { PAGES } from "./pages";
import { stateOf } from "./sign-in";

for (const { path, shot, as } of PAGES) {
  test.describe(() => {
    test.use({ storageState: stateOf(as ?? "monitoraggio") });
    test(`${path} holds to the rules of every page${as ? ` for ${as}` : ""}`, async ({ page, baseURL }, info) => {
      const faults = watch(page, new URL(baseURL!).origin);
      const response = await page.goto(path);
      expect(response?.status()).toBe(200);
      await expect(page.locator("html")).toHaveAttribute("lang", isItalian(info) ? "it" : "en");
      await expect(page.locator("h1")).toHaveCount(1);
      await fits(page);
      if (hasScript(info)) {
        await hints(page);
        await a11y(page);
      }
      if (shot) await screenshot(page, info, shot);
      expect(faults).toEqual([]);
    });
  });
}

test("the sign-in holds to the rules of every page", async ({ page, baseURL }, info) => {
  const faults = watch(page, new URL(baseURL!).origin);
  await page.goto("/citta/A662");
  await expect(page).toHaveURL(/\/accesso\?poi=/);
  await expect(page.locator("html")).toHaveAttribute("lang", isItalian(info) ? "it" : "en");
  await fits(page);
  if (hasScript(info)) await a11y(page);
  await screenshot(page, info, "accesso");
  expect(faults).toEqual([]);
});
