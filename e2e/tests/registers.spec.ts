import { expect, test, type Page, type TestInfo } from "@playwright/test";
import { a11y, fits, hasScript, isItalian, screenshot } from "./helpers";
import { stateOf, type Login } from "./sign-in";

// A city for each project: the specs run side by side on one demonstration.
const CITY: Record<string, [string, string, Login]> = {
  "it-desktop": ["A662", "Bari", "referente.bari"],
  "it-mobile": ["A952", "Bolzano", "referente.bolzano"],
  "en-desktop": ["L049", "Taranto", "referente.taranto"],
  "en-mobile": ["B963", "Caserta", "referente.caserta"],
  nojs: ["G942", "Potenza", "referente.potenza"],
};

test.use({ storageState: async ({}, use, info) => use(stateOf(CITY[info.project.name]![2])) });

const REGISTER = `Data;Xyz;Data di nascita;Servizio
15/05/2025;Zzfatoumata Awa;03/05/1990;Orientamento legale
16/05/2025;Zzfatou Awa;04/05/1990;Orientamento legale
31/02/2025;Zzkhan Imran;01/02/1980;Orientamento legale
17/05/2025;Zzkhan Imran;01/02/1980;Angolo dei compiti
`;

const word = (info: TestInfo, it: string, en: string): string => (isItalian(info) ? it : en);

/** Goes on with the tabulator until something has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp, role: "button" | "combobox" | "link"): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the tabulator never reaches ${name}`);
}

test("a register goes from file to figures by keyboard, and a pair is joined and undone", async ({ page }, info) => {
  const [code, city] = CITY[info.project.name]!;
  await page.goto("/registri");
  await expect(page).toHaveURL(`/registri/${code}`);

  // Which file is asked by the browser's own dialogue.
  await page.setInputFiles("input[type=file]", {
    name: "maggio.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(REGISTER),
  });
  await tabTo(page, word(info, "Leggi il file", "Read the file"), "button");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(city);
  await expect(page.locator(".l-lead")).toContainText(word(info, "Nessuna riga si può", "No row can be imported"));
  await fits(page);

  await tabTo(page, "Xyz", "combobox");
  await page.keyboard.type(word(info, "Cognome e n", "Surname and"));
  await tabTo(page, word(info, "Aggiorna l’anteprima", "Update the preview"), "button");
  await page.keyboard.press("Enter");
  await expect(page.locator("#sample")).toContainText("Zzfatou Awa");
  await expect(page.locator("#problems")).toContainText("31/02/2025");
  await fits(page);
  if (hasScript(info)) await a11y(page);
  await screenshot(page, info, "registri-capito");

  await tabTo(page, word(info, "Importa", "Import"), "button");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/storia/, { timeout: 30_000 });
  await expect(page.locator("#rejected tbody tr")).toHaveCount(2);
  await expect(page.locator("#rejected mark").first()).toHaveText("31/02/2025");
  await fits(page);
  if (hasScript(info)) await a11y(page);
  await screenshot(page, info, "registri-risultato");
  const result = page.url();

  await page.goto(`/registri/${code}/coppie`);
  await expect(page.getByText("Zzfatou").first()).toBeVisible();
  await fits(page);
  if (hasScript(info)) await a11y(page);
  await press(page, info, "u", word(info, "Unisci: è la stessa persona (u)", "Unite: the same person (u)"));
  await expect(page).toHaveURL(/fatto=/);
  await expect(page.locator(".alert")).toContainText(word(info, "Unite", "Joined"));
  await press(page, info, "z", word(info, "Annulla (z)", "Undo (z)"));
  await expect(page).toHaveURL(/annullata=1/);
  await expect(page.getByText("Zzfatou").first()).toBeVisible();

  // As it was before, for whoever comes next.
  await page.goto(`${result}/ritira`);
  await tabTo(page, word(info, "Ritira il file", "Withdraw the file"), "button");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/fatto=ritirato/);
});

/** Presses a letter, or without scripts the button that says it. */
async function press(page: Page, info: TestInfo, key: string, name: string): Promise<void> {
  if (hasScript(info)) {
    await page.keyboard.press(key);
  } else {
    await tabTo(page, name, "button");
    await page.keyboard.press("Enter");
  }
}

test("a file that is no register stays an error beside the field", async ({ page }, info) => {
  const [code] = CITY[info.project.name]!;
  await page.goto(`/registri/${code}`);
  await page.setInputFiles("input[type=file]", { name: "vuoto.csv", mimeType: "text/csv", buffer: Buffer.from("\n") });
  await page.getByRole("button", { name: word(info, "Leggi il file", "Read the file") }).click();
  await expect(page.locator("#field-file-error")).toContainText(word(info, "vuoto", "empty"));
  await expect(page.locator("#field-file")).toHaveAttribute("aria-invalid", "true");
  await fits(page);
  if (hasScript(info)) await a11y(page);
});
