import type { Page } from 'playwright-core';

/** What a test looks at of an element in the browser. */
interface Node {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly parentElement: Node | null;
  getBoundingClientRect(): { readonly right: number; readonly height: number };
}

/** A piece of text on a page, as people see it. */
export interface SeenText {
  readonly text: string;
  /** Of letters and what is behind them, by WCAG 2; 4.5 or more can be read. */
  readonly contrast: number;
  /** In px; null: it is not there to be tapped. */
  readonly tapHeight: number | null;
  /** How light it is behind the letters, 0 to 1. */
  readonly back: number;
}

/** How far the page goes beyond the screen to the side, in px. */
export async function beyondScreen(page: Page): Promise<number> {
  const rights = await page
    .locator('body *')
    .evaluateAll((nodes: Node[]) => nodes.map((node) => node.getBoundingClientRect().right));
  return Math.max(0, ...rights) - (page.viewportSize()?.width ?? 0);
}

/** All headings, sentences, buttons and links of a page. */
export async function seenTexts(page: Page): Promise<SeenText[]> {
  return await page
    .locator('h1, h2, h3, p, li, button, a, summary')
    .evaluateAll((nodes: Node[]) => {
      const browser = globalThis as unknown as {
        getComputedStyle(shown: Node): { readonly color: string; readonly backgroundColor: string };
      };
      const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
      const part = (value: number) =>
        value <= 10 ? value / 3_294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      const lightness = ([red = 0, green = 0, blue = 0]: number[]) =>
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
      const behind = (node: Node): number[] => {
        const colour = numbers(browser.getComputedStyle(node).backgroundColor);
        return colour[3] === 0 && node.parentElement ? behind(node.parentElement) : colour;
      };
      return nodes.map((node) => {
        const [front, back] = [
          lightness(numbers(browser.getComputedStyle(node).color)),
          lightness(behind(node)),
        ];
        const isTarget = ['BUTTON', 'A', 'SUMMARY'].includes(node.tagName);
        return {
          text: node.textContent?.trim().slice(0, 40) ?? '',
          contrast: (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05),
          tapHeight: isTarget ? node.getBoundingClientRect().height : null,
          back,
        };
      });
    });
}
