import { expect, test, type Page, type TestInfo } from "@playwright/test";
import { sound, word } from "./desk";
import { screenshot } from "./helpers";
import { Institution } from "./provider";

test.describe.configure({ mode: "serial" });

const institution = new Institution({
  awa: { name: "Awa Esempio", role: "sportello", city: "Comune di Bari" },
  chiara: { name: "Chiara Esempio", role: "osservatorio" },
  nadia: { name: "Nadia Esempio", role: "ufficio-tributi", city: "Comune di Bari" },
  ugo: { name: "Ugo Esempio", role: "sportello", city: "Comune di Atlantide" },
});

test.beforeAll(async () => institution.open());
test.afterAll(async () => institution.close());

/** From the page of sign-in to the provider, and back as somebody. */
async function signIn(page: Page, info: TestInfo, login: string): Promise<void> {
  await page.goto(`${institution.home}/accesso?poi=/profilo`);
  const name = word(info, "Entra con Comune di prova", "Sign in with Comune di prova");
  await page.getByRole("link", { name }).or(page.getByRole("button", { name })).click();
  await expect(page.locator("h1")).toHaveText("Comune di prova");
  await page.locator("[name=login]").fill(login);
  await page.getByRole("button", { name: "Entra" }).click();
}

test("somebody signs in at the institution's provider, and out", async ({ page }, info) => {
  await page.goto(`${institution.home}/accesso?poi=/profilo`);
  await sound(page, info);
  const asked: URL[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname === "/auth" && url.searchParams.has("client_id")) asked.push(url);
  });
  await signIn(page, info, "awa");
  await expect(page).toHaveURL(`${institution.home}/profilo`);
  await expect(page.getByRole("main")).toContainText("awa");
  await expect(page.getByRole("banner")).toContainText("Awa Esempio");
  await expect(page.getByRole("banner")).toContainText("Bari");
  await sound(page, info);
  // The code with proof of possession, tied to this browser and to this sign-in.
  const [url] = asked;
  expect(url!.searchParams.get("response_type")).toBe("code");
  expect(url!.searchParams.get("code_challenge_method")).toBe("S256");
  for (const name of ["code_challenge", "state", "nonce"]) expect(url!.searchParams.get(name)!.length).toBeGreaterThan(15);

  // An operator of Bari, and nothing more.
  expect((await page.goto(`${institution.home}/sportello`))?.status()).toBe(200);
  await sound(page, info);
  expect((await page.goto(`${institution.home}/registri/A662`))?.status()).toBe(404);

  const session = (await page.context().cookies(institution.home)).find((cookie) => cookie.httpOnly && cookie.path === "/");
  await page.getByRole("button", { name: word(info, "Esci", "Sign out"), exact: true }).click();
  await expect(page).toHaveURL(/\/accesso/);
  await page.context().addCookies([session!]);
  await page.goto(`${institution.home}/profilo`);
  await expect(page).toHaveURL(/\/accesso\?poi=/);
});

test("what somebody is follows the institution at every sign-in", async ({ browser }, info) => {
  const enter = async (): Promise<Page> => {
    const page = await (await browser.newContext(info.project.use)).newPage();
    await signIn(page, info, "chiara");
    await expect(page).toHaveURL(`${institution.home}/profilo`);
    return page;
  };
  const before = await enter();
  expect((await before.goto(`${institution.home}/`))?.status()).toBe(200);
  expect((await before.goto(`${institution.home}/sportello`))?.status()).toBe(404);
  await before.context().close();
  institution.people.chiara = { name: "Chiara Esempio", role: "sportello", city: "A662" };
  const after = await enter();
  expect((await after.goto(`${institution.home}/sportello`))?.status()).toBe(200);
  await after.context().close();
  institution.people.chiara = { name: "Chiara Esempio", role: "osservatorio" };
});

for (const login of ["nadia", "ugo"]) {
  test(`${login}, whose claims name what is not listed, has no place and is told so`, async ({ page }, info) => {
    await signIn(page, info, login);
    await expect(page).toHaveURL(/\/accesso\/istituzione\/ritorno/);
    await expect(page.locator("h1")).toHaveText(
      word(info, "La tua istituzione ti conosce, ma qui non hai un posto", "Your institution knows you, but you have no place here"),
    );
    await sound(page, info);
    if (login === "nadia") await screenshot(page, info, "accesso-senza-posto");
    await page.goto(`${institution.home}/profilo`);
    await expect(page).toHaveURL(/\/accesso\?poi=/);
  });
}

test("who turns back at the provider is asked again how to sign in", async ({ page }, info) => {
  await signIn(page, info, "nessuno");
  await expect(page).toHaveURL(`${institution.home}/accesso?fatto=istituzione`);
  await expect(page.locator(".l-messages")).toBeVisible();
  await sound(page, info);
});

test("a way back that another browser went signs nobody in", async ({ page, browser }, info) => {
  let carried = "";
  const other = await (await browser.newContext(info.project.use)).newPage();
  other.on("request", (request) => {
    if (request.url().includes("/accesso/istituzione/ritorno?")) carried = request.url();
  });
  await signIn(other, info, "awa");
  await expect(other).toHaveURL(`${institution.home}/profilo`);
  expect(carried).toContain("code=");
  const response = await page.goto(carried);
  expect(response?.status()).toBe(409);
  await sound(page, info);
  await page.goto(`${institution.home}/profilo`);
  await expect(page).toHaveURL(/\/accesso\?poi=/);
  await other.context().close();
});
