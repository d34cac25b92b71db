import { randomInt } from "node:crypto";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { send, unique, word, write } from "./desk";
import { a11y, fits, hasScript } from "./helpers";
import { stateOf, type Login } from "./sign-in";

/** One of two people who may be one person, as their city writes them down. */
interface Side {
  login: Login;
  city: string;
  surname: string;
  given: string;
  /** Day, month and year. */
  birth: [number, number, number];
  citizenship: string;
  note: string;
  phone: string;
  person: string;
}

/** Cities whose own questions no other test looks at. */
const SIDES: [Pick<Side, "login" | "city">, Pick<Side, "login" | "city">] = [
  { login: "referente.caserta", city: "Caserta" },
  { login: "referente.potenza", city: "Potenza" },
];

const MONTHS = ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"];
const MONTHS_EN = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const two = (number: number): string => String(number).padStart(2, "0");

/** A birth date in every shape in which a page may write it. */
function shapes([day, month, year]: Side["birth"]): string[] {
  const days = day === 1 ? ["1", "1º"] : [String(day)];
  const words = [MONTHS[month - 1]!, MONTHS[month - 1]!.slice(0, 3), MONTHS_EN[month - 1]!, MONTHS_EN[month - 1]!.slice(0, 3)];
  return [
    `${year}-${two(month)}-${two(day)}`,
    `${two(day)}/${two(month)}/${year}`,
    `${day}/${month}/${year}`,
    `${two(day)}-${two(month)}-${year}`,
    ...days.flatMap((number) => words.map((name) => `${number} ${name} ${year}`)),
  ];
}

/** Everything that says something of a side's person. */
const markers = (side: Side): string[] => [side.surname, side.given, side.note, side.phone, side.person, ...shapes(side.birth)];

/**
 * What the second city knows of the citizenship. Which pairs the network asks about depends on what it learned of its
 * people, so that there are several.
 */
const CITIZENSHIPS = ["Svizzera", "", "Austria"];

/** People of two cities whose names differ by accents; of the birth date the second city knows the year. */
function pairs(): [Side, Side][] {
  return CITIZENSHIPS.map((citizenship) => {
    const surname = unique();
    const [day, month, year] = [randomInt(2, 7), randomInt(7, 13), randomInt(1961, 2004)];
    const more = () => ({ note: `Nota ${unique()}`, phone: `3${randomInt(10 ** 8, 10 ** 9)}`, person: "" });
    return [
      { ...SIDES[0], surname: `${surname}r`, given: "Annelise", birth: [day, month, year], citizenship: "Svizzera", ...more() },
      { ...SIDES[1], surname: `${surname}ŕ`, given: "Annélise", birth: [1, 1, year], citizenship, ...more() },
    ];
  });
}

/** A page of somebody, with every byte that the server has sent it from now on. */
async function listening(browser: Browser, login: Login): Promise<{ page: Page; heard: () => Promise<string> }> {
  const context = await browser.newContext({ storageState: stateOf(login) });
  const page = await context.newPage();
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    const headers = response.allHeaders().then((all) => JSON.stringify(all), () => "");
    bodies.push(Promise.all([headers, response.text().catch(() => "")]).then((parts) => response.url() + parts.join("")));
  });
  return { page, heard: async () => (await Promise.all(bodies)).join("\n") };
}

/** Registers the person of a side, with a contact that carries the note. */
async function meet(page: Page, side: Side): Promise<void> {
  const { surname, given, citizenship } = side;
  await page.goto("/persone/nuova");
  await write(page, { surname, given, birth: side.birth.join("/"), citizenship });
  await page.locator("#field-telefono").fill(side.phone);
  await send(page);
  // Somebody alike is offered: these are others.
  const others = page.locator("button[name=scelta][value=altra]");
  await page.waitForLoadState();
  if (await others.count()) await others.click();
  await expect(page).toHaveURL(/\/persone\/[0-9a-f-]{36}/);
  side.person = new URL(page.url()).pathname.split("/").pop()!;
  await page.goto(`/contatti/nuovo?persona=${side.person}`);
  await page.locator("[data-number='1']").check();
  const note = page.locator("[name=nota]");
  if (!(await note.isVisible())) await page.locator("summary").filter({ hasText: /nota|note/i }).first().click();
  await note.fill(side.note);
  await page.locator("main form button[type=submit]").first().click();
  await expect(page).toHaveURL(/\/sportello\?salvato=/);
}

/** The demonstration's own questions are put aside: a page shows ten, and the oldest first. */
async function putAside(page: Page): Promise<void> {
  for (;;) {
    await page.goto("/domande");
    const ids = await page.locator("#others tbody a").evaluateAll((all) =>
      all.filter((one) => !one.textContent!.startsWith("Qq")).map((one) => new URL((one as HTMLAnchorElement).href).searchParams.get("domanda")!),
    );
    const first = page.locator("section[aria-labelledby=domanda]");
    if ((await first.count()) && !(await first.locator("h2").innerText()).startsWith("Qq")) {
      ids.push((await first.locator("form").getAttribute("action"))!.split("/").pop()!);
    }
    if (!ids.length) return;
    const headers = { origin: new URL(page.url()).origin };
    for (const id of ids) {
      const answered = await page.request.post(`/domande/${id}`, { form: { risposta: "cannot_ask" }, headers });
      expect(answered.ok()).toBe(true);
    }
  }
}

/** The queue of a city and every question in it; gives what the pages hold, and whom they ask about. */
async function queue(page: Page): Promise<{ html: string; asked: string[] }> {
  await page.goto("/domande");
  let html = await page.content();
  const first = page.locator("#domanda");
  const asked = (await first.count()) ? [await first.innerText()] : [];
  const links = await page.locator("#others tbody a").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  for (const link of links) {
    await page.goto(link);
    html += await page.content();
    asked.push(await page.locator("#domanda").innerText());
  }
  return { html, asked };
}

test("two who may be one are asked about in both cities, and neither sees a byte of the other's", async ({ browser }, info) => {
  const all = pairs();
  for (const at of [0, 1] as const) {
    const context = await browser.newContext({ storageState: stateOf(SIDES[at].login) });
    const page = await context.newPage();
    await putAside(page);
    for (const pair of all) await meet(page, pair[at]);
    await context.close();
  }

  const cities = await Promise.all(([0, 1] as const).map((at) => listening(browser, SIDES[at].login)));
  const seen = [await queue(cities[0]!.page), await queue(cities[1]!.page)];
  const isAsked = (at: 0 | 1, side: Side): boolean => seen[at]!.asked.some((name) => name.toLowerCase().includes(side.surname.toLowerCase()));
  const asked = all.filter(([bari, latina]) => isAsked(0, bari) && isAsked(1, latina));
  expect(asked.length, "pairs in the grey zone").toBeGreaterThan(0);

  /** Nothing of the other city's people is in what a city saw, however it is written. */
  const holdsNothing = async (at: 0 | 1, html: string): Promise<void> => {
    const text = (html + (await cities[at]!.heard())).toLowerCase();
    for (const pair of all) {
      const other = pair[1 - at]!;
      // What is also true of the city's own person says nothing of the other one.
      const own = new Set(all.flatMap((pair) => markers(pair[at])));
      for (const marker of markers(other).filter((marker) => !own.has(marker))) {
        expect(text.includes(marker.toLowerCase()), `${marker} of ${other.city} is on a page of ${pair[at].city}`).toBe(false);
      }
    }
  };

  for (const at of [0, 1] as const) {
    const { page } = cities[at]!;
    const mine = asked[0]![at];
    const other = asked[0]![1 - at]!;
    // The markers are looked for where they would be found: the city's own are on its page.
    expect(seen[at]!.html.toLowerCase()).toContain(mine.surname.toLowerCase());
    await holdsNothing(at, seen[at]!.html);

    await page.goto("/domande");
    const link = page.locator("#others").getByRole("link", { name: new RegExp(mine.surname, "i") });
    if (await link.count()) await link.click();
    await expect(page.locator("#domanda")).toContainText(new RegExp(mine.surname, "i"));
    await expect(page.locator("blockquote")).toContainText(other.city);
    await fits(page);
    if (hasScript(info)) await a11y(page);
  }

  // Answers of both cities settle them, and the pages still hold nothing of the other's.
  for (const at of [0, 1] as const) {
    const { page } = cities[at]!;
    for (const pair of asked) {
      await page.goto("/domande");
      const link = page.locator("#others").getByRole("link", { name: new RegExp(pair[at].surname, "i") });
      if (await link.count()) await link.click();
      await expect(page.locator("#domanda")).toContainText(new RegExp(pair[at].surname, "i"));
      await page.locator("button[name=risposta][value=no]").click();
      await expect(page.locator(".alert")).toContainText(word(info, "Risposta salvata", "Answer saved"));
    }
    const after = await queue(page);
    for (const pair of asked) expect(after.asked.join()).not.toContain(pair[at].surname);
    await holdsNothing(at, after.html);
    await page.context().close();
  }
});
