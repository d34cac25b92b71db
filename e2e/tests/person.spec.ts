import { expect, test, type Page } from "@playwright/test";
import { birthday, register, send, sound, today, unique } from "./desk";
import { screenshot, watch } from "./helpers";
import { stateOf, type Login } from "./sign-in";

/** Opens a form, fills it and sends it. */
async function fill(page: Page, path: string, fields: Record<string, string>): Promise<string> {
  await page.goto(path);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main form[method=post] [name='${name}']:not([type=hidden])`).first();
    if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value);
    else if ((await field.getAttribute("type")) === "checkbox") await page.locator(`[name='${name}'][value='${value}']`).check();
    else await field.fill(value);
  }
  await send(page);
  await expect(page).not.toHaveURL(new RegExp(`${path.replace(/[?].*/, "")}$`));
  return new URL(page.url()).pathname;
}

test("every page of a person holds to the rules, for everybody at the desk", async ({ browser, baseURL }, info) => {
  test.setTimeout(600_000);
  const as = async (login: Login) => (await browser.newContext({ ...info.project.use, storageState: stateOf(login) })).newPage();
  const lead = await as("referente.roma");
  const surname = unique();
  const file = await register(lead, { surname, given: "Awa Marie", birth: birthday(), citizenship: "Senegal" });
  const id = file.split("/").pop()!;
  await lead.goto(`${file}/dati?tipo=address`);
  await lead.locator("#scrivi [name=valore]").fill("Via dell’Esempio 1, Roma");
  await send(lead);
  await lead.goto(`${file}/nucleo`);
  await send(lead);
  await lead.goto(`${file}/allegati`);
  await lead.locator("input[type=file]").setInputFiles({ name: "tessera sanitaria.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") });
  await send(lead);
  await fill(lead, `/contatti/nuovo?persona=${id}`, { servizio: "legal_support", nota: "Ha portato il contratto" });
  const pathway = await fill(lead, `${file}/percorso`, { "bisogno-housing": "3", "bisogno-work": "2", note: "Cerca una stanza" });
  await fill(lead, `${pathway}/obiettivo`, { obiettivo: "una stanza in affitto", ambito: "housing", "passo-1": "telefonare all’agenzia", "passo-1-entro": today() });
  const referral = await fill(lead, `${file}/invio?tipo=body`, { ente: "Patronato di prova\nVia dell’Esempio 2", motivo: "Serve la dichiarazione dei redditi" });
  await lead.goto(file);
  const correct = await lead.locator("#contatti a[href$='/correggi']").first().getAttribute("href");

  const paths = [
    "/sportello",
    `/persone?q=${surname}`,
    `/persone?q=${surname}nessuno`,
    "/persone/nuova",
    file,
    ...["dati", "dati?tipo=permit", "dati?tipo=vulnerability", "rettifica", "nucleo", "allegati", "informativa", "informativa?lingua=ar"].map((part) => `${file}/${part}`),
    ...["percorso", "permanenza", "esiti", "invio", "invio?tipo=body", "invio?tipo=city"].map((part) => `${file}/${part}`),
    `/contatti/nuovo?persona=${id}`,
    correct!,
    pathway,
    ...["bisogni", "obiettivo", "chiudi", "correggi"].map((part) => `${pathway}/${part}`),
    "/percorsi",
    "/permanenze",
    "/invii",
    "/invii?stato=attesa",
    referral,
    `${referral}/lettera`,
  ];
  const roles: [Login, string[]][] = [
    ["operatrice.roma", []],
    ["strada.roma", []],
    ["referente.roma", ["unisci", "diritti", "diritti/copia", "diritti/cancellazione"].map((part) => `${file}/${part}`).concat("/diritti", "/letture", "/registri/H501")],
  ];
  for (const [login, more] of roles) {
    const page = login === "referente.roma" ? lead : await as(login);
    const faults = watch(page, new URL(baseURL!).origin);
    for (const path of [...paths, ...more]) {
      await test.step(`${path} as ${login}`, async () => {
        expect((await page.goto(path))?.status(), `${path} as ${login}`).toBe(200);
        await sound(page, info);
        expect(faults, `${path} as ${login}`).toEqual([]);
      });
    }
    if (login === "operatrice.roma") {
      await page.goto(file);
      await screenshot(page, info, "scheda");
    }
    await page.context().close();
  }
});

test("a person's file as a screen reader reads it", async ({ browser }, info) => {
  test.skip(info.project.name !== "it-desktop", "one language and width are enough for the structure");
  const page = await (await browser.newContext({ ...info.project.use, storageState: stateOf("operatrice.bologna") })).newPage();
  const surname = unique();
  const file = await register(page, { surname, given: "Awa", birth: birthday(), citizenship: "Senegal" });
  await page.goto(file);
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - navigation "Percorso":
        - list:
          - listitem:
            - link "Sportello"
          - listitem: ${surname} Awa
      - heading "${surname} Awa" [level=1]
      - paragraph: /nessun contatto/
      - paragraph: non in carico
      - list:
        - listitem:
          - link "Nuovo contatto (n)"
        - listitem:
          - link "Percorso (p)"
        - listitem:
          - link "Invio (i)"
      - region "Chi è":
        - heading "Chi è" [level=2]
      - region "Dati":
        - heading "Dati" [level=2]
      - region "Nucleo familiare":
        - heading "Nucleo familiare" [level=2]
      - region "Percorsi e permanenze":
        - heading "Percorsi e permanenze" [level=2]
        - paragraph: "Nessun percorso: la persona non è in carico."
        - paragraph:
          - link "Prendi in carico"
          - link "Dai un posto"
          - link "Chiedi gli esiti"
      - region "Invii":
        - heading "Invii" [level=2]
        - paragraph:
          - link "Nuovo invio"
      - region "Contatti":
        - heading "Contatti" [level=2]
        - paragraph:
          - link "Nuovo contatto"
      - region "Storia":
        - heading "Storia" [level=2]
        - list:
          - listitem:
            - heading [level=3]
            - list:
              - listitem: Registrata allo sportello
  `);
  await page.goto("/sportello");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Sportello" [level=1]
      - paragraph: /Oggi/
      - search "Ricerca di una persona":
        - searchbox "Cerca una persona"
        - button "Cerca"
      - list:
        - listitem:
          - link /Nuovo contatto.+cerca la persona/
        - listitem:
          - link "Registra una persona (r)"
        - listitem:
          - link "Contatto anonimo (a)"
        - listitem:
          - link "Contatto di gruppo (g)"
      - navigation "Che cosa c’è allo sportello":
        - list:
          - listitem:
            - link "Percorsi"
          - listitem:
            - link "Posti e permanenze"
          - listitem:
            - link "Invii"
      - region "In attesa":
        - heading "In attesa" [level=2]
      - region "Oggi":
        - heading "Oggi" [level=2]
  `);
  await page.context().close();
});
