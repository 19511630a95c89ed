// Makes the page quicker to use: completions while a query is typed, searches that do not load the
// page anew, ranges drawn on the timeline, ways through an article's highlights. All of it can be
// done without this file, by the forms and links that it takes over, and those are what is followed
// where anything here fails.
//
// What comes from the server enters the page as text, or as nodes of a page that the server made;
// never as HTML put together here.
'use strict';

const language = document.documentElement.lang === 'en' ? 'en' : 'ar';
const texts = {
  ar: {
    articles: { zero: 'لا مقالات', one: 'مقالة واحدة', two: 'مقالتان', few: '# مقالات', other: '# مقالة' },
    completions: 'إكمالات',
    completionsShown: {
      one: 'إكمال واحد، اختره بالسهم', two: 'إكمالان، اختر بالسهمين', few: '# إكمالات، اختر بالسهمين',
      other: '# إكمالًا، اختر بالسهمين',
    },
    range: ['من ', ' إلى '],
    brushHelp: 'السهمان للتنقل بين الأعمدة، ومعهما Shift لتحديد مدة، ثم Enter للبحث فيها أو Escape لتركها',
    more: 'عرض المزيد',
    highlight: 'الموضع # من ',
    highlights: 'مواضع الكلمات',
    places: { one: 'موضع واحد', two: 'موضعان', few: '# مواضع', many: '# موضعًا', other: '# موضع' },
    previous: 'السابق',
    next: 'التالي',
    comma: '، ',
    cite: 'نسخ الإحالة',
    cited: 'نُسخت الإحالة',
    notCited: 'تعذر النسخ',
    shortcut: 'مفتاح / ينقل إلى خانة البحث',
  },
  en: {
    articles: { one: '1 article', other: '# articles' },
    completions: 'Completions',
    completionsShown: { one: '1 completion, take it with the arrow keys', other: '# completions, choose with the arrow keys' },
    range: ['From ', ' to '],
    brushHelp: 'Arrow keys move among the bars, with Shift they mark a range; Enter searches it, Escape drops it',
    more: 'Show more',
    highlight: 'Match # of ',
    highlights: 'Matches',
    places: { one: '1 place', other: '# places' },
    previous: 'Previous',
    next: 'Next',
    comma: ', ',
    cite: 'Copy citation',
    cited: 'Citation copied',
    notCited: 'It could not be copied',
    shortcut: 'The key / goes to the search box',
  },
}[language];

const plurals = new Intl.PluralRules(language);
const counted = (forms, number) => (forms[plurals.select(number)] ?? forms.other)
  .replace('#', number.toLocaleString('en'));

const find = (selector, within = document) => within.querySelector(selector);
const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}

function debounced(milliseconds, action) {
  let timer;
  const later = (...values) => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds, ...values);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

const form = find('#search');
const input = find('#query');
const results = find('#results');
const home = new URL(form.action);

/** The address of one of the server's routes for programs. */
const route = (path, parameters) => new URL(`v1/${path}?${parameters}`, home);

// What is told to screen readers alone.
const announcer = element('p', { class: 'visually-hidden', role: 'status' });
document.body.append(announcer);
const announce = (text) => { announcer.textContent = text; };

// ---- Searches without loading the page anew

/** Whether what `url` shows can be put into this page: searches in the language of this page. */
const isSearch = (url) => url.origin === home.origin && url.pathname === home.pathname
  && (url.searchParams.get('lang') ?? 'ar') === language;
const withoutFragment = (address) => String(address).split('#')[0];

let underWay = null;  // of the page that is being fetched
let shown = withoutFragment(location);

/** Fetches the page at `url` and puts it into this one; the browser goes there if that fails. */
async function visit(url, { push = true, place = null } = {}) {
  underWay?.abort();
  const mine = new AbortController();
  underWay = mine;
  const slow = setTimeout(() => results.setAttribute('aria-busy', 'true'), 200);
  try {
    const answer = await fetch(url, { signal: mine.signal, headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!isOfThisKind(page)) throw new Error('Another kind of page');
    if (push) history.pushState(null, '', url);
    shown = withoutFragment(location);
    show(page);
    goTo(place ?? { scroll: 0, id: 'summary' });
  } catch (error) {
    if (!mine.signal.aborted) location.assign(url);
  } finally {
    clearTimeout(slow);
    if (underWay === mine) {
      underWay = null;
      results.removeAttribute('aria-busy');
    }
  }
}

/** Not so for errors that are no page, and after the server was replaced by a newer one. */
function isOfThisKind(page) {
  const script = find('script[src]')?.getAttribute('src');
  return find('#results', page) && find('#query', page) && page.documentElement.lang === document.documentElement.lang
    && find('script[src]', page)?.getAttribute('src') === script;
}

function show(page) {
  completions.close();
  results.replaceChildren(...find('#results', page).childNodes);
  // The box itself stays, for it is listened to; what stands around it is the other page's.
  const box = find('#query', page);
  const open = find('details', form)?.open;
  input.value = box.value;
  box.replaceWith(input);
  form.replaceChildren(...find('#search', page).childNodes);
  if (open) find('details', form)?.setAttribute('open', '');
  document.title = page.title;
  document.body.className = page.body.className;
  const [here, there] = [document, page].map((of) => find('#language', of));
  if (here && there) here.setAttribute('href', there.getAttribute('href'));
  prepare();
}

// Where the reader is on a page is kept with its place in the history: how far it is scrolled, and
// what has the focus, by its id or its number among the links.
const links = () => findAll('a[href]', results);

function placeNow() {
  const focused = document.activeElement;
  return { scroll: scrollY, id: focused?.id ?? '', link: links().indexOf(focused) };
}

function goTo({ scroll, id, link }) {
  const focused = (id && document.getElementById(id)) || links()[link] || results;
  if (focused.tabIndex < 0) focused.tabIndex = -1;
  focused.focus({ preventScroll: true });
  scrollTo(0, scroll);
}

// While another page is being fetched, what is seen is no longer the history's current one.
const keepPlace = () => { if (!underWay) history.replaceState(placeNow(), ''); };
const keepPlaceSoon = debounced(150, keepPlace);

function takeOverNavigation() {
  history.scrollRestoration = 'manual';
  if (history.state) goTo(history.state);
  addEventListener('scroll', keepPlaceSoon, { passive: true });
  addEventListener('focusin', keepPlaceSoon);
  addEventListener('pagehide', keepPlace);

  addEventListener('popstate', (event) => {
    keepPlaceSoon.cancel();
    if (withoutFragment(location) === shown) return;
    visit(location.href, { push: false, place: event.state });
  });
  document.addEventListener('submit', (event) => {
    if (event.target !== form || event.defaultPrevented) return;
    event.preventDefault();
    const url = new URL(home);
    url.search = new URLSearchParams(new FormData(form));
    leave(url);
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    if (link.target || link.hasAttribute('download') || url.hash || !isSearch(url)) return;
    event.preventDefault();
    leave(url);
  });
}

/** Goes to another search, without loading the page where that can be. */
function leave(url) {
  keepPlaceSoon.cancel();
  keepPlace();
  if (isSearch(new URL(location)) && isSearch(url)) visit(url);
  else location.assign(url);
}

// Fields left as they are do not belong in the address.
form.addEventListener('formdata', ({ formData }) => {
  for (const name of new Set(formData.keys())) {
    const values = formData.getAll(name).filter((value) => value !== '');
    formData.delete(name);
    for (const value of values) formData.append(name, value);
  }
  if (formData.get('sort') === 'relevance') formData.delete('sort');
});

// ---- Completions: the combobox with a list of https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

const completions = (() => {
  const list = element('ul', { id: 'completions', role: 'listbox', 'aria-label': texts.completions });
  list.hidden = true;
  let chosen = -1;
  let request = null;

  // The role is not allowed for type=search; the keyboard of a phone is told by other means.
  input.type = 'text';
  input.inputMode = 'search';
  input.enterKeyHint = 'search';
  const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id };
  for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);

  const ask = debounced(120, async () => {
    request?.abort();
    const query = input.value;
    if (!query.trim()) return close();
    const mine = new AbortController();
    request = mine;
    try {
      const answer = await fetch(route('suggest', new URLSearchParams({ query, limit: 8 })), { signal: mine.signal });
      const found = answer.ok ? (await answer.json()).completions : [];
      if (request === mine && input.value === query && document.activeElement === input) fill(query, found);
    } catch (error) {
      if (request === mine) close();  // they are a help, not more: no message
    }
  });

  function fill(query, found) {
    list.replaceChildren(...found.map(({ text, articles }, index) => {
      const completed = text.startsWith(query) ? [query, element('b', {}, text.slice(query.length))] : [text];
      const option = element('li', { role: 'option', id: `completion-${index}`, 'aria-selected': 'false' },
        element('bdi', {}, ...completed), ' ',
        element('span', { class: 'count' }, counted(texts.articles, articles)));
      option.dataset.text = text;
      return option;
    }));
    choose(-1);
    if (found.length === 0) return close();
    input.after(list);
    list.style.insetInlineStart = 'auto';
    list.style.left = `${input.offsetLeft}px`;
    list.style.top = `${input.offsetTop + input.offsetHeight}px`;
    list.style.width = `${input.offsetWidth}px`;
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    announce(counted(texts.completionsShown, found.length));
  }

  function close() {
    ask.cancel();
    request?.abort();
    request = null;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
    announce('');
  }

  function choose(index) {
    chosen = index;
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index));
    if (index < 0) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', list.children[index].id);
    list.children[index].scrollIntoView({ block: 'nearest' });
  }

  function take(option) {
    input.value = option.dataset.text;
    close();
    form.requestSubmit();
  }

  // One past either end is the box itself, where nothing is chosen.
  function move(step) {
    if (list.hidden) return ask();
    const places = list.children.length + 1;
    choose((chosen + 1 + step + places) % places - 1);
  }

  input.addEventListener('input', (event) => { if (!event.isComposing) ask(); });
  input.addEventListener('compositionend', () => ask());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape' && !list.hidden) close();
    else if (event.key === 'Enter' && chosen >= 0) take(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  form.addEventListener('submit', close);
  // The box keeps the focus while an option is pressed.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) take(option);
  });
  return { close };
})();

// ---- The timeline: a range is marked by drawing over its bars, or with Shift and the arrow keys

function prepareTimeline() {
  const timeline = find('#timeline');
  const bars = timeline ? findAll('li[data-first]', timeline) : [];
  if (bars.length < 2) return;
  const row = bars[0].parentElement;
  const links = bars.map((bar) => find('a', bar));
  const label = element('p', { id: 'range', role: 'status' });
  const help = element('p', { id: 'range-help', class: 'visually-hidden' }, texts.brushHelp);
  timeline.append(label, help);
  row.setAttribute('aria-describedby', help.id);

  let from = -1;  // where the range begins and ends, by the bars' numbers; -1: there is none
  let to = -1;

  function mark(begin, end) {
    [from, to] = [begin, end];
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    bars.forEach((bar, index) => bar.classList.toggle('marked', from >= 0 && index >= low && index <= high));
    if (from < 0) return label.replaceChildren();
    // As much of a date as the bars stand for.
    const length = { year: 4, month: 7 }[timeline.dataset.interval] ?? 10;
    const total = bars.slice(low, high + 1).reduce((sum, bar) => sum + Number(bar.dataset.count), 0);
    const [before, between] = texts.range;
    label.replaceChildren(before, element('bdi', {}, bars[low].dataset.first.slice(0, length)), between,
      element('bdi', {}, bars[high].dataset.last.slice(0, length)), ' · ', counted(texts.articles, total));
  }
  const drop = () => mark(-1, -1);

  function apply() {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const url = new URL(links.find(Boolean)?.href ?? location);
    url.searchParams.set('from', bars[low].dataset.first);
    url.searchParams.set('to', bars[high].dataset.last);
    url.searchParams.delete('page');
    drop();
    leave(url);
  }

  // The bar at a point, or the nearest one: their row may run to either side.
  function barAt(x) {
    const distances = bars.map((bar) => {
      const { left, right } = bar.getBoundingClientRect();
      return Math.max(left - x, x - right, 0);
    });
    return distances.indexOf(Math.min(...distances));
  }

  let pressed = -1;
  let drawing = false;
  timeline.classList.add('drawable');
  row.addEventListener('dragstart', (event) => event.preventDefault());  // of the links
  row.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    pressed = barAt(event.clientX);
    drawing = false;
  });
  row.addEventListener('pointermove', (event) => {
    if (pressed < 0) return;
    const bar = barAt(event.clientX);
    if (!drawing && bar === pressed) return;
    if (!drawing) row.setPointerCapture(event.pointerId);
    drawing = true;
    mark(pressed, bar);
  });
  row.addEventListener('pointerup', () => {
    if (drawing && from >= 0) apply();
    pressed = -1;
  });
  row.addEventListener('pointercancel', () => {
    pressed = -1;
    drop();
  });
  // The click that ends a stroke is no click on a bar.
  row.addEventListener('click', (event) => {
    if (drawing && event.detail > 0) event.preventDefault();
    drawing = false;
  }, { capture: true });
  timeline.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || from < 0) return;
    pressed = -1;
    drop();
  });

  // One stop for the tab key; arrow keys go on from there.
  const stops = [...links.keys()].filter((index) => links[index]);
  for (const index of stops) links[index].tabIndex = index === stops[0] ? 0 : -1;
  row.addEventListener('focusin', (event) => {
    for (const index of stops) links[index].tabIndex = links[index] === event.target ? 0 : -1;
  });
  row.addEventListener('keydown', (event) => {
    const here = stops.findIndex((index) => links[index] === document.activeElement);
    if (here < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && from >= 0) {
      event.preventDefault();
      return apply();
    }
    const onward = getComputedStyle(row).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = onward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const there = { [onward]: here + 1, [back]: here - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (there === undefined) return;
    event.preventDefault();
    const bar = stops[Math.min(Math.max(there, 0), stops.length - 1)];
    links[bar].focus();
    if (event.shiftKey) mark(from < 0 ? stops[here] : from, bar);
    else drop();
  });
}

// ---- Facets: names beyond those that the page has

function prepareFacets() {
  for (const section of findAll('#facets section[data-field][data-distinct]')) {
    const names = find('ul, ol', section);
    if (!names || names.children.length >= Number(section.dataset.distinct)) continue;
    const more = element('button', { type: 'button', class: 'more' }, texts.more);
    more.addEventListener('click', () => showAllNames(section, names, more));
    section.append(more);
  }
}

async function showAllNames(section, names, more) {
  const { field } = section.dataset;
  const parameters = new URLSearchParams(location.search);
  for (const name of ['lang', 'page', 'interval', 'sort', 'collapse']) parameters.delete(name);
  parameters.set('by', field);
  parameters.set('limit', '100');
  more.disabled = true;
  try {
    const answer = await fetch(route('facets', parameters));
    const values = (await answer.json()).facets[field].values;
    const before = names.children.length;
    names.replaceChildren(...values.map(({ value, articles }) => element('li', {}, facetLink(field, value, articles))));
    more.remove();
    find('a', names.children[before] ?? names)?.focus();
  } catch (error) {
    more.disabled = false;
  }
}

/** Adds the value to the search, or takes it away if it is there. */
function facetLink(field, value, articles) {
  const url = new URL(location);
  const isChosen = url.searchParams.getAll(field).includes(value);
  if (isChosen) url.searchParams.delete(field, value);
  else url.searchParams.append(field, value);
  url.searchParams.delete('page');
  return element('a', { href: url.pathname + url.search, ...isChosen && { 'aria-current': 'true' } },
    element('bdi', {}, value), ' ', element('span', { class: 'count' }, articles.toLocaleString('en')));
}

// ---- An article: from highlight to highlight, and its citation

function prepareArticle() {
  const article = find('#article');
  if (!article) return;
  const tools = element('div', { class: 'tools' });
  const marks = findAll('mark', article);
  if (marks.length > 0) tools.append(highlightButtons(marks));
  tools.append(citationButton(article));
  find('header', article).after(tools);
}

function highlightButtons(marks) {
  let current = -1;
  const position = element('output', {}, counted(texts.places, marks.length));
  const step = (by) => () => {
    marks[current]?.classList.remove('current');
    current = current < 0 && by < 0 ? marks.length - 1 : (current + by + marks.length) % marks.length;
    marks[current].classList.add('current');
    marks[current].scrollIntoView({ block: 'center' });
    position.textContent = texts.highlight.replace('#', current + 1) + marks.length;
  };
  const button = (text, by) => {
    const made = element('button', { type: 'button' }, text);
    made.addEventListener('click', step(by));
    return made;
  };
  return element('div', { role: 'group', 'aria-label': texts.highlights },
    button(texts.previous, -1), ' ', position, ' ', button(texts.next, 1));
}

function citationButton(article) {
  const button = element('button', { type: 'button' }, texts.cite);
  button.addEventListener('click', async () => {
    const parts = ['.author', 'h1', '.source', '.date'].map((name) => find(`header ${name}`, article)?.textContent.trim());
    const address = find('a.source', article)?.href ?? withoutFragment(location).split('?')[0];
    try {
      await navigator.clipboard.writeText([...parts, address].filter(Boolean).join(texts.comma));
      button.textContent = texts.cited;
    } catch (error) {  // not allowed, or not there for a page that came without TLS
      button.textContent = texts.notCited;
    }
    announce(button.textContent);
  });
  return button;
}

// ---- The key / goes to the box. Who works by voice can switch it off (WCAG 2.1.4).

const shortcut = {
  get on() { try { return localStorage.getItem('shortcut') !== 'off'; } catch (error) { return true; } },
  set on(value) { try { localStorage.setItem('shortcut', value ? 'on' : 'off'); } catch (error) { /* for this page only */ } },
};

function prepareShortcut() {
  const fields = find('#options .fields');
  if (!fields) return;
  const box = element('input', { type: 'checkbox', id: 'shortcut' });
  box.checked = shortcut.on;
  box.addEventListener('change', () => { shortcut.on = box.checked; });
  fields.append(element('label', { class: 'switch' }, box, ' ', texts.shortcut));
}

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest('input, select, textarea, [contenteditable]') || !shortcut.on) return;
  event.preventDefault();
  input.focus();
  input.select();
});

// ----

/** What each page that is shown gets. */
function prepare() {
  prepareTimeline();
  prepareFacets();
  prepareArticle();
  prepareShortcut();
}

prepare();
takeOverNavigation();
