// Opens pages in Firefox, which Playwright does not drive as Debian packages it. Reads JSON on standard input:
// {firefox, addresses, widths, measure}, `measure` a function as text; prints JSON:
// [{address, width, complaints, measured}].
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const { firefox, addresses, widths, measure } = JSON.parse(readFileSync(0, "utf-8"));
const HERE = [...addresses.map((address) => new URL(address).origin), "data:", "blob:"];

const settled = async () => {
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
};

const browser = await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true });
const visits = [];
try {
  const page = await browser.newPage();
  let complaints = [];
  page.on("console", (said) => ["error", "warn"].includes(said.type()) && complaints.push(said.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (asked) => complaints.push(`failed: ${asked.url()}`));
  page.on("request", (asked) => HERE.some((start) => asked.url().startsWith(start)) ||
    complaints.push(`asked: ${asked.url()}`));
  page.on("response", (got) => got.status() >= 400 && complaints.push(`${got.status()}: ${got.url()}`));
  for (const address of addresses) {
    await page.setViewport({ width: widths[0], height: 900 });
    await page.goto(address, { waitUntil: "networkidle0" });
    for (const width of widths) {
      await page.setViewport({ width, height: 900 });
      await page.evaluate(settled);
      const measured = await page.evaluate(`(${measure})()`);
      visits.push({ address, width, complaints, measured });
      complaints = [];
    }
  }
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(visits));
