// Opens pages in Chromium and tells what is wrong with them, a line each; nothing wrong: nothing, status 0.
//
//   node pages.cjs MODULES DIRECTORY [MODE...]
//
//   MODULES    the folder whose node_modules holds what package.json names
//   DIRECTORY  every *.html in it is looked at
//   safe       nothing runs, is asked for, is complained about; the elements are those of harmless.html
//   valid      the HTML standard, by html-validate
//   sorts      the table of a portfolio sorts and filters
//   usable     WCAG 2.2 AA by axe-core, light and dark; nothing wider than the screen, down to 320 pixels
'use strict';
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');

const [modules, directory, ...modes] = process.argv.slice(2);
const library = createRequire(path.join(path.resolve(modules), 'x.js'));
const complaints = [];

function chromiumPath() {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find((place) => fs.existsSync(place));
  if (!found) throw new Error('no Chromium here; Debian has it in the package chromium');
  return found;
}

// The page as its elements: names, and attributes with their values.
const skeleton = () =>
  [...document.querySelectorAll('*')].map((element) =>
    [element.tagName, ...[...element.attributes].map((one) => `${one.name}=${one.value}`)].join(' '));

async function checkSafe(browser, files) {
  const page = await newPage(browser);
  let file, url;
  page.on('console', (message) => complaints.push(`${file}: on the console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`${file}: a script failed: ${error.message}`));
  page.on('dialog', (dialog) => { complaints.push(`${file}: opened a dialog`); dialog.dismiss(); });
  page.on('request', (request) => {
    if (request.url() !== url) complaints.push(`${file}: asked for ${request.url()}`);
  });
  const load = async (name) => {
    file = name;
    url = 'file://' + path.join(path.resolve(directory), file);
    await page.goto(url, { waitUntil: 'load' });
    const title = await page.evaluate(() => document.querySelector('head > title').textContent);
    // Whatever waits for an event gets one.
    await page.mouse.move(100, 100);
    await page.mouse.click(5, 5);
    const after = await page.evaluate(() => [document.title, document.querySelector('head > title').textContent]);
    const trimmed = title.trim().replace(/\s+/g, ' ');
    if (after[0].replace(/\s+/g, ' ') !== trimmed || after[1] !== title)
      complaints.push(`${file}: its title was changed to ${after[0]}`);
    return page.evaluate(skeleton);
  };
  const harmless = (await load('harmless.html')).join('\n');
  for (const name of files) {
    const elements = await load(name);
    const text = elements.join('\n');
    if (text === harmless) continue;
    const other = harmless.split('\n');
    const at = elements.findIndex((element, i) => element !== other[i]);
    complaints.push(`${file}: element ${at} is ${elements[at]}, in harmless.html ${other[at]}`);
  }
}

// Sorts by each column, both ways, and filters; what stands in the table is then as it should be.
async function checkSorting(browser, files) {
  for (const file of files) {
    const page = await newPage(browser);
    page.on('console', (message) => complaints.push(`${file}: on the console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${file}: a script failed: ${error.message}`));
    await page.goto('file://' + path.join(path.resolve(directory), file));
    const column = (index) => page.evaluate((i) => [...document.querySelectorAll('.portfolio tbody tr')]
      .filter((row) => !row.hidden).map((row) => row.cells[i].dataset.value ?? row.cells[i].textContent), index);
    const rows = (await column(0)).length;
    const buttons = await page.$$('.portfolio thead [role=button]');
    if (buttons.length < 6) complaints.push(`${file}: ${buttons.length} columns can be sorted`);
    for (let i = 0; i < buttons.length; ++i)
      for (const wanted of [0, 1]) {
        if (wanted === 0) await buttons[i].click();
        else await buttons[i].press(i % 2 === 0 ? 'Enter' : 'Space'); // as those do who have no mouse
        const way = await page.evaluate((at) =>
          document.querySelectorAll('.portfolio thead th')[at].getAttribute('aria-sort'), i);
        const values = await column(i);
        const numbers = values.filter((value) => value !== 'none').map(Number);
        const sign = way === 'ascending' ? 1 : -1;
        if (i !== 1 && numbers.some((number, at) => at > 0 && sign * (number - numbers[at - 1]) < 0))
          complaints.push(`${file}: column ${i} is not ${way}: ${values}`);
        if (values.slice(0, numbers.length).includes('none'))
          complaints.push(`${file}: column ${i}, ${way}: what has no number is not last: ${values}`);
        if (values.length !== rows) complaints.push(`${file}: rows were lost in sorting`);
        if (wanted === 1 && i === 1 && new Set(values).size !== rows) complaints.push(`${file}: rows twice`);
      }
    const first = (await column(1))[0].slice(0, 4);
    await page.type('.controls input', first.toUpperCase());
    const found = await column(1);
    if (found.length === 0 || found.some((text) => !text.toLowerCase().includes(first.toLowerCase())))
      complaints.push(`${file}: the filter ${first} shows ${found}`);
    const told = await page.$eval('.controls output', (output) => output.textContent);
    if (Number(told) !== found.length) complaints.push(`${file}: tells of ${told} rows, shows ${found.length}`);
    await page.close();
  }
}

async function checkValid(files) {
  const { HtmlValidate, StaticConfigLoader } = library('html-validate');
  const validate = new HtmlValidate(new StaticConfigLoader({
    extends: ['html-validate:standard'],
    rules: {
      'void-style': 'error',
      'no-inline-style': 'error',
      'long-title': 'off', // a program may be called what it likes
      'no-trailing-whitespace': 'off', // so may its texts end
    },
  }));
  for (const file of files) {
    const report = await validate.validateString(fs.readFileSync(path.join(directory, file), 'utf8'), file);
    for (const result of report.results)
      for (const message of result.messages)
        complaints.push(`${file}:${message.line}:${message.column}: ${message.message} (${message.ruleId})`);
  }
}

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function checkUsable(browser, files) {
  const axe = fs.readFileSync(library.resolve('axe-core/axe.min.js'), 'utf8');
  const page = await newPage(browser);
  for (const file of files) {
    // In the dark other colours stand on the same elements.
    for (const [scheme, rules] of [['light', AXE_TAGS], ['dark', ['color-contrast']]]) {
      await page.setViewport({ width: 1100, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto('file://' + path.join(path.resolve(directory), file));
      await page.evaluate(axe);
      const { violations } = await page.evaluate(
        (only) => window.axe.run(document, { runOnly: only, resultTypes: ['violations'] }), rules);
      for (const violation of violations)
        for (const node of violation.nodes.slice(0, 3))
          complaints.push(`${file} (${scheme}): ${violation.id}: ${violation.help}: ${node.html.slice(0, 160)}` +
                          ` ${node.failureSummary.replace(/\s+/g, ' ')}`);
    }
    for (const width of [320, 390, 768, 1600]) {
      await page.setViewport({ width, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) complaints.push(`${file}: ${wide} pixels wide on a screen of ${width}`);
    }
  }
  await page.close();
}

const TEN_MINUTES = 600000; // on a busy machine anything may take long; only what hangs takes longer

async function newPage(browser) {
  const page = await browser.newPage();
  page.setDefaultTimeout(TEN_MINUTES);
  return page;
}

async function main() {
  const files = fs.readdirSync(directory).filter((file) => file.endsWith('.html')).sort();
  if (files.length === 0) throw new Error(`no page in ${directory}`);
  if (modes.includes('valid')) await checkValid(files);
  if (!modes.some((mode) => mode !== 'valid')) return;
  const browser = await library('puppeteer-core').launch({
    executablePath: chromiumPath(),
    timeout: TEN_MINUTES,
    protocolTimeout: TEN_MINUTES,
    // Where tests run as root there is no sandbox for Chromium; it opens our own pages only.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
           '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    if (modes.includes('safe')) await checkSafe(browser, files);
    if (modes.includes('sorts')) await checkSorting(browser, files);
    if (modes.includes('usable')) await checkUsable(browser, files);
  } finally {
    await browser.close();
  }
}

main().then(
  () => {
    for (const complaint of complaints) console.log(complaint);
    process.exitCode = complaints.length > 0 ? 1 : 0;
  },
  (error) => {
    console.error(error.message);
    process.exitCode = 2;
  });
