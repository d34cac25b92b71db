import { expect, test } from "@playwright/test";
import { birthday, register, send, sound, today, unique, word } from "./desk";
import { screenshot } from "./helpers";
import { stateOf } from "./sign-in";

/** A day before today, as a field of days wants it. */
const ago = (days: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Rome" }).format(new Date(Date.now() - days * 86_400_000));

test.use({ storageState: stateOf("referente.latina") });

test("somebody is taken in charge, reaches a goal in a bed of their own, and leaves", async ({ page }, info) => {
  const surname = unique();
  const house = `Casa ${unique()}`;
  const file = await register(page, { surname, given: "Fatou", birth: birthday(), citizenship: "Gambia" });

  // A house of its own for each run: beds are counted.
  await page.goto("/permanenze");
  await page.locator("#field-nome").fill(house);
  await page.locator("#field-posti").fill("2");
  await page.locator("#field-da").fill(ago(90));
  await page.locator("form[action='/permanenze/posti'] button[type=submit]").click();
  await expect(page.locator(".l-messages")).toContainText(word(info, "Posti salvati", "Places saved"));
  await sound(page, info);

  await page.goto(`${file}/percorso`);
  await sound(page, info);
  await page.locator("#field-giorno").fill(ago(30));
  await page.locator("#field-bisogno-housing").selectOption("4");
  await page.locator("#field-bisogno-work").selectOption("3");
  await page.locator("#field-note").fill("Dorme in stazione");
  await screenshot(page, info, "presa-in-carico");
  await send(page);
  await expect(page).toHaveURL(/\/percorsi\/[0-9a-f-]{36}/);
  const pathway = new URL(page.url()).pathname;
  await expect(page.locator("h1")).toContainText(new RegExp(surname, "i"));

  await page.goto(`${pathway}/obiettivo`);
  await sound(page, info);
  await page.locator("#field-obiettivo").fill("una stanza in affitto");
  await page.locator("#field-ambito").selectOption("housing");
  await page.locator("#field-passo-1").fill("telefonare all’agenzia");
  await page.locator("#field-passo-1-entro").fill(today());
  await send(page);
  await expect(page.locator("main")).toContainText("una stanza in affitto");
  await sound(page, info);
  await page.getByRole("button", { name: word(info, "Segna come fatto: telefonare", "Mark as done: telefonare") }).click();
  await page.getByRole("button", { name: word(info, "Raggiunto: una stanza", "Reached: una stanza") }).click();
  await expect(page.locator("main")).toContainText(word(info, "raggiunto il", "reached on"));

  await page.goto(`${file}/permanenza`);
  await sound(page, info);
  await page.locator("#field-punto").selectOption({ label: await option(page, house) });
  await page.locator("#field-letto").fill("stanza 3");
  await page.locator("#field-dal").fill(ago(20));
  await send(page);
  await expect(page).toHaveURL(/\/permanenze\/[0-9a-f-]{36}/);
  const stay = new URL(page.url()).pathname;
  await expect(page.locator("main")).toContainText(house);
  await sound(page, info);
  await page.goto("/permanenze");
  const row = page.locator("main tr", { has: page.getByRole("rowheader", { name: house }) }).first();
  await expect(row.locator("td").nth(1)).toHaveText("1");
  await expect(page.locator("main")).toContainText(new RegExp(surname, "i"));
  await sound(page, info);
  await screenshot(page, info, "posti-e-permanenze");

  await page.goto(`${pathway}/bisogni`);
  await sound(page, info);
  await page.locator("#field-giorno").fill(ago(1));
  await page.locator("#field-bisogno-housing").selectOption("1");
  await send(page);
  await expect(page.locator("main")).toContainText(word(info, "meglio di 3 livelli", "better by 3 levels"));
  await sound(page, info);
  await screenshot(page, info, "percorso");

  await page.goto(stay);
  await page.locator("#field-uscita").fill(today());
  await send(page);
  await expect(page.locator("main")).toContainText(word(info, "È stata qui", "Here from"));
  await sound(page, info);

  await page.goto(`${pathway}/chiudi`);
  await sound(page, info);
  await page.locator("#field-esito").selectOption("housing_autonomy");
  await page.locator("#field-utile").selectOption("yes");
  await page.locator("#field-note").fill("Ha firmato il contratto");
  await screenshot(page, info, "percorso-chiudi");
  await send(page);
  await expect(page).toHaveURL(new RegExp(`${pathway}\\?fatto=chiuso`));
  await expect(page.locator(".l-lead")).toContainText(word(info, "Autonomia abitativa", "Housing autonomy"));
  await sound(page, info);

  await page.goto(file);
  await expect(page.locator("#percorsi")).toContainText(word(info, "Autonomia abitativa", "Housing autonomy"));
  await expect(page.locator("#percorsi")).toContainText(house);
  await sound(page, info);
});

/** The label of the choice that begins with a name: what follows is how many beds are free. */
async function option(page: import("@playwright/test").Page, house: string): Promise<string> {
  const label = await page.locator("#field-punto option", { hasText: house }).textContent();
  return label!;
}
