// A server over the archive that `run` made, a browser, and tests that end in an empty list of what
// may never happen.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';

export const kPhone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** The address of the server, once `useBrowser()` has started it. */
export let address = '';
let browser;

function freePort() {
  return new Promise((resolve, reject) => {
    const socket = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

async function startServer() {
  const port = await freePort();
  const server = spawn(`${process.env.WARRAQ_BIN}/warraq-searcher`,
    ['serve', '-a', process.env.WARRAQ_WEB_ARCHIVE ?? 'web.warraq', '--listen', `127.0.0.1:${port}`],
    { stdio: ['ignore', 'ignore', 'inherit'] });
  address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; ++tries) {
    assert.equal(server.exitCode, null, 'the server ended');
    if (await fetch(`${address}/readyz`).then((answer) => answer.ok, () => false)) return server;
    await sleep(100);
  }
  server.kill('SIGKILL');
  throw new Error('the server is not ready after ten seconds');
}

/** Starts a server and Chromium for the tests of a file, and ends them. */
export function useBrowser() {
  let server;
  before(async () => {
    server = await startServer();
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking'],
    });
  });
  after(async () => {
    await browser?.close();
    server?.kill('SIGTERM');
  });
}

/** What may never happen on a page: each is a line in the list that is returned. */
function watch(page) {
  const problems = [];
  page.on('console', (message) => {
    // Violations of the Content-Security-Policy are among them.
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !url.startsWith('data:')) problems.push(`request: ${url}`);
  });
  return problems;
}

/** A test with a page of its own, in a browser context with `options` (of Playwright); what matches
 * `tolerated` is no problem. */
export function pageTest(name, { tolerated = /^$/, ...options }, body) {
  test(name, async () => {
    const context = await browser.newContext({ baseURL: address, ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const problems = watch(page);
    try {
      await body(page);
      if (options.javaScriptEnabled !== false) {
        assert.equal(await page.evaluate(() => window.attacked), undefined, 'an article ran its script');
      }
    } finally {
      await context.close();
    }
    assert.deepEqual(problems.filter((problem) => !tolerated.test(problem)), []);
  });
}

/** The address of `/` or another path with parameters. */
export const at = (parameters, path = '/') => `${path}?${new URLSearchParams(parameters)}`;

/** The parameters in the address that `page` shows. */
export const asked = (page) => Object.fromEntries(new URL(page.url()).searchParams);

/** The ids of the hits, in order. */
export const hits = (page) => page.locator('#hits .hit').evaluateAll((all) => all.map((hit) => hit.dataset.id));

/** Waits for another search than `before`'s to be shown in the same document, or in another. */
export async function until(page, condition) {
  for (let tries = 0; tries < 100; ++tries) {
    if (await condition()) return;
    await sleep(50);
  }
  assert.fail(`it did not happen: ${condition}\n${page.url()}`);
}

export async function assertNoSidewaysScrolling(page) {
  const { scrollWidth, wide } = await page.evaluate(() => ({
    scrollWidth: document.scrollingElement.scrollWidth,
    wide: [...document.body.querySelectorAll('*')].filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return right > innerWidth + 1 || left < -1;
    }).slice(0, 5).map((one) => one.outerHTML.slice(0, 120)),
  }));
  assert.ok(scrollWidth <= 360, `${scrollWidth} pixels wide: ${wide.join('\n')}`);
}
