import { expect, test } from "@playwright/test";
import { birthday, register, unique, word } from "./desk";
import { a11y, fits, hasScript, screenshot } from "./helpers";
import { stateOf } from "./sign-in";

test.use({ storageState: stateOf("operatrice.bari") });

test("a contact is recorded, undone and corrected, by keyboard and in under fifteen key presses", async ({ page }, info) => {
  const surname = unique();
  const file = await register(page, { surname, given: "Awa", birth: birthday() });
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
    // One service by its number, another by three letters; which are numbered depends on what the point used lately.
    const number = await page.locator("[data-number]").evaluateAll((all) => {
      const boxes = all as HTMLInputElement[];
      return boxes.find((box) => !box.dataset.words!.split(" ").some((one) => one.startsWith("int")))!.dataset.number!;
    });
    await press(number);
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
  await expect(page.locator("main")).toContainText(surname);
  await fits(page);
  if (hasScript(info)) await a11y(page);
  await screenshot(page, info, "sportello-salvato");

  // Undone, it is gone from the day's list.
  if (hasScript(info)) await page.keyboard.press("z");
  else await page.locator(".alert button[type=submit]").click();
  await expect(page).toHaveURL(/annullato=/);
  await expect(page.locator("main")).not.toContainText(surname);

  // Recorded once more, and corrected with a reason.
  await page.goto(file.replace(/.*\/persone\//, "/contatti/nuovo?persona="));
  await page.locator("[data-number='2']").check();
  await page.locator("main form button[type=submit]").first().click();
  await page.getByRole("link", { name: new RegExp(`${surname}`) }).first().waitFor();
  await page.locator(`a[href*='/correggi'][aria-label*='${surname}']`).first().click();
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
  const surname = unique();
  await register(page, { surname, given: "Awa", birth: birthday() });
  await page.goto("/contatti/gruppo");
  await page.fill("[name=titolo]", "Laboratorio di cucito");
  await page.selectOption("[name=servizio]", "community_event");
  await page.fill("[name=nomi]", `1. ${surname} Awa\n2. Qqnessuno Proprio\n`);
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
