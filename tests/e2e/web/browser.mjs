// People at a web browser: Debian's Chromium, driven over standard input and output as agents.py is.
//
// Whatever is found on a page is found by its label or name, as a person or a screen reader finds it. Scripts are
// off: no page of ours may need one. The end of the input ends the browser.

import { chromium } from "playwright-core";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";

const programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = programs.find(existsSync);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const pages = new Map();

const commands = {
  // A person with a browser of their own: no cookie is shared.
  async open({ as, language, scripts }) {
    const context = await browser.newContext({ locale: language, javaScriptEnabled: scripts, acceptDownloads: true });
    context.setDefaultTimeout(scripts ? 60000 : 15000);
    pages.set(as, await context.newPage());
    return {};
  },
  async go({ as, url }) {
    await pages.get(as).goto(url);
    return read(as);
  },
  // Fills in the form that has this button, by its labels, and sends it.
  async submit({ as, button, fields }) {
    const page = pages.get(as);
    const wanted = page.getByRole("button", { name: button, exact: true });
    const form = page.locator("form").filter({ has: wanted });
    for (const [label, text] of fields) {
      const field = form.getByLabel(label, { exact: true });
      await (text === null ? form.getByRole("radio", { name: label }).check() : field.fill(text));
    }
    await form.getByRole("button", { name: button, exact: true }).click();
    await page.waitForLoadState();
    return read(as);
  },
  async follow({ as, link }) {
    await pages.get(as).getByRole("link", { name: link }).first().click();
    await pages.get(as).waitForLoadState();
    return read(as);
  },
  // For pages with scripts, which are not ours.
  async write({ as, element, words }) {
    await pages.get(as).locator(element).fill(words);
    return {};
  },
  async click({ as, element }) {
    await pages.get(as).locator(element).first().click();
    return {};
  },
  async until({ as, words }) {
    await pages.get(as).getByText(words).first().waitFor();
    return read(as);
  },
  async picture({ as, path }) {
    await pages.get(as).screenshot({ path });
    return {};
  },
  // Presses what starts a download, and returns where the file is.
  async download({ as, button }) {
    const page = pages.get(as);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button, exact: true }).first().click(),
    ]);
    return { path: await download.path(), name: download.suggestedFilename() };
  },
};

async function read(as) {
  const page = pages.get(as);
  return { text: await page.locator("body").innerText() };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, do: command, ...rest } = JSON.parse(line);
  // Not awaited: people do not wait for each other.
  (async () => {
    let answer;
    try {
      answer = { ok: await commands[command](rest) };
    } catch (error) {
      answer = { error: String(error) };
    }
    process.stdout.write(JSON.stringify({ id, ...answer }) + "\n");
  })();
}
await browser.close();
