// Articles that attack the page: nothing of theirs is run, asked for from elsewhere, or leaves its place.
import assert from 'node:assert/strict';
import { assertNoSidewaysScrolling, at, hits, kPhone, pageTest, useBrowser } from './support.mjs';
import { kArticles, kKeptBody, kKeptTag, kLongLatin, kLongWord } from './hostile.mjs';

useBrowser();

const search = at({ query: 'عدوان', limit: 50 });

for (const [name, options] of [['wide', {}], ['on a phone', kPhone]]) {
  pageTest(`hostile articles among the results, ${name}`, options, async (page) => {
    await page.goto(search);
    const ids = await hits(page);
    for (const { id } of kArticles) assert.ok(ids.includes(id), id);
    assert.ok((await page.locator('#hits h3').allTextContents()).some((title) => title.includes(kKeptTag)));
    if (options === kPhone) await assertNoSidewaysScrolling(page);
    for (const source of await page.locator('#facets [data-field=source] a').all()) await source.hover({ trial: true });
  });

  for (const [number, article] of kArticles.entries()) {
    pageTest(`hostile article ${number + 1}, ${name}`, options, async (page) => {
      await page.goto(search);
      await page.locator('#hits .hit').nth((await hits(page)).indexOf(article.id)).locator('h3 a').click();
      await page.waitForURL('**/articles/**');
      await page.waitForSelector('main h1');
      assert.equal(await page.locator('main script, main img, main svg').count(), 0);
      if (options === kPhone) await assertNoSidewaysScrolling(page);
      for (const href of await page.locator('a').evaluateAll((links) => links.map((link) => link.href))) {
        assert.match(href, /^https?:\/\//);
      }
      const { title } = await page.evaluate(async (id) => (await fetch(`/v1/articles/${encodeURIComponent(id)}`)).json(), article.id);
      // All of it, or a long beginning; characters that turn the direction may be left out.
      const [stored, shown] = [title, await page.textContent('main h1')].map((text) => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, ''));
      assert.ok(stored.startsWith(shown) && shown.length >= Math.min(stored.length, 1_000), shown.slice(0, 200));
    });
  }
}

pageTest('what an article keeps of an attack is shown as text', {}, async (page) => {
  const { id } = kArticles[2];
  await page.goto(`/articles/${encodeURIComponent(id)}`);
  const { body } = await page.evaluate(async (one) => (await fetch(`/v1/articles/${encodeURIComponent(one)}`)).json(), id);
  const shown = await page.textContent('main');
  for (const kept of [...kKeptBody, kLongWord, kLongLatin]) {
    assert.ok(body.includes(kept), `stored: ${kept.slice(0, 50)}`);
    assert.ok(shown.includes(kept), `shown: ${kept.slice(0, 50)}`);
  }
});

pageTest('a hostile query comes back as text', {}, async (page) => {
  for (const query of ['"><script>window.attacked=true</script>', "' onfocus='window.attacked=true' autofocus='", '\u202E</title><svg onload=window.attacked=true>', '{{7*7}} ${7*7}', 'ب'.repeat(2000)]) {
    await page.goto(at({ query }));
    assert.equal(await page.inputValue('#query'), query);
    assert.equal(await page.locator('main script, main svg').count(), 0);
    await page.goto('/');
    await page.fill('#query', query);
    await page.press('#query', 'Enter');
    await page.waitForFunction(() => document.activeElement.id === 'summary' || document.activeElement.id === 'results');
  }
});

pageTest('a completion is text, whatever the server answers', {}, async (page) => {
  await page.route('**/v1/suggest?**', (route) => route.fulfill({
    json: { version: 1, completions: [{ text: '<img src=x onerror="window.attacked=true">', word: '', articles: 1 }] },
  }));
  await page.goto('/');
  await page.click('#query');
  await page.keyboard.type('عد');
  await page.waitForSelector('#completions [role=option]');
  assert.equal(await page.textContent('#completions bdi'), '<img src=x onerror="window.attacked=true">');
});

pageTest('characters that turn the direction do not leave their article', {}, async (page) => {
  await page.goto(search);
  // Where each hit's date stands is the same for all, whatever the titles and sources hold.
  const texts = await page.locator('#hits .hit .about').allInnerTexts();
  assert.ok(texts.length >= kArticles.length);
  const isolated = await page.locator('#hits .hit .about, #hits .hit h3 a, #facets li a').evaluateAll((all) => all.every((one) => {
    const inside = [...one.querySelectorAll('bdi, [dir=auto]')].map((part) => part.textContent).join('');
    const own = one.closest('[dir=auto], bdi') ? '' : one.textContent.replace(inside, '');
    return !/[\u202A-\u202E\u2066-\u2069]/.test(own) || one.matches('[dir=auto]') || one.querySelector('bdi, [dir=auto]');
  }));
  assert.ok(isolated);
});
