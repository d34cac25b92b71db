import { expect, test } from "@playwright/test";
import { a11y, hasScript, isItalian } from "./helpers";
import { stateOf } from "./sign-in";

test.use({ storageState: stateOf("monitoraggio") });

test("the language changes in place and is remembered", async ({ page }, info) => {
  await page.goto("/tasti?a=1");
  await page.getByRole("link", { name: isItalian(info) ? "English" : "Italiano" }).click();
  await expect(page).toHaveURL(`/tasti?a=1&lang=${isItalian(info) ? "en" : "it"}`);
  await page.goto("/privacy");
  await expect(page.locator("html")).toHaveAttribute("lang", isItalian(info) ? "en" : "it");
});

test("the first key press offers the way to the content", async ({ page }, info) => {
  await page.goto("/privacy");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: isItalian(info) ? "Vai al contenuto" : "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("the main navigation is there on every screen, in targets of 44 points", async ({ page }, info) => {
  await page.goto("/tasti");
  const name = isItalian(info) ? "Navigazione principale" : "Main navigation";
  const links = page.getByRole("navigation", { name }).getByRole("link");
  await expect(links).toHaveText(
    isItalian(info)
      ? ["La rete", "Indicatori", "Confronto"]
      : ["The network", "Indicators", "Comparison"],
  );
  for (const link of await links.all()) {
    const box = await link.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
});

test("the question mark opens the list of keys", async ({ page }, info) => {
  test.skip(!hasScript(info), "the link in the footer does the same without script");
  await page.goto("/privacy");
  await page.keyboard.press("?");
  await expect(page).toHaveURL("/tasti");
});

test("an address that is not there says so, and what to do", async ({ page }, info) => {
  const response = await page.goto("/questa-non-c-e");
  expect(response?.status()).toBe(404);
  await expect(page.locator("h1")).toHaveText(isItalian(info) ? "Questa pagina non c’è" : "This page does not exist");
  if (hasScript(info)) await a11y(page);
});

test("the shell as a screen reader reads it", async ({ page }, info) => {
  test.skip(info.project.name !== "it-desktop", "one language and width are enough for the structure");
  await page.goto("/tasti");
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - link "Vai al contenuto"
    - banner:
      - navigation "Lingua":
        - list:
          - listitem:
            - link "Italiano"
          - listitem:
            - link "English"
      - link "LGNet, pagina iniziale"
      - navigation "Navigazione principale":
        - list:
          - listitem:
            - link "La rete"
          - listitem:
            - link "Indicatori"
          - listitem:
            - link "Confronto"
    - main:
      - heading "Tasti" [level=1]
    - contentinfo:
      - list
  `);
});

test("a page prints without its frame", async ({ page }) => {
  await page.goto("/privacy");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("contentinfo")).toBeHidden();
  await expect(page.locator("h1")).toBeVisible();
});
