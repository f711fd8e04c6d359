// People at a web browser: Debian's Chromium, driven over standard input and output as agents.py is.
//
// Whatever is found on a page is found by its label or name, as a person or a screen reader finds it. Scripts are
// off: no page of ours may need one. The end of the input ends the browser.

import { chromium } from "playwright-core";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { examiner, NARROW } from "./examine.mjs";

const programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = programs.find(existsSync);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const pages = new Map();
const examine = examiner(browser);

// A file is sent by its content, under a name that nobody should believe; a choice is made by its words.
async function fill(field, text) {
  const kind = await field.evaluate((one) => one.type);
  if (kind === "file") return field.setInputFiles({ name: "../piece.exe", mimeType: "application/pdf", buffer: Buffer.from(text) });
  return kind === "select-one" ? field.selectOption({ label: text }) : field.fill(text);
}

const commands = {
  // A person with a browser of their own: no cookie is shared. Whoever examines has a narrow phone, and every page that
  // they see is examined.
  async open({ as, language, pictures, scripts = false }) {
    const narrow = pictures ? { viewport: NARROW, colorScheme: "dark" } : {};
    const context = await browser.newContext({
      locale: language, javaScriptEnabled: scripts, acceptDownloads: true, ...narrow,
    });
    context.setDefaultTimeout(scripts ? 60000 : 15000);
    const page = await context.newPage();
    const person = { page, pictures, status: 0 };
    page.on("response", (response) => {
      if (response.request().isNavigationRequest()) person.status = response.status();
    });
    pages.set(as, person);
    return {};
  },
  async go({ as, url }) {
    await pages.get(as).page.goto(url);
    return read(as);
  },
  // Fills in the form that has this button, by its labels, and sends it.
  async submit({ as, button, fields }) {
    const { page } = pages.get(as);
    const wanted = page.getByRole("button", { name: button, exact: true });
    const form = page.locator("form").filter({ has: wanted });
    for (const [label, text] of fields) {
      const field = form.getByLabel(label, { exact: true });
      await (text === null ? form.getByRole("radio", { name: label }).or(form.getByRole("checkbox", { name: label })).check() : fill(field, text));
    }
    await onward(page, form.getByRole("button", { name: button, exact: true }));
    return read(as);
  },
  async follow({ as, link }) {
    const { page } = pages.get(as);
    await onward(page, page.getByRole("link", { name: link }).first());
    return read(as);
  },
  async press({ as, element }) {
    const { page } = pages.get(as);
    await onward(page, page.locator(element));
    return read(as);
  },
  // Opens what is folded under these words.
  async unfold({ as, summary }) {
    await pages.get(as).page.locator("summary").filter({ hasText: summary }).first().click();
    return read(as);
  },
  async look({ as }) {
    return read(as);
  },
  // Somebody edits the page before sending it: the first element that fits gets this attribute.
  async tamper({ as, element, attribute, value }) {
    const edit = (found, [attribute, value]) => found.setAttribute(attribute, value);
    await pages.get(as).page.locator(element).first().evaluate(edit, [attribute, value]);
    return {};
  },
  // For pages with scripts, which are not ours.
  async write({ as, element, words }) {
    await pages.get(as).page.locator(element).fill(words);
    return {};
  },
  async click({ as, element }) {
    await pages.get(as).page.locator(element).first().click();
    return {};
  },
  async until({ as, words }) {
    await pages.get(as).page.getByText(words).first().waitFor();
    return read(as);
  },
  async picture({ as, path }) {
    await pages.get(as).page.screenshot({ path });
    return {};
  },
  // Presses what starts a download, and returns where the file is.
  async download({ as, button }) {
    const { page } = pages.get(as);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button, exact: true }).first().click(),
    ]);
    return { path: await download.path(), name: download.suggestedFilename() };
  },
};

// Clicks on what leads to another page, and waits for that page.
async function onward(page, found) {
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), found.click()]);
}

async function read(as) {
  const { page, pictures, status } = pages.get(as);
  const html = await page.content();
  const text = await page.locator("body").innerText();
  const broken = pictures ? await examine(page, html, pictures) : [];
  return { text, html, status, url: page.url(), broken };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, do: command, ...rest } = JSON.parse(line);
  // Not awaited: people do not wait for each other.
  (async () => {
    let answer;
    try {
      answer = { ok: await commands[command](rest) };
    } catch (error) {
      const open = pages.get(rest.as)?.page;
      const read = open && (await open.locator("h1").first().innerText({ timeout: 1000 }).catch(() => ""));
      answer = { error: `${error} on ${open?.url()} (${read})` };
    }
    process.stdout.write(JSON.stringify({ id, ...answer }) + "\n");
  })();
}
await browser.close();
