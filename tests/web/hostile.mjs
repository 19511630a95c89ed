// Articles that attack the page which shows them, as JSON lines. All of them are found by عدوان.
const script = `<script>window.attacked = true; alert('attacked')</script>`;
const image = `<img src="http://attacker.example/pixel.png" onerror="window.attacked = true">`;
// Reading an article takes whole tags away, not one that never ends.
export const kKeptTag = '<svg/onload=window.attacked=true //';
// Nor marks beside no name, nor references that were escaped twice.
const body = `1 < 2 && 3 > 2 ]]> &amp;lt;script&amp;gt;window.attacked=true&amp;lt;/script&amp;gt; ${kKeptTag}`;
export const kKeptBody = ['1 < 2 && 3 > 2 ]]>', '&lt;script&gt;window.attacked=true&lt;/script&gt;', 'نص مقلوب', kKeptTag];
// U+202E turns what follows around, U+2067 and U+202B open what is never closed, U+2069 closes what
// was opened elsewhere.
const bidi = '\u202Eنص مقلوب\u2067 عدوان \u202Babc \u2069\u2069\u202C';

export const kLongWord = 'ب'.repeat(10_000);
export const kLongLatin = 'w'.repeat(10_000);

export const kArticles = [
  {
    id: `"><script>window.attacked = true</script>`,
    title: `عدوان ${script} ${bidi} ${kKeptTag}`,
    body: `${script} ${image} عدوان </title></textarea></main><svg onload="window.attacked = true">\n` +
      `${bidi}\n${kLongWord} عدوان ${kLongLatin}\n&lt;b&gt; &amp; &#x202E; ]]> <!-- عدوان ${kKeptTag}`,
    date: '2020-05-01',
    source: `</a><script>window.attacked = true</script>${bidi}`,
    category: `"' onmouseover="window.attacked = true`,
    author: `${image}${'ك'.repeat(500)}`,
    url: 'javascript:window.attacked=true',
  },
  {
    id: `folder/../sub folder/it's "here"?query=x#part&lang=en%2F`,
    title: `عدوان على الأسماء: / ? # & % '`,
    body: `سطر عن عدوان في <a href="javascript:window.attacked=true">رابط</a> و${kLongWord}.`,
    date: '2020-06-02',
    source: `أخبار & "آراء" / <تجربة>`,
    url: 'http://attacker.example/"onclick="window.attacked=true',
  },
  {
    id: 'data:text/html,<script>window.attacked=true</script>',
    title: kLongLatin,
    body: `عدوان ${'عدوان '.repeat(2_000)}\n${bidi}\n${kLongWord} عدوان ${kLongLatin}\n${body}`,
    date: '2020-07-03',
    source: kLongWord.slice(0, 300),
    url: 'data:text/html,<script>window.attacked=true</script>',
  },
];

if (import.meta.url === `file://${process.argv[1]}`) {
  for (const article of kArticles) console.log(JSON.stringify(article));
}
