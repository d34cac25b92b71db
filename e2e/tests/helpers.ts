import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, type TestInfo } from "@playwright/test";

/** Axe finds nothing against WCAG 2.1 A and AA, nor against its own best practices. */
export async function a11y(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(found).toEqual([]);
}

/** The page is not wider than the screen. */
export async function fits(page: Page): Promise<void> {
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(screen);
}

/** That something goes on sideways is said where it does, and nowhere else. */
export async function hints(page: Page): Promise<void> {
  const wrong = (): Promise<string[]> =>
    page.locator(".l-hint").evaluateAll((all) =>
      all
        .filter((hint) => !hint.closest("details:not([open])"))
        .filter((hint) => (hint as HTMLElement).hidden !== (hint.nextElementSibling!.scrollWidth <= hint.nextElementSibling!.clientWidth))
        .map((hint) => hint.nextElementSibling!.textContent!.trim().slice(0, 60)),
    );
  await expect.poll(wrong).toEqual([]);
}

/** Collects what a page must never do: ask another server, or complain in the console. */
export function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) faults.push(`asks ${url.href}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`says ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`throws ${error.message}`));
  return faults;
}

/** With SCREENSHOTS=1, keeps the whole page as docs/screenshots/NAME-WIDTH.png, in Italian only. */
export async function screenshot(page: Page, info: TestInfo, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS || !info.project.name.startsWith("it-")) return;
  const width = page.viewportSize()?.width;
  await page.screenshot({ path: `../docs/screenshots/${name}-${width}.png`, fullPage: true });
}

/** The language of the project. */
export const isItalian = (info: TestInfo): boolean => !info.project.name.startsWith("en");

/** Whether scripts run in the project. */
export const hasScript = (info: TestInfo): boolean => info.project.name !== "nojs";
