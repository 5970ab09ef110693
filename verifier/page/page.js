/** The page: takes the files, has the core verify them, and says what came of it in the reader's language. */
const byId = (id) => document.getElementById(id);
const languages = Object.keys(words);
let language = languages.find((code) => navigator.language.startsWith(code)) ?? 'en';
let outcome;

function showWords() {
  document.documentElement.lang = language;
  document.title = words[language].title;
  for (const element of document.querySelectorAll('[data-words]'))
    element.textContent = words[language][element.dataset.words];
  for (const button of document.querySelectorAll('[data-language]'))
    button.setAttribute('aria-pressed', String(button.dataset.language === language));
  showOutcome();
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

/** Nothing that was read is ever taken for markup: it is set as text. */
function showOutcome() {
  const place = byId('outcome');
  place.replaceChildren();
  if (!outcome) return;
  const said = words[language];
  if (outcome.problem) return place.append(element('p', said[outcome.problem], { class: 'bad' }));
  const { report } = outcome;
  const { fault } = report;
  const isUnknown = fault && isUnproved(fault.code);
  const heading = isUnknown ? said.unproved : fault ? said.bad : said.well;
  place.append(element('h2', heading, { class: fault ? 'bad' : 'well', tabindex: '-1' }));
  if (fault) {
    place.append(element('p', said.faults[fault.code] ?? fault.code));
    if (fault.position !== null) place.append(element('p', said.at(fault.position)));
    const detail = element('p', `${said.detail}: `);
    detail.append(element('span', fault.detail, { lang: 'en' }));
    place.append(detail, element('p', isUnknown ? said.unprovedHint : said.after));
    return;
  }
  place.append(facts(report, said), element('h3', said.notChecked), gaps(report, said));
  if (place.lastChild.children.length === 0) place.lastChild.previousSibling.remove();
}

function facts(report, said) {
  const { from, to, size, old, erased, disposed } = report;
  const list = document.createElement('dl');
  const add = (isThere, name, text) => isThere && list.append(element('dt', name), element('dd', text));
  const places = (at) => `${at.slice(0, 100).join(', ')}${at.length > 100 ? ' …' : ''}`;
  const parts = [to - from < size && said.part(report), report.streamsOnly && said.only(report)].filter(Boolean);
  add(true, said.county, `${report.county} · ${report.origin}`);
  add(true, said.read, [said.readCount(report), ...parts].join(', '));
  add(true, said.upTo, said.upToText(report));
  add(true, said.root, report.root);
  for (const { key, witnessedAt } of report.signedBy)
    add(true, said.signed, witnessedAt === null ? key : `${key} (${said.witness(witnessedAt)})`);
  for (const key of report.notSigning) add(true, said.unsigned, key);
  add(old, said.grown, old && said.grownText(old));
  add(erased.length > 0, said.erased, places(erased));
  add(disposed.length > 0, said.disposed, places(disposed));
  return list;
}

function gaps({ keysFrom, old, notKnown }, said) {
  const list = document.createElement('ul');
  if (keysFrom === 'bundle') list.append(element('li', said.whoSigned));
  if (!old) list.append(element('li', said.sameLog));
  if (notKnown > 0) list.append(element('li', said.unknown(notKnown)));
  return list;
}

async function* chunksOf(file) {
  const progress = byId('progress');
  const reader = file.stream().getReader();
  for (let read = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return;
    read += value.length;
    progress.value = read / file.size;
    yield value;
  }
}

async function verify() {
  const [bundle] = byId('bundle').files;
  if (!bundle) return { problem: 'choose' };
  const [old] = byId('old').files;
  const keys = byId('keys')
    .value.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify']);
  } catch {
    return { problem: 'noEd25519' };
  }
  const noKey = keys.find((line) => !keyOf(line, sha256));
  if (noKey !== undefined)
    return { report: { fault: { code: 'key', position: null, detail: `this is no key: ${noKey}` } } };
  try {
    return { report: await verifyBundle(chunksOf(bundle), { keys, old: await old?.text(), sha256 }) };
  } catch {
    return { problem: 'unreadable' };
  }
}

byId('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const [button, progress] = [byId('verify'), byId('progress')];
  outcome = undefined;
  showOutcome();
  button.disabled = true;
  progress.value = 0;
  byId('reading').hidden = false;
  outcome = await verify();
  byId('reading').hidden = true;
  button.disabled = false;
  showOutcome();
  byId('outcome').querySelector('h2')?.focus();
});
for (const button of document.querySelectorAll('[data-language]'))
  button.addEventListener('click', () => {
    language = button.dataset.language;
    showWords();
  });
showWords();
