// What pages share that load files of the organisation's own.

/** All that is wrong, with file, place and what to do. */
export function findings(all) {
  const list = element('ul');
  list.append(...all.map(one => element('li', `${one.file} ${one.place ? `(${one.place})` : ''}: ${one.problem}. ${one.advice}`)));
  return list;
}

export function element(name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

export function notice(text) {
  const paragraph = element('p', text);
  paragraph.className = 'notice';
  return paragraph;
}

/** The files that are chosen in a form. */
export function files(form) {
  const body = new FormData();
  [...form.files.files].forEach(file => body.append('files', file));
  return body;
}
