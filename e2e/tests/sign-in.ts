import { mkdirSync } from "node:fs";
import { request, type FullConfig } from "@playwright/test";

/** Who the tests sign in as, by login; see `access::demo`. */
export const LOGINS = [
  "operatrice.roma",
  "referente.roma",
  "strada.roma",
  "operatrice.bari",
  "referente.bari",
  "operatrice.latina",
  "referente.latina",
  "operatrice.bologna",
  "referente.bologna",
  "referente.bolzano",
  "referente.taranto",
  "referente.caserta",
  "referente.potenza",
  "monitoraggio",
  "autorita",
  "assessora",
  "formatore",
  "partecipante",
  "revisore",
  "amministratore",
] as const;

export type Login = (typeof LOGINS)[number];

/** The file in which the session of somebody is kept during a run. */
export const stateOf = (login: Login): string => `test-results/.auth/${login}.json`;

/** Signs everybody in once, by the doors of the demonstration. */
export default async function signIn(config: FullConfig): Promise<void> {
  mkdirSync("test-results/.auth", { recursive: true });
  const baseURL = config.projects[0]!.use.baseURL!;
  for (const login of LOGINS) {
    const browser = await request.newContext({ baseURL });
    const page = await (await browser.get("/accesso")).text();
    const door = new RegExp(`name="account" value="([^"]+)"(?:(?!</form>)[^])*?${login.replace(".", "\\.")}<`).exec(page);
    if (!door) throw new Error(`the first page of the demonstration has no door for ${login}`);
    const form = { account: door[1]!, poi: "/" };
    const entered = await browser.post("/accesso/demo", { form, headers: { origin: baseURL } });
    if (!entered.ok()) throw new Error(`${login} cannot sign in: ${entered.status()}`);
    await browser.storageState({ path: stateOf(login) });
    await browser.dispose();
  }
}
