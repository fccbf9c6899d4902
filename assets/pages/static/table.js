// A table's page while it is open: keeps what is half written, queues notes that cannot be sent,
// sends each of them once, by its own id, and shows what others write. Without it the page works by
// forms and links.
const main = document.querySelector('main');
const form = document.querySelector('#write');
const text = form.elements.text;
const question = main.dataset.question;
const address = main.dataset.address;
const table = main.dataset.table;
const pollEvery = 2000;
const pollEveryOffline = 5000;

const word = (name) =>
  document.querySelector('#words').content.querySelector(`[data-word=${name}]`).textContent;
const show = (selector, isShown) => { document.querySelector(selector).hidden = !isShown; };

// A browser may have storage switched off, or full: then the page works as without it.
const store = {
  get(name) {
    try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
  },
  set(name, value) {
    try {
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(value));
      return true;
    } catch { return false; }
  },
};
// Each table's words are its own, also where one phone comes in to two.
const draftName = `stormote draft ${address} ${table} ${question}`;
const queueName = `stormote queue ${address} ${table}`;
// A browser of before 2022 has no time limits.
const limit = (ms) => (AbortSignal.timeout ? AbortSignal.timeout(ms) : undefined);
// Nobody comes back to the words of another week, and phones are lent.
const dayOf = (ms) => Math.floor(ms / 86400000);
const today = dayOf(Date.now());
try {
  const day = store.get('stormote day');
  if (day !== null && today - day > 7) {
    Object.keys(localStorage).filter((name) => name.startsWith('stormote '))
      .forEach((name) => localStorage.removeItem(name));
  }
} catch { /* without storage there is nothing to forget */ }
store.set('stormote day', today);

// --- What is half written ---

const chosenKind = () => form.elements.kind.value;
const choose = (kind) => {
  for (const each of form.elements.kind) each.checked = each.value === kind;
};
const keepDraft = () => {
  const isKept = text.value === ''
    ? store.set(draftName, null) && false
    : store.set(draftName, { kind: chosenKind(), text: text.value });
  document.querySelector('#kept').textContent = isKept ? word('kept') : '';
};
const draft = store.get(draftName);
if (draft && text.value === '') {
  text.value = draft.text;
  choose(draft.kind);
  keepDraft();
}
form.addEventListener('input', keepDraft);

// --- What waits to be sent ---

// 16 bytes by chance, as ids are written; randomUUID() is there over HTTPS alone.
const newId = () => {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)),
    (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
let memory = null;  // the queue, where it cannot be stored
const queue = () => memory ?? store.get(queueName) ?? [];
const setQueue = (notes) => {
  memory = store.set(queueName, notes.length > 0 ? notes : null) ? null : notes;
};

const makeNote = (note) => {
  const item = document.querySelector('#note').content.firstElementChild.cloneNode(true);
  item.className = note.kind;
  item.querySelector('strong').textContent = note.kind_word;
  item.querySelector('.time').textContent = note.time;
  item.querySelector('.text').textContent = note.text;
  return item;
};
const kindWord = (kind) => form.querySelector(`.${kind} span`)?.textContent ?? '';
const drawQueue = () => {
  const notes = queue();
  show('#waiting', notes.length > 0);
  document.querySelector('#waiting ol').replaceChildren(...notes.map((note) => makeNote(
    { ...note, kind_word: kindWord(note.kind), time: word('waits') })));
};

let isEnded = false;
const setOnline = (isOnline) => show('#offline', !isOnline && !isEnded);
const end = () => {
  isEnded = true;
  show('#ended', true);
  setOnline(true);
};

const post = (note) => {
  const fields = new URLSearchParams({
    'form-token': form.elements['form-token'].value, answer: 'json',
    table, note: note.id, question: note.question, kind: note.kind, text: note.text,
  });
  return fetch(form.action, { method: 'POST', body: fields, redirect: 'manual',
    signal: limit(15000) });
};
let isSending = false;
let turn = 0;
const send = async () => {
  if (isSending || isEnded) return;
  isSending = true;
  try {
    for (let note = queue()[0]; note; note = queue()[0]) {
      const answer = await post(note);
      if (answer.status === 410) { end(); break; }
      if (answer.status !== 200 && answer.status !== 422) throw new Error('not now');
      turn += 1;
      setQueue(queue().filter((each) => each.id !== note.id));
      if (answer.status === 422) {
        // Nobody loses words: they stand in the field again, with why.
        text.value = text.value === '' ? note.text : `${note.text}\n${text.value}`;
        choose(note.kind);
        keepDraft();
        document.querySelector('#kept').textContent = (await answer.json()).problem;
      }
      drawQueue();
      setOnline(true);
    }
  } catch {
    setOnline(false);
  } finally {
    isSending = false;
  }
};

form.addEventListener('submit', (event) => {
  if (text.value.trim() === '' || isEnded) return;
  event.preventDefault();
  setQueue([...queue(), { id: form.elements.note.value, question, kind: chosenKind(),
    text: text.value }]);
  form.elements.note.value = newId();
  text.value = '';
  keepDraft();
  drawQueue();
  text.focus();
  send().then(refresh).catch(() => setOnline(false));
});

// --- What others write ---

let version = main.dataset.version;
const changeLink = (note) => {
  const link = document.querySelector('#change').content.firstElementChild.cloneNode(true);
  link.href = note.address;
  link.querySelector('.unseen').textContent = `: ${note.text}`;
  return link;
};
const draw = (state) => {
  document.querySelector('#people').textContent = state.people;
  const left = document.querySelector('#left');
  left.textContent = state.left;
  left.className = state.ends_soon ? 'soon' : '';
  document.querySelector('#next').textContent = state.next;
  document.querySelector('#message').textContent = state.message;
  show('#message', state.message !== '');
  show('#nothing', state.notes.length === 0);
  const list = document.querySelector('#written');
  const focused = list.contains(document.activeElement) ? document.activeElement.href : null;
  list.replaceChildren(...state.notes.map((note) => {
    const item = makeNote(note);
    if (note.is_parted) {
      const tag = document.createElement('span');
      tag.className = 'tag';
      tag.textContent = word('parted');
      item.querySelector('strong').after(' ', tag);
    }
    item.append(changeLink(note));
    return item;
  }));
  if (focused) [...list.querySelectorAll('a')].find((link) => link.href === focused)?.focus();
  show('#moved', state.now !== '' && state.now !== question);
};
const refresh = async () => {
  const before = turn;
  const answer = await fetch(
    `${address}/state?answer=json&table=${table}&question=${question}&version=${version}`,
    { redirect: 'manual', signal: limit(10000) });
  if (answer.status === 410) return end();
  if (answer.status !== 200 && answer.status !== 204) throw new Error('not now');
  setOnline(true);
  if (answer.status === 204) return undefined;
  const state = await answer.json();
  // Of before a note that was sent meanwhile.
  if (before !== turn) return undefined;
  version = state.version;
  return draw(state);
};
const poll = async () => {
  let wait = pollEvery;
  if (document.visibilityState === 'visible') {
    try {
      await send();
      await refresh();
    } catch {
      setOnline(false);
      wait = pollEveryOffline;
    }
  }
  if (!isEnded) setTimeout(poll, wait);
};
window.addEventListener('online', () => { send().then(refresh).catch(() => setOnline(false)); });
window.addEventListener('offline', () => setOnline(false));
document.querySelector('.reload').hidden = true;
drawQueue();
poll();
