import { expect, test, type Page } from "@playwright/test";
import { birthday, countKeys, register, sound, unique, word } from "./desk";
import { hasScript, screenshot } from "./helpers";
import { stateOf } from "./sign-in";

test.use({ storageState: stateOf("operatrice.latina") });

/** People met in Latina of a citizenship that nobody else there has. */
async function counted(page: Page, citizenship: string): Promise<number> {
  await page.goto("/indicatori/N.2?by=citizenship&city=E472&period=2026");
  const row = page.locator("main tr", { has: page.locator(`th:text-is("${citizenship}")`) });
  return (await row.count()) === 0 ? 0 : Number(await row.first().locator("td").first().textContent());
}

test("a contact is recorded by keyboard alone, and is in the file and in the numbers", async ({ page }, info) => {
  const citizenship = {
    "it-desktop": "Tonga",
    "it-mobile": "Samoa",
    "en-desktop": "Palau",
    "en-mobile": "Kiribati",
    nojs: "Nauru",
  }[info.project.name]!;
  const surname = unique();
  const file = await register(page, { surname, given: "Awa", birth: birthday(), citizenship });
  const before = await counted(page, citizenship);

  // The search: what is typed is in the field, and who is found is on the screen.
  await page.goto("/sportello");
  if (hasScript(info)) {
    await page.keyboard.press("/");
    await page.keyboard.type(surname.toLowerCase());
    await expect(page.locator("#trovate li").first()).toContainText(new RegExp(surname, "i"));
    await sound(page, info);
  } else {
    await page.goto(`/persone?q=${surname}`);
    await expect(page.locator("#trovate li").first()).toContainText(new RegExp(surname, "i"));
  }

  const presses = countKeys(page);
  if (hasScript(info)) {
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/persone\?q=/);
    await page.keyboard.press("1");
    await expect(page).toHaveURL(file);
    await page.keyboard.press("n");
    await expect(page.locator("[data-choose] input[type=text]")).toBeFocused();
    await page.keyboard.type("int");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
  } else {
    // By the link over the header, past the field and its button and the name.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const record = page.locator("main a[href^='/contatti/nuovo']").first();
    do await page.keyboard.press("Tab");
    while (presses() < 12 && !(await record.evaluate((link) => link === document.activeElement)));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/contatti\/nuovo/);
    await expect(page.locator("[data-number='1']")).toBeFocused();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
  }
  await expect(page).toHaveURL(/\/sportello\?salvato=/);
  info.annotations.push({ type: "key presses after the search", description: String(presses()) });
  expect(presses()).toBeLessThan(15);
  await expect(page.locator("main")).toContainText(new RegExp(surname, "i"));
  await sound(page, info);

  await page.goto(file);
  const service = hasScript(info) ? word(info, "Mediazione linguistico-culturale", "Linguistic and cultural mediation") : /./;
  await expect(page.locator("#contatti tbody tr")).toHaveCount(1);
  await expect(page.locator("#contatti tbody tr")).toContainText(service);
  await sound(page, info);
  await screenshot(page, info, "scheda");
  expect(await counted(page, citizenship)).toBe(before + 1);
});
