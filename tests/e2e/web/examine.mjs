// What every page must stand: a phone of 320 pixels in the light, a desk of 1280 in the dark, and axe-core's rules for
// WCAG 2.2 AA.
//
// axe is a script, and people's browsers here run none. A copy of the page, as it stands, is opened beside it in a context
// that does; only the style sheet comes from the server again. What is folded is unfolded there.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

export const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
// The dark changes colours, and the width how large things are; nothing else.
const LOOKS = ["color-contrast", "link-in-text-block", "target-size"];

// The function given back says what is broken, in words. How wide a page is depends on its words; the rest on the pieces it
// is made of: a page made of the same pieces as one before is not examined again.
export function examiner(browser) {
  const seen = new Set();
  const counts = new Map();
  let copy;
  let last = Promise.resolve();
  const alone = (work) => (last = last.then(work, work));

  async function examined(url, html) {
    copy ??= await (await browser.newContext({ viewport: NARROW, reducedMotion: "reduce" })).newPage();
    await copy.setViewportSize(NARROW);
    await copy.route(url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
    await copy.goto(url);
    await copy.unroute(url);
    const broken = [];
    await copy.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
    await copy.evaluate(axe);
    for (const [screen, colorScheme, type, values] of [
      [NARROW, "light", "tag", RULES],
      [WIDE, "dark", "rule", LOOKS],
    ]) {
      await copy.setViewportSize(screen);
      await copy.emulateMedia({ colorScheme });
      const width = await copy.evaluate(() => document.documentElement.scrollWidth);
      if (width > screen.width) broken.push(`${width} pixels wide on a screen of ${screen.width}`);
      const { violations } = await copy.evaluate(([type, values]) => axe.run(document, {
        runOnly: { type, values }, resultTypes: ["violations"],
      }), [type, values]);
      for (const { id, nodes } of violations) {
        const where = nodes.map((node) => `${node.html} (${node.any.concat(node.all, node.none).map((check) => check.message).join(" ")})`);
        broken.push(`${colorScheme} ${id}: ${where.join("\n    ")}`);
      }
    }
    return broken;
  }

  return async function examine(page, html, picture) {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    const wide = width > NARROW.width ? [`${width} pixels wide on a screen of ${NARROW.width}`] : [];
    const made = pieces(html);
    if (seen.has(made)) return wide;
    seen.add(made);
    const count = (counts.get(picture) ?? 0) + 1;
    counts.set(picture, count);
    await page.screenshot({ path: `${picture}-${String(count).padStart(2, "0")}.png`, fullPage: true });
    return wide.concat(await alone(() => examined(page.url(), html)));
  };
}

// What a page is made of: its tags, each once, without what differs from one agent or day to the next.
function pieces(html) {
  const tags = html.match(/<[a-z][^>]*>/g).map((tag) =>
    tag.replace(/ (value|href|id|for|name|action|datetime|aria-describedby)="[^"]*"/g, " $1"));
  return [...new Set(tags)].sort().join("");
}
