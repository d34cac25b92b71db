import { spawn, type ChildProcess } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Provider from "oidc-provider";

/** Who the institution knows, by login: what its claims say of them. */
export type People = Record<string, { name: string; role?: string; city?: string }>;

/** An installation of its own beside a provider of identities of its own, both on this computer. */
export class Institution {
  /** Changed while the test runs, as an institution changes what its people are. */
  people: People;
  /** Where the installation is reached. */
  home = "";
  #folder = mkdtempSync(join(tmpdir(), "lgnet-e2e-provider-"));
  #server?: Server;
  #lgnet?: ChildProcess;

  constructor(people: People) {
    this.people = people;
  }

  async open(): Promise<void> {
    const port = await freePort();
    this.home = `http://localhost:${port}`;
    const secret = randomBytes(24).toString("hex");
    this.#server = createServer();
    await new Promise<void>((ready) => this.#server!.listen(0, "127.0.0.1", ready));
    const issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    const provider = this.#provider(issuer, secret);
    const answer = provider.callback();
    this.#server.on("request", (request, response) => {
      if (request.url?.startsWith("/entra/")) void this.#interaction(provider, request, response);
      else answer(request, response);
    });
    const file = join(this.#folder, "provider.toml");
    writeFileSync(
      file,
      `name = "Comune di prova"
issuer = "${issuer}"
client_id = "lgnet"
client_secret = "${secret}"
scopes = ["profile", "lgnet"]

[roles]
sportello = "operator"
osservatorio = "monitoring_officer"

[cities]
"Comune di Bari" = "A662"
`,
    );
    const binary = process.env.LGNET_BIN ?? "../target/debug/lgnet";
    const data = join(this.#folder, "data");
    this.#lgnet = spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`, "--provider", file], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    for (let tries = 0; ; tries += 1) {
      const answered = await fetch(`${this.home}/salute`).catch(() => undefined);
      if (answered?.ok) return;
      if (tries > 300 || this.#lgnet.exitCode !== null) throw new Error("the installation does not start");
      await new Promise((later) => setTimeout(later, 100));
    }
  }

  async close(): Promise<void> {
    const gone = new Promise((exit) => (this.#lgnet ? this.#lgnet.once("exit", exit) : exit(0)));
    this.#lgnet?.kill();
    await gone;
    this.#server?.closeAllConnections();
    this.#server?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #provider(issuer: string, secret: string): Provider {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: "lgnet",
          client_secret: secret,
          redirect_uris: [`${this.home}/accesso/istituzione/ritorno`],
          grant_types: ["authorization_code"],
          response_types: ["code"],
        },
      ],
      jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
      cookies: { keys: [randomBytes(24).toString("hex")] },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      scopes: ["openid", "profile", "lgnet"],
      claims: { openid: ["sub"], profile: ["name", "preferred_username"], lgnet: ["lgnet_role", "lgnet_city"] },
      // What somebody is stands in the identity token itself.
      conformIdTokenClaims: false,
      interactions: { url: (_, interaction) => `/entra/${interaction.uid}` },
      ttl: { Session: 3600, Interaction: 600, Grant: 3600, AccessToken: 600, IdToken: 600 },
      findAccount: (_, sub) => {
        const person = this.people[sub];
        if (!person) return undefined;
        const claims = { sub, preferred_username: sub, name: person.name, lgnet_role: person.role, lgnet_city: person.city };
        return { accountId: sub, claims: () => Promise.resolve(claims) };
      },
      // The institution's own programs ask nobody for leave.
      loadExistingGrant: async (context) => {
        const { client, session } = context.oidc;
        const grant = new context.oidc.provider.Grant({ clientId: client!.clientId, accountId: session!.accountId });
        grant.addOIDCScope("openid profile lgnet");
        await grant.save();
        return grant;
      },
    });
    return provider;
  }

  /** The provider's page: who are you, or back without an answer. */
  async #interaction(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "POST") {
      let body = "";
      for await (const piece of request) body += piece;
      const login = new URLSearchParams(body).get("login");
      const result =
        login && this.people[login]
          ? { login: { accountId: login } }
          : { error: "access_denied", error_description: "nobody signed in" };
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      return;
    }
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="it"><title>Comune di prova</title><body><main><h1>Comune di prova</h1>
      <form method="post"><label>Nome utente <input name="login"></label> <button>Entra</button></form></main></body></html>`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
