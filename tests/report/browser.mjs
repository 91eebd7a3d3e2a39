// Opens report pages offline in a headless Chromium, runs axe-core on them and prints them.
// node browser.mjs FOLDER-WITH-NODE_MODULES PAGE...; fails on any violation, request or error of the page.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...pages] = process.argv.slice(2);
const require = createRequire(folder + "/package.json");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const browser = await chromium.launch({
  executablePath: process.env.PLENARY_BROWSER ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"],
});
let faults = 0;
for (const path of pages) {
  const name = basename(path);
  const context = await browser.newContext({ offline: true, bypassCSP: false });
  const page = await context.newPage();
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(path).href) { console.log(`${name}: asked for ${request.url()}`); faults++; }
  });
  page.on("console", (message) => { console.log(`${name}: console: ${message.text()}`); faults++; });
  page.on("pageerror", (error) => { console.log(`${name}: error: ${error}`); faults++; });
  await page.goto(pathToFileURL(path).href);
  // Through the debugger, which the page's own policy does not bind.
  await page.evaluate(axe + ";0");
  for (const [width, look] of [[1280, {}], [320, {}], [1280, { colorScheme: "dark" }], [320, { forcedColors: "active" }]]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...look });
    const { violations } = await page.evaluate((values) => axe.run(document, { runOnly: { type: "tag", values } }), tags);
    for (const { id, help, nodes } of violations) {
      console.log(`${name} at ${width}: ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html).join(" ")}`);
    }
    faults += violations.length;
    console.log(`${name}: ${violations.length} violations`);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wider > 0) { console.log(`${name} at ${width}: the page scrolls sideways by ${wider}`); faults++; }
    // No two lines of the contents lie on each other.
    const overlaps = await page.evaluate(() => {
      const all = [...document.querySelectorAll("nav a")].flatMap((link) => [...link.getClientRects()]);
      return all.some((one, place) => all.slice(place + 1).some((other) =>
        one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 6 && other.top < one.bottom - 6));
    });
    if (overlaps) { console.log(`${name} at ${width}: the contents overlap`); faults++; }
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  // The caption of a table in a report, or else the size of the heading on what is printed before the day.
  const styled = await page.evaluate(() => {
    const caption = document.querySelector("caption");
    return caption ? getComputedStyle(caption).fontWeight === "600"
      : ["24px", "32px"].includes(getComputedStyle(document.querySelector("h1")).fontSize);
  });
  if (!styled) { console.log(`${name}: the style does not apply`); faults++; }
  const pdf = await page.pdf({ path: path.replace(/\.html$/, ".pdf"), preferCSSPageSize: true });
  console.log(`${name}: pages ${pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await context.close();
}
await browser.close();
process.exit(faults ? 1 : 0);
