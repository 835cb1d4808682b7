// A session ends after a while without work. Whoever works renews it, whoever does not is warned. A form that is half
// filled when the session ends stays on the screen, covered, until the same person has signed in again. Nothing of it is
// kept elsewhere in the browser: other people may use this computer. An end that only an answer tells is said once, in
// words, whatever of the page hears of it.

const root = new URL('.', import.meta.url).pathname.replace(/\/$/, '');
const RENEWAL = 60_000;
const WARNING = 5 * 60_000;
const LOOK = 5_000;
const FORM = '.fjs-container';
/** Which cookie has what is sent as that header. */
const TOKENS = new Map([['X-XSRF-TOKEN', 'XSRF-TOKEN'], ['X-PHONGTRAO-CSRF', 'PHONGTRAO-CSRF']]);
const ACTIONS = {goOn, signIn, resume, leave, again};
const askServer = window.fetch.bind(window);

const tabs = new BroadcastChannel('phongtrao-work');
const dialogs = new Map();
const unanswered = new Set();
let session = null;
let worked = Date.now();
let renewed = Date.now();
let form = null;
let ended = false;
let resumed = 0;
let dialog = null;

async function ask() {
  const answer = await askServer(`${root}/session`, {headers: {Accept: 'application/json'}});
  return answer.ok ? answer.json() : null;
}

/** What will be said when the session ends has to be there before. */
async function prepareDialogs() {
  const answer = await askServer(`${root}/session/dialogs`);
  const page = document.createElement('template');
  page.innerHTML = await answer.text();
  page.content.querySelectorAll('dialog').forEach(made => {
    made.querySelectorAll('[data-do]').forEach(button => button.addEventListener('click', ACTIONS[button.dataset.do]));
    made.addEventListener('cancel', event => event.preventDefault());
    // Escape would close the form behind
    made.addEventListener('keydown', event => event.stopPropagation());
    dialogs.set(made.dataset.name, made);
  });
}

function work(event) {
  if (ended || event.target.closest?.('dialog.session')) {
    return;
  }
  form = event.target.closest?.(FORM) ?? form;
  workedNow();
  tabs.postMessage('');
  if (Date.now() - renewed > RENEWAL) {
    renew();
  }
}

function workedNow() {
  worked = Date.now();
  if (!ended) {
    close();
  }
}

function renew() {
  renewed = Date.now();
  document.dispatchEvent(new Event('phongtrao-working'));
  ask().catch(() => null);
}

function halfFilled() {
  return form !== null && form.isConnected;
}

function look() {
  if (!session || ended) {
    return;
  }
  const left = worked + session.seconds * 1000 - Date.now();
  if (left <= 0) {
    ended = true;
    if (halfFilled()) {
      askServer(`${root}/logout`, {redirect: 'manual'}).catch(() => null).finally(() => cover());
    } else {
      leave();
    }
  } else if (left <= WARNING && !dialog) {
    show('ending');
    const text = dialog.querySelector('[data-text]');
    text.textContent = text.dataset.text.replace('{0}', Math.ceil(left / 60_000));
  }
}

function goOn() {
  renew();
  workedNow();
  tabs.postMessage('');
}

function signIn() {
  window.open(`${root}/`);
}

function leave() {
  document.dispatchEvent(new Event('phongtrao-leaving'));
  location.assign(`${root}/logout`);
}

/** The same page again, which leads past the sign-in. */
function again() {
  location.reload();
}

/** @param since how often the session had been resumed when what is answered was sent: an answer to the one before says nothing */
function cover(since = resumed) {
  if (since !== resumed || dialog?.classList.contains('cover')) {
    return;
  }
  ended = true;
  if (halfFilled()) {
    show('over');
    dialog.querySelector('[role=status]').textContent = '';
  } else {
    show('ended');
  }
  document.dispatchEvent(new Event('phongtrao-session-over'));
}

async function resume() {
  const now = await ask().catch(() => null);
  if (!now) {
    const status = dialog.querySelector('[role=status]');
    status.textContent = status.dataset.notYet;
  } else if (now.officer !== session.officer) {
    location.assign(`${root}/`);
  } else {
    // gives the new session's token to the forms
    await askServer(`${root}/camunda/api/admin/auth/user/default`);
    ended = false;
    resumed++;
    workedNow();
    askAgain();
  }
}

function show(name) {
  close();
  dialog = dialogs.get(name);
  document.body.append(dialog);
  dialog.showModal();
}

function close() {
  dialog?.remove();
  dialog = null;
}

function cookie(name) {
  return document.cookie.split('; ').find(one => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

function askAgain() {
  const all = [...unanswered];
  unanswered.clear();
  all.forEach(one => one.again());
}

/**
 * A webapp that learns that its session has ended shows its own sign-in instead of the form, and so it does not learn it:
 * what it asks of itself is answered once the person has signed in again, and what a person sends can be sent again.
 */
class Watched extends XMLHttpRequest {

  #asked = [];
  #headers = new Map();
  #body = null;
  #sending = false;
  #since = 0;

  constructor() {
    super();
    for (const kind of ['readystatechange', 'load', 'loadend']) {
      this.addEventListener(kind, event => this.#hide(event));
    }
  }

  open(...asked) {
    this.#asked = asked;
    this.#headers = new Map();
    this.#sending = /\/(submit-form|complete|claim|unclaim)$/.test(asked[1]);
    this.#since = resumed;
    super.open(...asked);
  }

  setRequestHeader(name, value) {
    this.#headers.set(name, value);
    super.setRequestHeader(name, value);
  }

  send(body) {
    this.#body = body;
    if (ended && !this.#sending) {
      unanswered.add(this);
    } else {
      super.send(body);
    }
  }

  abort() {
    unanswered.delete(this);
    super.abort();
  }

  /** In the session of now. */
  again() {
    const headers = this.#headers;
    this.open(...this.#asked);
    headers.forEach((value, name) => this.setRequestHeader(name, TOKENS.has(name) ? cookie(TOKENS.get(name)) : value));
    this.send(this.#body);
  }

  #hide(event) {
    if (this.readyState !== XMLHttpRequest.DONE || super.status !== 401 || !session) {
      return;
    }
    if (this.#sending && halfFilled()) {
      Object.defineProperty(this, 'status', {value: 503});
    } else {
      event.stopImmediatePropagation();
      if (event.type === 'loadend') {
        unanswered.add(this);
      }
    }
    cover(this.#since);
    if (!ended) {
      askAgain();
    }
  }
}

window.XMLHttpRequest = Watched;
// who waits for an answer on a page that has to be loaded anew would say something else beside it
window.fetch = async (...call) => {
  const since = resumed;
  const answer = await askServer(...call);
  if (answer.status !== 401 || !session) {
    return answer;
  }
  cover(since);
  return halfFilled() ? answer : new Promise(() => null);
};
tabs.addEventListener('message', workedNow);
for (const kind of ['input', 'keydown', 'pointerdown']) {
  document.addEventListener(kind, work, true);
}
setInterval(look, LOOK);

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = `${root}/idle.css`;
document.head.append(style);
[session] = await Promise.all([ask(), prepareDialogs()]).catch(() => [null]);
