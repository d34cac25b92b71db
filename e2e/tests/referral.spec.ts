import { expect, test } from "@playwright/test";
import { birthday, register, send, sound, today, unique, word } from "./desk";
import { screenshot } from "./helpers";
import { stateOf } from "./sign-in";

test("somebody moves to another city, with their agreement and when it accepts", async ({ browser }, info) => {
  const as = async (login: Parameters<typeof stateOf>[0]) =>
    (await browser.newContext({ ...info.project.use, storageState: stateOf(login) })).newPage();
  const [bari, bologna] = [await as("operatrice.bari"), await as("operatrice.bologna")];
  const surname = unique();
  const reason = `Deve raggiungere la sorella ${surname}`;
  const file = await register(bari, { surname, given: "Awa", birth: birthday(), citizenship: "Senegal" });

  // Without the agreement there is no referral: what was written stays.
  await bari.goto(`${file}/invio?tipo=city`);
  await sound(bari, info);
  await bari.locator("#field-comune").selectOption("A944");
  await bari.locator("#field-servizio").selectOption("legal_support");
  await bari.locator("#field-motivo").fill(reason);
  await bari.locator("main form[method=post]").first().evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await send(bari);
  await expect(bari.locator("#field-consenso-error")).toBeVisible();
  await expect(bari.locator("#field-come-error")).toBeVisible();
  await expect(bari.locator("#field-motivo")).toHaveValue(reason);
  await sound(bari, info);
  await bari.locator("#field-consenso").fill(today());
  await bari.locator("#field-come").selectOption("spoken");
  await screenshot(bari, info, "invio-nuovo");
  await send(bari);
  await expect(bari).toHaveURL(/\/invii\/[0-9a-f-]{36}/);
  const referral = new URL(bari.url()).pathname;
  const state = (it: string, en: string) => bari.locator(".l-status", { hasText: word(info, it, en) }).first();
  await expect(state("in attesa", "waiting")).toBeVisible();
  await sound(bari, info);

  // The other city sees that somebody is offered, and not who.
  for (const address of ["/sportello", "/invii", referral]) {
    await bologna.goto(address);
    await expect(bologna.locator("main")).toContainText(address === "/sportello" ? word(info, "Rispondi a", "Answer") : "Bari");
    expect(await bologna.content()).not.toMatch(new RegExp(surname, "i"));
  }
  await sound(bologna, info);
  await screenshot(bologna, info, "invio-da-rispondere");
  expect((await bologna.goto(file))?.status()).toBe(404);
  await bologna.goto(`/persone?q=${surname}`);
  await expect(bologna.locator("#trovate li")).toHaveCount(0);

  await bologna.goto(referral);
  await bologna.getByRole("button", { name: word(info, "Accetta e prendi in carico", "Accept and take in charge") }).click();
  await expect(bologna).toHaveURL(new RegExp(referral));
  await expect(bologna.locator("main")).toContainText(new RegExp(surname, "i"));
  await expect(bologna.locator("main")).toContainText(reason);
  await sound(bologna, info);
  await screenshot(bologna, info, "invio-accettato");
  await bologna.getByRole("link", { name: word(info, "Apri la scheda", "Open the file") }).click();
  await expect(bologna).toHaveURL(/\/persone\/[0-9a-f-]{36}$/);
  await expect(bologna.locator("h1")).toContainText(new RegExp(surname, "i"));
  await expect(bologna.locator("main")).toContainText(word(info, "in carico", "in charge"));
  await sound(bologna, info);

  await bari.goto(referral);
  await expect(state("accettato", "accepted")).toBeVisible();
  await bari.goto(file);
  await expect(bari.locator("#invii")).toContainText(word(info, "accettato", "accepted"));
  await sound(bari, info);
  await bari.context().close();
  await bologna.context().close();
});
