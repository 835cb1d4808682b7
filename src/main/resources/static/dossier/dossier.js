// What a person can do on a dossier's sheet. The same sheet is a page of its own and a tab of Tasklist; its documents
// alone stand below the form from which the dossier is sent.

/** Where the page has not brought it: once, and not with each sheet. */
if (!document.querySelector('link[href$="/dossier/dossier.css"]')) {
  document.head.append(Object.assign(document.createElement('link'),
      {rel: 'stylesheet', href: new URL('dossier.css', import.meta.url)}));
}

const MISSING = '.wanted li:not(.present) input';

/** Makes the sheet inside the element work. */
export function activate(element) {
  const sheet = element.querySelector('[data-self]');
  if (!sheet) {
    return;
  }
  const refresh = async () => {
    const worked = element.contains(document.activeElement);
    element.innerHTML = await load(sheet.dataset.self);
    activate(element);
    if (worked) {
      element.querySelector(`${MISSING}, form[data-upload] input`)?.focus();
    }
  };
  const kind = sheet.querySelector('form[data-upload] select');
  sheet.querySelectorAll('.drop').forEach(drop =>
    enableDrop(sheet, drop, () => ({kind: drop.dataset.kind ?? kind.value}), refresh));
  sheet.querySelectorAll('input[data-replace]').forEach(input => input.addEventListener('change', () =>
    send(sheet, input.files, {kind: input.dataset.kind, replaces: input.dataset.document}, refresh)));
  sheet.querySelectorAll('[data-refile]').forEach(kind => kind.addEventListener('change', () =>
    change(sheet, `documents/${kind.dataset.document}/kind`, 'PUT', {kind: kind.value}, refresh)));
  sheet.querySelectorAll('[data-remove]').forEach(button => button.addEventListener('click', () =>
    change(sheet, `documents/${button.dataset.document}`, 'DELETE', null, refresh)));
  sheet.querySelectorAll('form[data-action]').forEach(form => form.addEventListener('submit', event => {
    event.preventDefault();
    change(sheet, form.dataset.action, 'POST', {reason: form.elements.reason.value}, refresh);
  }));
  const talk = sheet.querySelector('[data-talk]');
  if (talk) {
    import('../talk/notes.js').then(notes => notes.begin(talk));
  }
  ready(sheet);
}

/** What nobody would have heard until now can be used. */
export function ready(element) {
  element.querySelectorAll('[data-waits]').forEach(control => {
    control.disabled = false;
  });
}

/** The sheet as HTML; when the person may not see it, the server's words. */
export async function load(address) {
  const answer = await fetch(address, {headers: {Accept: 'text/html'}});
  return answer.text();
}

function enableDrop(sheet, drop, kind, refresh) {
  const input = drop.querySelector('input[type=file]');
  input.addEventListener('change', () => send(sheet, input.files, kind(), refresh));
  for (const name of ['dragenter', 'dragover', 'dragleave', 'drop']) {
    drop.addEventListener(name, event => {
      event.preventDefault();
      drop.classList.toggle('over', name === 'dragenter' || name === 'dragover');
    });
  }
  drop.addEventListener('drop', event => send(sheet, event.dataTransfer.files, kind(), refresh));
}

/** All files in one request, so that the server takes all or none. */
function send(sheet, files, fields, refresh) {
  if (files.length === 0) {
    return;
  }
  const body = new FormData();
  for (const file of files) {
    body.append('files', file);
  }
  const progress = sheet.querySelector('progress');
  const request = new XMLHttpRequest();
  request.open('POST', `${sheet.dataset.api}/documents?${new URLSearchParams(fields)}`);
  request.setRequestHeader('X-PHONGTRAO-CSRF', csrf());
  request.setRequestHeader('Accept', 'application/json');
  request.upload.addEventListener('progress', event => {
    progress.value = event.lengthComputable ? 100 * event.loaded / event.total : 0;
  });
  request.addEventListener('load', () => {
    progress.hidden = true;
    if (request.status === 201) {
      refresh();
    } else {
      say(sheet, detail(request.responseText) ?? sheet.dataset.failed);
    }
  });
  request.addEventListener('error', () => {
    progress.hidden = true;
    say(sheet, sheet.dataset.failed);
  });
  progress.value = 0;
  progress.hidden = false;
  request.send(body);
}

async function change(sheet, path, method, fields, refresh) {
  try {
    const answer = await fetch(`${sheet.dataset.api}/${path}`, {
      method, body: fields && JSON.stringify(fields),
      headers: {...(fields && {'Content-Type': 'application/json'}), 'X-PHONGTRAO-CSRF': csrf()}
    });
    if (answer.ok) {
      await refresh();
    } else {
      say(sheet, detail(await answer.text()) ?? sheet.dataset.failed);
    }
  } catch {
    say(sheet, sheet.dataset.failed);
  }
}

function say(sheet, text) {
  const message = sheet.querySelector('[data-message]');
  message.textContent = text;
  message.hidden = false;
  message.scrollIntoView({block: 'center'});
}

/** What the server says; nothing where it did not answer as it should. */
function detail(problem) {
  try {
    return JSON.parse(problem).detail;
  } catch {
    return undefined;
  }
}

/** What a call that changes something carries. */
export function csrf() {
  return document.cookie.split('; ').find(cookie => cookie.startsWith('PHONGTRAO-CSRF='))?.split('=')[1] ?? '';
}
