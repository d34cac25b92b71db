import { randomInt } from "node:crypto";
import { expect, type Page, type TestInfo } from "@playwright/test";
import { a11y, fits, hasScript, isItalian } from "./helpers";

/** What is said in the language of the project. */
export const word = <T>(info: TestInfo, it: T, en: T): T => (isItalian(info) ? it : en);

/** A name nobody else has: specs run side by side, and again on the same demonstration. */
export function unique(): string {
  const pick = (letters: string): string => letters[randomInt(letters.length)]!;
  const syllable = (): string => pick("bdfgklmnprstvz") + pick("aeiou");
  return `Qq${syllable()}${syllable()}${syllable()}${syllable()}`;
}

/** A birthday nobody else is likely to have, as it is written in a field. */
export const birthday = (): string => `${randomInt(1, 29)}/${randomInt(1, 13)}/${randomInt(1961, 2004)}`;

/** Somebody being registered. */
export interface Newcomer {
  surname: string;
  given: string;
  birth: string;
  citizenship?: string;
}

/** Writes who somebody is into the page that registers. */
export async function write(page: Page, { surname, given, birth, citizenship }: Newcomer): Promise<void> {
  await page.locator("#field-cognome").fill(surname);
  await page.locator("#field-nome").fill(given);
  await page.locator("#field-nascita").fill(birth);
  if (citizenship) await page.locator("#field-cittadinanza").fill(citizenship);
}

/** Registers somebody nobody knows; gives the address of their file. */
export async function register(page: Page, newcomer: Newcomer): Promise<string> {
  await page.goto("/persone/nuova");
  await write(page, newcomer);
  await send(page);
  await expect(page).toHaveURL(/\/persone\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Sends the first form of the page. */
export const send = (page: Page): Promise<void> => page.locator("main form[method=post] button[type=submit]").first().click();

/** Today in Rome, as a field of days wants it. */
export const today = (): string => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Rome" }).format(new Date());

/** The page holds to the rules of every page. */
export async function sound(page: Page, info: TestInfo): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await fits(page);
  if (hasScript(info)) await a11y(page);
}

/** Counts the key presses of a page from now on; each letter that is typed is one. */
export function countKeys(page: Page): () => number {
  let presses = 0;
  const { keyboard } = page;
  const press = keyboard.press.bind(keyboard);
  keyboard.press = async (key, options) => {
    presses += 1;
    await press(key, options);
  };
  keyboard.type = async (text, options) => {
    for (const letter of text) await keyboard.press(letter, options);
  };
  return () => presses;
}
