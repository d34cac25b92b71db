import { expect, test, type Page } from "@playwright/test";
import { a11y, fits, hasScript, isItalian } from "./helpers";
import { stateOf, type Login } from "./sign-in";

/** Operators of cities of the demonstration, by the name of their city. */
const DESKS: [string, Login][] = [
  ["Roma", "operatrice.roma"],
  ["Bari", "operatrice.bari"],
  ["Bologna", "operatrice.bologna"],
];

/** A question as its page shows it: whom to ask, and about which city. */
type Question = { name: string; city: string };

async function questions(page: Page): Promise<Question[]> {
  const first = page.locator("section[aria-labelledby=domanda]");
  if ((await first.count()) === 0) return [];
  const city = /LGNet (?:a|in) (.+?)(?: nel | before|\?)/.exec(await first.locator("blockquote").innerText());
  const found = [{ name: await first.locator("h2").innerText(), city: city?.[1] ?? "" }];
  for (const row of await page.locator("#others tbody tr").all()) {
    const name = await row.getByRole("link").innerText();
    found.push({ name, city: await row.locator("td").first().innerText() });
  }
  return found;
}

test("each city sees its own person and nothing of the other's", async ({ browser }, info) => {
  const seen = new Map<string, { html: string; asked: Question[] }>();
  for (const [city, login] of DESKS) {
    const context = await browser.newContext({ storageState: stateOf(login) });
    const page = await context.newPage();
    await page.goto("/domande");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      isItalian(info) ? "Domande tra città" : "Questions between cities",
    );
    await fits(page);
    if (hasScript(info)) await a11y(page);
    seen.set(city, { html: await page.content(), asked: await questions(page) });
    await context.close();
  }
  const asked = [...seen.values()].reduce((sum, { asked }) => sum + asked.length, 0);
  expect(asked).toBeGreaterThan(0);
  for (const [city, { html }] of seen) {
    for (const [other, { asked }] of seen) {
      if (other === city) continue;
      const own = seen.get(city)!.asked.map((question) => question.name);
      // Two who are written alike in both cities are on both pages, each as their own city's person.
      for (const { name } of asked.filter((question) => !own.includes(question.name))) {
        expect(html, `${name} of ${other} on the page of ${city}`).not.toContain(name);
      }
    }
  }
});
