import { expect, test, type Locator, type Page } from "@playwright/test";
import { stateOf, type Login } from "./sign-in";

/** The pictures of the handbook, taken from the demonstration: `make figures`. Otherwise nothing runs here. */
const FOLDER = "../docs/manuale/figure";

test.skip(!process.env.FIGURES, "pictures are taken by `make figures`");
test.use({ viewport: { width: 1000, height: 720 } });

/** The lowest line up to a height that cuts through nothing. */
async function cut(page: Page, most: number): Promise<number> {
  return await page.evaluate((most) => {
    const parts = "h1, h2, h3, p, dt, dd, tr, a, button, input, select, textarea, label, legend, summary, .l-todo li, svg";
    const boxes = [...document.querySelectorAll(`main :is(${parts})`)].map((one) => one.getBoundingClientRect());
    const full = document.documentElement.scrollHeight;
    let line = Math.min(most, full);
    const through = (y: number) => boxes.some((box) => box.height > 0 && box.top < y - 1 && y + 1 < box.bottom);
    if (line < full) while (line > most / 2 && through(line)) line -= 1;
    return line;
  }, most);
}

/** Keeps what is seen below the header, or below an element, not higher than a sheet of paper needs. */
async function keep(page: Page, name: string, height = 620, from = "main"): Promise<void> {
  await page.evaluate(() => {
    document.querySelectorAll("header, footer, .l-help").forEach((one) => one.remove());
    document.querySelector("main")!.style.paddingTop = "1rem";
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
  });
  const top = from === "main" ? 0 : await page.evaluate((from) => document.querySelector(from)!.getBoundingClientRect().top - 24, from);
  const clip = { x: 0, y: top, width: 1000, height: (await cut(page, top + height)) - top };
  await page.screenshot({ path: `${FOLDER}/${name}.png`, clip, fullPage: true, animations: "disabled" });
}

const first = (page: Page, selector: string): Locator => page.locator(selector).first();

/** The address a link leads to. */
async function leads(page: Page, selector: string): Promise<string> {
  return (await first(page, selector).getAttribute("href"))!;
}

function as(login: Login, title: string, take: (page: Page) => Promise<void>): void {
  test.describe(() => {
    test.use({ storageState: stateOf(login) });
    test(title, async ({ page }, info) => {
      test.skip(info.project.name !== "it-desktop", "pictures are Italian");
      await take(page);
    });
  });
}

as("operatrice.bologna", "the desk", async (page) => {
  await page.goto("/sportello");
  await keep(page, "sportello", 700);
  await page.goto("/persone?q=hos");
  await keep(page, "ricerca");
  await page.goto("/persone/nuova");
  await keep(page, "registrare", 560);
  await page.goto("/percorsi");
  await keep(page, "percorsi", 640);
});

as("operatrice.bologna", "a person", async (page) => {
  await page.goto("/percorsi");
  const pathways = await page.locator("tbody a[href^='/percorsi/']").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  // The first with needs that were assessed twice and a goal.
  for (const pathway of pathways.slice(0, 30)) {
    await page.goto(pathway);
    if ((await page.getByText("meglio di").count()) > 1 && (await page.locator("section.l-frame").count()) > 0) break;
  }
  const file = await leads(page, "main a[href^='/persone/']");
  await keep(page, "percorso", 900, "#bisogni-titolo");
  await page.goto(file);
  await keep(page, "scheda", 860);
  await page.goto(file.replace("/persone/", "/contatti/nuovo?persona="));
  await keep(page, "contatto", 680);
  await page.goto("/sportello");
  await page.goto(await leads(page, "a[href$='/correggi']"));
  await keep(page, "correggere", 820);
});

as("operatrice.bologna", "a gathering", async (page) => {
  await page.goto("/sportello");
  const names = await page.locator("main a[href^='/persone/0']").evaluateAll((links) => links.slice(0, 3).map((link) => link.textContent!.trim()));
  await page.goto("/contatti/gruppo");
  await page.fill("[name=titolo]", "Laboratorio di cucito");
  await page.selectOption("[name=servizio]", "language_course");
  await page.fill("[name=nomi]", [...names, "Nome Mai Sentito"].join("\n"));
  await page.fill("[name=persone]", "4");
  await page.locator("button[value=controlla]").click();
  await expect(page.locator("#elenco")).toBeVisible();
  await keep(page, "gruppo", 900);
});

as("operatrice.bologna", "houses and referrals", async (page) => {
  await page.goto("/permanenze");
  await keep(page, "permanenze", 640);
  await page.goto("/invii");
  await page.goto(await leads(page, "main a[href^='/invii/']"));
  await keep(page, "invio", 640);
});

as("referente.bari", "the lead", async (page) => {
  await page.goto("/letture");
  await keep(page, "letture", 760);
  await page.goto("/utenti");
  await keep(page, "utenti", 420);
  await page.goto("/registri/A662/coppie");
  await keep(page, "coppie", 620);
});

as("referente.taranto", "a register", async (page) => {
  await page.goto("/registri/L049");
  const name = "registro-di-prova.csv";
  const rows = [
    "Data;Sportello;Cognome;Nome;Nato il;Nazionalità;Servizio;Minuti",
    "03/11/2026;Centrale;DIOP;Awa;03/05/1990;senegalese;Or. legale;30",
    "03/11/2026;Centrale;RAHMAN;Sumon;1998;bengalese;Ricerca casa;20",
    "04/11/2026;Periferico;OKAFOR;Blessing;12/09/2001;nigeriana;Corso di italiano;60",
  ];
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) });
  if (new URL(page.url()).pathname === "/registri/L049") await page.locator("form[enctype] button[type=submit]").first().click();
  await expect(page).toHaveURL(/\/file\//);
  await keep(page, "registro", 820);
});

test.describe(() => {
  test.use({ storageState: { cookies: [], origins: [] } });
  test("the sign-in", async ({ page }, info) => {
    test.skip(info.project.name !== "it-desktop", "pictures are Italian");
    await page.goto("/accesso");
    await keep(page, "accesso", 440);
  });
});
