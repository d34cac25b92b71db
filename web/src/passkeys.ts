// Passkeys: the device is asked through the browser. Where it cannot be, the forms stay hidden and the other
// ways in remain.

type Begun = { ceremony: string; options: { publicKey: Record<string, unknown> } };

async function post(address: string, body?: unknown): Promise<Response> {
  const headers = { "content-type": "application/json", accept: "application/json" };
  return fetch(address, { method: "POST", headers, body: JSON.stringify(body ?? {}), credentials: "same-origin" });
}

/** Runs a ceremony; says in the form what went wrong, or goes on to where the server says. */
async function ceremony(form: HTMLFormElement, begin: string, finish: string, more: Record<string, string>, ask: (begun: Begun) => Promise<Credential | null>): Promise<void> {
  const said = form.querySelector<HTMLElement>(".l-error")!;
  const say = (what: string): void => {
    said.textContent = what;
    said.hidden = false;
  };
  said.hidden = true;
  const answer = await post(begin);
  if (!answer.ok) return say(((await answer.json()) as { title: string }).title);
  const begun = (await answer.json()) as Begun;
  let credential: Credential | null;
  try {
    credential = await ask(begun);
  } catch {
    return say(said.dataset.cancelled!);
  }
  if (!credential) return say(said.dataset.cancelled!);
  const done = await post(finish, { ...more, ceremony: begun.ceremony, credential: (credential as PublicKeyCredential).toJSON() });
  if (!done.ok) return say(said.dataset.refused!);
  const { to } = (await done.json()) as { to: string };
  if (new URL(to, location.href).pathname === location.pathname) location.reload();
  else location.assign(to);
}

export function passkeys(root: ParentNode): void {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
  for (const form of root.querySelectorAll<HTMLFormElement>("[data-passkey-enter]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void ceremony(form, "/accesso/chiave/inizio", "/accesso/chiave", { poi: form.dataset.to! }, ({ options }) =>
        navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options.publicKey as never) }),
      );
    });
  }
  for (const form of root.querySelectorAll<HTMLFormElement>("[data-passkey-add]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = String(new FormData(form).get("name"));
      void ceremony(form, "/profilo/chiavi/inizio", "/profilo/chiavi", { name }, ({ options }) =>
        navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options.publicKey as never) }),
      );
    });
  }
}
