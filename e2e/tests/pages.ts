/** Every address that has to hold to the rules of every page; `shot` names its screenshot. */
export const PAGES: { path: string; shot?: string }[] = [
  { path: "/registri", shot: "registri" },
  { path: "/registri/H501", shot: "registri-citta" },
  { path: "/registri/H501/coppie", shot: "coppie" },
  { path: "/registri/A662/coppie" },
  { path: "/accessibilita" },
  { path: "/privacy" },
  { path: "/tasti", shot: "tasti" },
  // More addresses for one run, such as the samples of the shell: E2E_PAGES=/campioni/0,/campioni/1
  ...(process.env.E2E_PAGES?.split(",") ?? []).map((path) => ({ path })),
];
