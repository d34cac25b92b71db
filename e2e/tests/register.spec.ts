import { expect, test } from "@playwright/test";
import { birthday, register, send, sound, word, write } from "./desk";
import { hasScript, screenshot } from "./helpers";
import { stateOf } from "./sign-in";

test.use({ storageState: stateOf("operatrice.bari") });

test("somebody whose name is written another way is offered, and opened", async ({ page }, info) => {
  const birth = birthday();
  const file = await register(page, { surname: "Abdel Rahman", given: "Mohamed", birth });
  await expect(page.locator("h1")).toContainText(/Abdel Rahman/i);

  // Another day, another document: the same person.
  await page.goto("/persone/nuova");
  await sound(page, info);
  const form = page.locator("form[action='/persone/nuova']");
  await form.locator("#field-cognome").focus();
  if (hasScript(info)) {
    await page.keyboard.type("Abdulrahman");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Muhammad");
    await page.keyboard.press("Tab");
    await page.keyboard.type(birth);
    await expect(page.locator("#simili li").first().locator("a").first()).toHaveAttribute("href", file);
    await expect(page.locator("#simili li").first()).toContainText(word(info, "stessa nascita", "same birth"));
    await sound(page, info);
    await screenshot(page, info, "registra-simili");
  } else {
    await write(page, { surname: "Abdulrahman", given: "Muhammad", birth });
  }

  // Who did not look while typing is asked before anybody is registered twice.
  await send(page);
  await expect(page).toHaveURL("/persone/nuova");
  const alike = page.locator(".l-alike li").first();
  await expect(alike.locator("a").first()).toHaveAttribute("href", file);
  await expect(form.locator("#field-cognome")).toHaveValue("Abdulrahman");
  await sound(page, info);
  await screenshot(page, info, "registra-e-gia-qui");
  await alike.locator("a").first().click();
  await expect(page).toHaveURL(file);
  await expect(page.locator("h1")).toContainText(/Abdel Rahman/i);
  await sound(page, info);
});
