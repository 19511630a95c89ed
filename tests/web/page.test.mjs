// What a reader does on the page, in a browser.
import assert from 'node:assert/strict';
import { address, asked, assertNoSidewaysScrolling, at, hits, kPhone, pageTest, until, useBrowser } from './support.mjs';

useBrowser();

/** Marks the document, so that a page that was loaded anew can be told. */
const stamp = (page) => page.evaluate(() => { window.stamped = true; });
const isSameDocument = (page) => page.evaluate(() => window.stamped === true);
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.className);

pageTest('the front page is Arabic, and its box takes a query', {}, async (page) => {
  await page.goto('/');
  assert.equal(await page.getAttribute('html', 'lang'), 'ar');
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
  await stamp(page);
  await page.fill('#query', 'مكتبة');
  await page.press('#query', 'Enter');
  await page.waitForSelector('#hits .hit');
  assert.ok(await isSameDocument(page));
  assert.deepEqual(asked(page), { query: 'مكتبة' });
  assert.match(await page.title(), /مكتبة/);
  assert.equal(await focused(page), 'summary');
  assert.ok(await page.locator('#hits mark').count() > 0);
});

pageTest('a search puts the same into the page as loading it does', {}, async (page) => {
  await page.goto(at({ query: 'مكتبة' }));
  const loaded = await hits(page);
  await page.goto('/');
  await page.fill('#query', 'مكتبة');
  await page.press('#query', 'Enter');
  await page.waitForSelector('#hits .hit');
  assert.deepEqual(await hits(page), loaded);
});

pageTest('completions are chosen with the keyboard', {}, async (page) => {
  await page.goto('/');
  await page.click('#query');
  await page.keyboard.type('مكتبة ال');
  await page.waitForSelector('#completions [role=option]');
  assert.equal(await page.getAttribute('#query', 'aria-expanded'), 'true');
  assert.equal(await page.getAttribute('#query', 'aria-activedescendant'), null);

  await page.keyboard.press('ArrowDown');
  const chosen = page.locator(`#${await page.getAttribute('#query', 'aria-activedescendant')}`);
  assert.equal(await chosen.getAttribute('aria-selected'), 'true');
  const text = await chosen.locator('bdi').textContent();
  assert.match(text, /^مكتبة ال/);

  await page.keyboard.press('ArrowUp');
  assert.equal(await page.getAttribute('#query', 'aria-activedescendant'), null);
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('#completions').isHidden());
  assert.equal(await page.inputValue('#query'), 'مكتبة ال');

  await page.keyboard.press('ArrowDown');
  await page.waitForSelector('#completions [role=option]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#hits .hit');
  assert.equal(asked(page).query, text);
  assert.ok(await page.locator('#completions').isHidden());
});

pageTest('a completion that is late for what was typed since is not shown', {}, async (page) => {
  const held = [];
  await page.route('**/v1/suggest?**', (route) => {
    if (new URL(route.request().url()).searchParams.get('query') === 'مك') held.push(route);
    else route.continue();
  });
  await page.goto('/');
  await page.click('#query');
  await page.keyboard.type('مك');
  await until(page, () => held.length === 1);
  await page.keyboard.type('تبة الص');
  await page.waitForSelector('#completions [role=option]');
  await held[0].continue().catch(() => {});  // it was given up
  await page.waitForTimeout(200);
  for (const text of await page.locator('#completions bdi').allTextContents()) assert.match(text, /^مكتبة/);
});

pageTest('nothing is asked for while a word is being composed', {}, async (page) => {
  await page.goto('/');
  await page.click('#query');
  let asked = 0;
  page.on('request', (request) => { asked += request.url().includes('/v1/suggest'); });
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'مكت', selectionStart: 3, selectionEnd: 3 });
  await page.waitForTimeout(400);
  assert.equal(asked, 0);
  await session.send('Input.insertText', { text: 'مكتب' });
  await until(page, () => asked > 0);
});

pageTest('a facet narrows the search down, and its filter can be taken away', {}, async (page) => {
  await page.goto(at({ query: 'مكتبة' }));
  await stamp(page);
  const total = (await hits(page)).length;
  await page.click('#facets [data-field=source] a >> nth=0');
  await page.waitForSelector('#filters a');
  assert.ok(asked(page).source);
  assert.ok((await hits(page)).length < total);
  await page.click('#filters a');
  await page.waitForSelector('#filters a', { state: 'detached' });
  assert.equal(asked(page).source, undefined);
  assert.equal((await hits(page)).length, total);
  assert.ok(await isSameDocument(page));
});

const spellings = (page) => page.locator('#variants div:first-child li > bdi').allTextContents();

for (const [lang, remove, include, all] of [['ar', 'لا تبحث عن مسئول', 'ابحث أيضًا عن مسئول', 'أعِدها كلها'],
  ['en', 'Do not search مسئول', 'Also search مسئول', 'Put all back']]) {
  pageTest(`other spellings are left out one by one, and put back: ${lang}`, {}, async (page) => {
    await page.goto(at({ query: 'مئة مسؤول عشرين', lang }));
    await stamp(page);
    const total = await page.textContent('#summary');
    assert.ok((await page.locator('#variants li .drop bdi').allTextContents()).includes('مسئول'));
    await page.getByRole('link', { name: remove, exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#excluded');
    assert.equal(asked(page)['exclude-variant'], 'مسئول');
    assert.notEqual(await page.textContent('#summary'), total);
    assert.equal(await focused(page), 'summary');

    await page.locator('#variants .drop').first().click();
    await until(page, async () => await page.locator('#excluded a').count() === 2);
    await page.click('#hits h3 a');
    await page.waitForSelector('#article');
    assert.match(page.url(), /exclude-variant/);
    await page.click('.back a');
    await page.waitForSelector('#excluded');

    await page.getByRole('link', { name: include, exact: true }).click();
    await until(page, async () => await page.locator('#excluded a').count() === 1);
    await page.goBack();
    await until(page, async () => await page.locator('#excluded a').count() === 2);
    await page.getByRole('link', { name: all, exact: true }).click();
    await page.waitForSelector('#excluded', { state: 'detached' });
    assert.equal(await page.textContent('#summary'), total);
  });
}

pageTest('other spellings are left out without JavaScript', { javaScriptEnabled: false, ...kPhone }, async (page) => {
  await page.goto(at({ query: 'مئة مسؤول عشرين' }));
  const before = await spellings(page);
  await page.click('#variants .drop >> nth=0');
  await page.waitForSelector('#excluded');
  assert.deepEqual(await spellings(page), before.slice(1));
  await page.click('#search [type=submit]');
  await page.waitForSelector('#excluded');
  await page.click('#excluded a');
  await page.waitForSelector('#excluded', { state: 'detached' });
  assert.deepEqual(await spellings(page), before);
  await assertNoSidewaysScrolling(page);
});

for (const javaScriptEnabled of [true, false]) {
  pageTest(`on a phone one link leads to the facets and one back, JavaScript ${javaScriptEnabled}`,
    { javaScriptEnabled, ...kPhone }, async (page) => {
      await page.goto(at({ query: 'مكتبة' }));
      const inSight = async (selector) => {
        const box = await page.locator(selector).first().boundingBox();
        return box !== null && box.y >= 0 && box.y + box.height <= kPhone.viewport.height;
      };
      assert.ok(!await inSight('#facets h2'));
      await page.click('#orders a[href="#facets"]');
      await until(page, () => inSight('#facets h2'));
      await page.click('p.on-phones a');
      await until(page, () => inSight('#summary'));
    });
}

/** The middle of a bar. */
async function middleOf(bar) {
  const box = await bar.boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

pageTest('a range is drawn over the timeline, which runs from the right in Arabic', {}, async (page) => {
  await page.goto(at({ query: 'مكتبة' }));
  await stamp(page);
  const bars = page.locator('#timeline li[data-first]');
  const [first, last] = [bars.nth(1), bars.nth(3)];
  const [[x1, y1], [x2, y2]] = [await middleOf(first), await middleOf(last)];
  assert.ok(x1 > x2);
  const expected = { from: await first.getAttribute('data-first'), to: await last.getAttribute('data-last') };
  await page.mouse.move(x2, y2);
  await page.mouse.down();
  await page.mouse.move((x1 + x2) / 2, y1, { steps: 4 });
  await page.mouse.move(x1, y1, { steps: 4 });
  assert.equal(await page.locator('#timeline li.marked').count(), 3);
  assert.match(await page.textContent('#range'), new RegExp(expected.from.slice(0, 4)));
  await page.mouse.up();
  await until(page, () => asked(page).from);
  await page.waitForSelector('#filters a');
  const { from, to, query } = asked(page);
  assert.deepEqual({ from, to, query }, { ...expected, query: 'مكتبة' });
  assert.ok(await isSameDocument(page));
});

pageTest('a range is marked with the keyboard, and dropped', {}, async (page) => {
  await page.goto(at({ query: 'مكتبة', lang: 'en' }));
  const links = page.locator('#timeline li a');
  await links.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  assert.ok(await page.locator('#timeline li.marked').count() >= 3);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#timeline li.marked').count(), 0);
  assert.equal(asked(page).from, undefined);
  await page.keyboard.press('Shift+ArrowLeft');
  const marked = page.locator('#timeline li.marked');
  const expected = [await marked.first().getAttribute('data-first'), await marked.last().getAttribute('data-last')];
  await page.keyboard.press('Enter');
  await until(page, () => asked(page).from);
  assert.deepEqual([asked(page).from, asked(page).to], expected);
});

pageTest('a range is drawn with a finger', kPhone, async (page) => {
  await page.goto(at({ query: 'مكتبة' }));
  const bars = page.locator('#timeline li[data-first]');
  await bars.first().scrollIntoViewIfNeeded();
  const [[x1, y1], [x2]] = [await middleOf(bars.nth(0)), await middleOf(bars.nth(2))];
  const session = await page.context().newCDPSession(page);
  const touch = (type, x) => session.send('Input.dispatchTouchEvent',
    { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: y1 }] });
  await touch('touchStart', x1);
  for (const part of [0.2, 0.4, 0.6, 0.8, 1]) await touch('touchMove', x1 + (x2 - x1) * part);
  await touch('touchEnd');
  await until(page, () => asked(page).from);
});

pageTest('pages are turned, and going back finds the place again', { viewport: { width: 900, height: 500 } }, async (page) => {
  await page.goto(at({ query: 'في' , limit: 10 }));
  await stamp(page);
  const first = await hits(page);
  await page.click('#pages [rel=next]');
  await until(page, async () => (await hits(page))[0] !== first[0]);
  assert.equal(await page.evaluate(() => scrollY), 0);
  const second = await hits(page);
  assert.ok(second.every((id) => !first.includes(id)));

  await page.goBack();
  await until(page, async () => (await hits(page))[0] === first[0]);
  assert.ok(await page.evaluate(() => scrollY) > 0, 'it stands at the top again');
  assert.equal(await page.evaluate(() => document.activeElement.rel), 'next');
  await page.goForward();
  await until(page, async () => (await hits(page))[0] === second[0]);
  assert.ok(await isSameDocument(page));
});

pageTest('an article opens with its highlights, and going back finds the place again',
  { viewport: { width: 900, height: 500 } }, async (page) => {
    await page.goto(at({ query: 'مكتبة' }));
    await page.fill('#query', 'مكتبة الصحف');
    await page.press('#query', 'Enter');
    await until(page, () => asked(page).query === 'مكتبة الصحف');
    const found = await hits(page);
    const link = page.locator('#hits h3 a').nth(4);
    const title = await link.textContent();
    await link.scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    await link.click();
    await page.waitForSelector('main h1, main h2');
    assert.match(page.url(), /\/articles\//);
    assert.equal((await page.textContent('main h1')).trim(), title.trim());
    assert.ok(await page.locator('main mark').count() > 0);
    assert.equal(await page.inputValue('#query'), 'مكتبة الصحف');
    await page.goBack();
    await page.waitForSelector('#hits .hit');
    assert.deepEqual(await hits(page), found);
    await until(page, async () => Math.abs(await page.evaluate(() => scrollY) - place) < 50);
    assert.equal((await page.evaluate(() => document.activeElement.textContent)).trim(), title.trim());
  });

pageTest('one goes from highlight to highlight, and takes the citation along',
  { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.goto(at({ query: 'مكتبة' }, '/articles/waraq-2022-1004'));
    const [previous, next] = [page.locator('.tools [role=group] button').first(), page.locator('.tools [role=group] button').last()];
    assert.match(await page.textContent('.tools output'), /موضع|مواضع/);
    await next.click();
    assert.equal(await page.locator('mark.current').count(), 1);
    const marks = await page.locator('main article mark').count();
    await previous.click();
    assert.ok(await page.locator('main article mark').nth(marks - 1).evaluate((mark) => mark.classList.contains('current')));
    await page.click('.tools > button');
    await until(page, async () => (await page.evaluate(() => navigator.clipboard.readText())).includes('/2022/1004'));
    const cited = await page.evaluate(() => navigator.clipboard.readText());
    const place = async (name) => cited.indexOf((await page.textContent(`#article header ${name}`)).trim());
    const places = [await place('h1'), await place('.source'), await place('.date')];
    assert.ok(places[0] >= 0 && places[0] < places[1] && places[1] < places[2], cited);
  });

pageTest('the language is switched, and the search stays', {}, async (page) => {
  await page.goto('/');
  await page.fill('#query', 'مكتبة');
  await page.press('#query', 'Enter');
  await page.waitForSelector('#hits .hit');
  const found = await hits(page);
  await page.click('#language');
  await page.waitForSelector('html[lang=en]');
  assert.equal(await page.getAttribute('html', 'dir'), 'ltr');
  assert.deepEqual(asked(page), { query: 'مكتبة', lang: 'en' });
  assert.deepEqual(await hits(page), found);
  await page.press('#query', 'Enter');
  await until(page, async () => await focused(page) === 'summary');
  assert.equal(asked(page).lang, 'en');
});

pageTest('without JavaScript: search, filter, page, article, language', { javaScriptEnabled: false }, async (page) => {
  await page.goto('/');
  await page.fill('#query', 'في');
  await page.press('#query', 'Enter');
  await page.waitForSelector('#hits .hit');
  const first = await hits(page);
  await page.click('#pages [rel=next]');
  await page.waitForSelector('#pages [rel=prev]');
  assert.notDeepEqual(await hits(page), first);
  await page.click('#facets [data-field=source] a >> nth=0');
  await page.waitForSelector('#filters a');
  await page.click('#timeline li a >> nth=0');
  await until(page, () => asked(page).from);
  await page.click('#hits h3 a >> nth=0');
  await page.waitForSelector('main h1');
  await page.click('#language');
  await page.waitForSelector('html[lang=en] main h1');
});

pageTest('where fetching fails, the browser goes there itself', {}, async (page) => {
  await page.goto(at({ query: 'مكتبة' }));
  await stamp(page);
  await page.route('**/*', (route) => (route.request().isNavigationRequest() ? route.continue() : route.fulfill({ status: 200, body: '{}' })));
  await page.click('#facets [data-field=source] a >> nth=0');
  await until(page, () => asked(page).source);
  await page.waitForSelector('#filters a');
  assert.equal(await isSameDocument(page), false);
});

pageTest('the keyboard is enough: from the address to an article', {}, async (page) => {
  await page.goto(at({ lang: 'en' }));
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('/');
  assert.equal(await focused(page), 'query');
  await page.keyboard.type('مكتبة/');
  assert.equal(await page.inputValue('#query'), 'مكتبة/');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#hits .hit');
  for (let tabs = 0; tabs < 60; ++tabs) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.closest('#hits h3') !== null)) break;
  }
  const title = await page.evaluate(() => document.activeElement.textContent.trim());
  await page.keyboard.press('Enter');
  await page.waitForURL('**/articles/**');
  assert.equal((await page.textContent('main h1')).trim(), title);
});

pageTest('each stop of the tab key can be seen', {}, async (page) => {
  await page.goto(at({ query: 'مكتبة' }));
  for (let tabs = 0; tabs < 40; ++tabs) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const one = document.activeElement;
      const { width, height } = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      return { html: one.outerHTML.slice(0, 100), seen: width > 0 && height > 0
        && (style.outlineStyle !== 'none' || style.boxShadow !== 'none' || one === document.body) };
    });
    assert.ok(stop.seen, stop.html);
  }
});

for (const lang of ['ar', 'en']) {
  pageTest(`a phone needs no sideways scrolling: ${lang}`, kPhone, async (page) => {
    for (const path of [at({ lang }), at({ lang, query: 'مكتبة' }), at({ lang, query: 'مكتبة', collapse: '1', from: '2010-01-01' }),
      at({ lang, query: 'زقفطلمنهوي' }), at({ lang, query: 'مكتبة' }, '/articles/waraq-2022-1004')]) {
      await page.goto(path);
      await assertNoSidewaysScrolling(page);
    }
    await page.goto(at({ lang }));
    await page.locator('#query').pressSequentially('مكتبة ال');
    await page.waitForSelector('#completions [role=option]');
    await assertNoSidewaysScrolling(page);
  });
}

pageTest('dark where the system is dark', { colorScheme: 'dark' }, async (page) => {
  await page.goto(at({ query: 'مكتبة' }));
  const brightness = (property) => page.evaluate((name) => {
    const [red, green, blue] = getComputedStyle(document.body)[name].match(/[\d.]+/g).map(Number);
    return (red + green + blue) / 3;
  }, property);
  assert.ok(await brightness('backgroundColor') < 60);
  assert.ok(await brightness('color') > 180);
});

pageTest('the whole page takes less than 100 KB, and is painted at once', {}, async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.goto(at({ query: 'مكتبة' }));
  await page.waitForLoadState('networkidle');
  assert.ok(bytes > 5_000 && bytes < 100_000, `${bytes} bytes`);
  const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  console.log(`# results: ${bytes} bytes, first contentful paint after ${painted} ms`);
});
