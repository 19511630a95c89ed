// The page held against WCAG 2.2, levels A and AA, as far as axe-core can judge it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { at, kPhone, pageTest, useBrowser } from './support.mjs';

useBrowser();

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function assertAccessible(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => axe.run({ runOnly: { type: 'tag', values } }), kRules);
  assert.deepEqual(violations.map(({ id, nodes }) => [what, id, nodes.slice(0, 3).map((node) => node.html + node.failureSummary)]), []);
}

// The browser's console notes an answer 400, which is what a bad query gets.
const tolerated = /status of 400/;

const kPages = {
  'front page': (lang) => at({ lang }),
  results: (lang) => at({ lang, query: 'مكتبة', collapse: '1' }),
  filtered: (lang) => at({ lang, query: 'مكتبة', from: '2015-01-01', source: 'المرصد' }),
  'other spellings': (lang) => at({ lang, query: 'مئة مسؤول عشرين' }),
  'other spellings left out': (lang) => at([['lang', lang], ['query', 'مئة مسؤول عشرين'],
    ['exclude-variant', 'مسئول'], ['exclude-variant', '20']]),
  'a note': (lang) => at({ lang, query: '(مكتبة', source: 'لا صحيفة' }),
  'nothing found': (lang) => at({ lang, query: 'زقفطلمنهوي' }),
  'a misspelling': (lang) => at({ lang, query: 'المكتبتة' }),
  'a bad query': (lang) => at({ lang, query: 'مكتبة', from: '2018-02-31' }),
  article: (lang) => at({ lang, query: 'مكتبة' }, '/articles/waraq-2022-1004'),
};

for (const lang of ['ar', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    pageTest(`WCAG 2.2 AA: ${lang}, ${colorScheme}`, { tolerated, colorScheme, bypassCSP: true }, async (page) => {
      for (const [what, path] of Object.entries(kPages)) {
        await page.goto(path(lang));
        const details = await page.locator('details').all();
        for (const one of details) await one.evaluate((element) => { element.open = true; });
        await assertAccessible(page, what);
      }
    });
  }
}

pageTest('WCAG 2.2 AA: completions, and a range being marked', { bypassCSP: true }, async (page) => {
  await page.goto(at({ query: 'مكتبة' }));
  await page.locator('#timeline li a').first().focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await assertAccessible(page, 'range');
  await page.fill('#query', '');
  await page.locator('#query').pressSequentially('مكتبة ال');
  await page.waitForSelector('#completions [role=option]');
  await page.keyboard.press('ArrowDown');
  await assertAccessible(page, 'completions');
});

pageTest('WCAG 2.2 AA: a phone', { tolerated, ...kPhone, bypassCSP: true }, async (page) => {
  for (const [what, path] of Object.entries(kPages)) {
    await page.goto(path('ar'));
    await assertAccessible(page, what);
  }
});
