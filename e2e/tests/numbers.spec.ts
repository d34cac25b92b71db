import { expect, test } from "@playwright/test";
import { hasScript, isItalian } from "./helpers";
import { stateOf } from "./sign-in";

test.use({ storageState: stateOf("monitoraggio") });

/** The words of the page in the language of the project. */
const say = (italian: string | RegExp, english: string | RegExp, info: Parameters<typeof isItalian>[0]) =>
  isItalian(info) ? italian : english;

test("the network says in one sentence whom it met, and leads to every city by keyboard", async ({ page }, info) => {
  await page.goto("/");
  const sentence = say(/^Nel 2026 la rete ha incontrato [\d.]+ persone, in 22 città\.$/, /^In 2026, the network met [\d,]+ persons, in 22 cities\.$/, info);
  await expect(page.getByRole("heading", { level: 1, name: sentence })).toBeVisible();
  const dots = page.locator("a.l-dot");
  await expect(dots).toHaveCount(22);
  await dots.first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/citta\/[A-Z]\d{3}/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("no number is naked", async ({ page }, info) => {
  await page.goto("/");
  const bases = page.locator(".l-figure .l-basis");
  await expect(bases).toHaveCount(4);
  const sealed = say("non ancora sigillato", "not yet sealed", info) as string;
  for (const basis of await bases.allTextContents()) {
    expect(basis).toContain(sealed);
    expect(basis.split(" · ").length).toBe(4);
  }
});

test("the table says the same as the map", async ({ page }, info) => {
  await page.goto("/");
  const summary = page.locator("#map-data > summary");
  await expect(page.locator("#map-table")).toBeHidden();
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#map-table")).toBeVisible();
  const row = page.locator("#map-table tbody tr").filter({ hasText: "Bari" });
  const persons = (await row.locator("td").first().textContent())?.trim() ?? "";
  const label = say(`Bari: ${persons} persone`, `Bari: ${persons} persons`, info) as string;
  await expect(page.locator(`a.l-dot[aria-label="${label}"]`)).toHaveCount(1);
});

test("a filter lives in the address", async ({ page }, info) => {
  await page.goto("/indicatori/N.2");
  const by = page.locator("#field-by");
  await by.selectOption("gender");
  if (!hasScript(info)) await page.getByRole("button", { name: "Mostra" }).click();
  await expect(page).toHaveURL(/by=gender/);
  await expect(page.locator("#field-by")).toHaveValue("gender");
  const cell = say("donne", "women", info) as string;
  await page.locator("#breakdown-data > summary").click();
  await expect(page.locator("#breakdown-table").getByRole("rowheader", { name: cell })).toBeVisible();
});

test("what is downloaded is what is shown", async ({ page }, info) => {
  await page.goto("/indicatori/N.2?by=gender&period=2025");
  await page.locator("#breakdown-data > summary").click();
  const shown = await page.locator("#breakdown-table tbody tr").first().locator("td").first().textContent();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: /CSV/ }).click();
  const file = await (await waiting).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  const first = Buffer.concat(chunks).toString("utf8").split("\r\n")[1];
  expect(first.split(",")[1]).toBe((shown ?? "").replace(/[.,\s]/g, ""));
  expect(isItalian(info) ? "donne" : "women").toBe(first.split(",")[0]);
});

test("the comparison says what may and what may not be said", async ({ page }, info) => {
  await page.goto("/confronto?indicator=N.2.2&period=2025");
  await expect(page.getByRole("heading", { name: say("Si può dire", "What may be said", info) as string, exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: say("Non si può dire", "What may not be said", info) as string, exact: true })).toBeVisible();
  await page.locator("#field-city-0").selectOption("A662");
  if (!hasScript(info)) await page.getByRole("button", { name: "Confronta" }).click();
  await expect(page).toHaveURL(/city=A662/);
  await expect(page.getByRole("heading", { name: say("Bari, mese per mese", "Bari, month by month", info) as string })).toBeVisible();
});

test("the pages keep their shape", async ({ page }, info) => {
  test.skip(info.project.name !== "it-desktop", "one language and width are enough for the structure");
  await page.goto("/");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading /Nel 2026 la rete ha incontrato/ [level=1]
      - paragraph: /risultato atteso/
      - combobox "Periodo"
      - button "Mostra"
      - group "Dove la rete ha incontrato le persone"
      - term:
        - link "contatti"
      - definition: /ogni contatto una volta/
      - heading "Da fare" [level=2]
      - group /Tre aree/
      - heading /Cifre dichiarate/ [level=2]
      - heading "Le città" [level=2]
      - group "Le città"
  `);
  await page.goto("/confronto");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading /ciò che il caso spiega/ [level=1]
      - form "Che cosa confrontare":
        - combobox "Indicatore"
        - combobox "Periodo"
        - combobox "Rispetto a"
        - button "Confronta"
      - group "Le città e i limiti del caso"
      - heading "Si può dire" [level=2]
      - heading "Non si può dire" [level=2]
  `);
});
