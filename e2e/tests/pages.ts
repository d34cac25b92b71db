/** Every address that has to hold to the rules of every page; `shot` names its screenshot. */
export const PAGES: { path: string; shot?: string }[] = [
  { path: "/", shot: "la-rete" },
  { path: "/?period=2025-H1" },
  { path: "/citta/A662", shot: "citta" },
  { path: "/citta/E472" },
  { path: "/indicatori", shot: "indicatori" },
  { path: "/indicatori?q=lingua&city=A662" },
  { path: "/indicatori/N.2?by=gender&and=age", shot: "indicatore" },
  { path: "/indicatori/O.2.3?by=quarter" },
  { path: "/indicatori/N.2?by=citizenship" },
  { path: "/indicatori/R.2.8" },
  { path: "/confronto?indicator=N.2.4&city=A662&city=L219", shot: "confronto" },
  { path: "/confronto?indicator=N.2&period=2025" },
  { path: "/dichiarate", shot: "dichiarate" },
  { path: "/accessibilita" },
  { path: "/privacy" },
  { path: "/tasti", shot: "tasti" },
  // More addresses for one run, such as the samples of the shell: E2E_PAGES=/campioni/0,/campioni/1
  ...(process.env.E2E_PAGES?.split(",") ?? []).map((path) => ({ path })),
];
