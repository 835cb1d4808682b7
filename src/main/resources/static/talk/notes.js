// Notes on a dossier, below its content: written, corrected, taken back; new ones of others come when the window is looked
// at again, and each minute while somebody works in it.

import {csrf, ready} from '../dossier/dossier.js';
import {people} from './people.js';

const PAUSE = 60_000;
const SHORT_PAUSE = 5_000;

/** What was typed and not sent yet, by the place where notes are: the page around it may be drawn anew. */
const typed = new Map();

/** @param section where the notes belong, which says where they are */
export async function begin(section) {
  const {talk: page, api, failed} = section.dataset;
  const place = section.querySelector('[data-place]');
  const opener = section.closest('[data-self]').querySelector('[data-talk-open]');
  let correcting = null;
  let asked = Date.now();

  const part = await load(page);
  if (!part) {
    place.textContent = failed;
    return;
  }
  place.replaceChildren(part);
  const list = part.querySelector('ol');
  const refused = part.querySelector('[data-refused]');
  const form = part.querySelector('form[data-write]');
  const known = people(`${api}/people`, form);
  wire(part);
  part.querySelector('[data-earlier]')?.addEventListener('click', earlier);
  if (form) {
    enableForm();
  }
  count(part.dataset.total);
  opener.addEventListener('click', () => {
    section.scrollIntoView();
    (form?.elements.text ?? part.querySelector('[data-log]')).focus({preventScroll: true});
  });
  const watching = new AbortController();
  const again = pause => section.isConnected ? look(pause) : watching.abort();
  document.addEventListener('visibilitychange', () => again(SHORT_PAUSE), watching);
  addEventListener('focus', () => again(SHORT_PAUSE), watching);
  document.addEventListener('phongtrao-working', () => again(PAUSE), watching);

  function enableForm() {
    const text = form.elements.text;
    text.value = typed.get(api) ?? '';
    text.addEventListener('input', () => typed.set(api, text.value));
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const body = {text: text.value, mentioned: await known.in(text.value)};
      const button = form.querySelector('[data-send]');
      button.disabled = true;
      if (await send(correcting ? 'PUT' : 'POST', correcting ? `/${correcting}` : '', body)) {
        leave();
        await look(0);
      }
      button.disabled = false;
      text.focus();
    });
    form.querySelector('[data-leave]').addEventListener('click', () => {
      leave();
      text.focus();
    });
  }

  function wire(element) {
    element.querySelectorAll('[data-correct]').forEach(button => button.addEventListener('click', () => correct(button)));
    element.querySelectorAll('[data-take-back]').forEach(button => button.addEventListener('click', async () => {
      if (await send('DELETE', `/${button.closest('li').dataset.note}`)) {
        leave();
        part.querySelector('[data-log]').focus();
        await look(0);
      }
    }));
    ready(element);
  }

  function correct(button) {
    const note = button.closest('li');
    correcting = note.dataset.note;
    label('[data-label]', form.dataset.correcting);
    label('[data-send]', form.querySelector('[data-send]').dataset.change);
    form.querySelector('[data-leave]').hidden = false;
    form.elements.text.value = note.querySelector('[data-text]').textContent;
    form.elements.text.focus();
  }

  function leave() {
    correcting = null;
    typed.delete(api);
    form.reset();
    label('[data-label]');
    label('[data-send]');
    form.querySelector('[data-leave]').hidden = true;
    refused.hidden = true;
  }

  /** Says other words there; its own without any. */
  function label(which, words) {
    const element = form.querySelector(which);
    element.dataset.own ??= element.textContent;
    element.textContent = words ?? element.dataset.own;
  }

  function count(total) {
    opener.hidden = false;
    opener.querySelector('span').textContent = total === '0' ? '' : `(${total})`;
  }

  /** Takes over what is new or has changed; what somebody is working on stays. */
  async function look(pause) {
    if (document.hidden || Date.now() - asked < pause) {
      return;
    }
    asked = Date.now();
    const now = await load(page);
    if (!now) {
      return;
    }
    now.querySelectorAll('li[data-note]').forEach(note => {
      const shown = list.querySelector(`[data-note="${note.dataset.note}"]`);
      const html = note.innerHTML;
      if (shown && shown.came === html) {
        return;
      }
      note.came = html;
      wire(note);
      if (!shown) {
        list.append(note);
      } else if (!shown.contains(document.activeElement)) {
        shown.replaceWith(note);
      }
    });
    if (list.children.length > 0) {
      part.querySelector('[data-none]')?.remove();
    }
    count(now.dataset.total);
    if (form && !now.querySelector('form')) {
      form.replaceWith(now.lastElementChild);
    }
  }

  async function earlier(event) {
    const older = await load(`${page}?before=${list.firstElementChild.dataset.note}`);
    if (!older) {
      return;
    }
    wire(older);
    const first = list.firstElementChild;
    list.prepend(...older.querySelectorAll('li[data-note]'));
    if (!older.querySelector('[data-earlier]')) {
      event.target.remove();
      part.querySelector('[data-log]').focus({preventScroll: true});
    }
    first.scrollIntoView({block: 'nearest'});
  }

  /** Whether it was done; otherwise it is said why not. */
  async function send(method, path, body) {
    refused.hidden = true;
    const answer = await fetch(api + path, {method, body: body && JSON.stringify(body),
      headers: {...(body && {'Content-Type': 'application/json'}), 'X-PHONGTRAO-CSRF': csrf(), Accept: 'application/json'}})
      .catch(() => null);
    if (answer?.ok) {
      return true;
    }
    const problem = await answer?.json().catch(() => null);
    refused.textContent = problem?.detail ?? failed;
    refused.hidden = false;
    return false;
  }
}

/** The notes as the server has them now; null when it does not tell. */
async function load(address) {
  const answer = await fetch(address, {headers: {Accept: 'text/html'}}).catch(() => null);
  if (!answer?.ok) {
    return null;
  }
  const part = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-notes]');
  part?.querySelectorAll('li[data-note]').forEach(note => {
    note.came = note.innerHTML;
  });
  return part;
}
