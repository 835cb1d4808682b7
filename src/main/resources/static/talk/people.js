// Whom a note mentions: after an @ the people are offered who may see the dossier. They are asked for once, when the
// first @ is typed.

const MOST = 8;
const STARTED = /@([^@\n]{0,60})$/;

/**
 * @param address where the people are
 * @param form    where notes are written; null where none are
 */
export function people(address, form) {
  let asked;

  const all = () => asked ??= fetch(address, {headers: {Accept: 'application/json'}})
      .then(answer => answer.ok ? answer.json() : []).catch(() => []);

  if (form) {
    offer(form, all);
  }
  return {
    /** User names of those whose names stand behind an @ in the text; of two with one name both. */
    async in(text) {
      if (!text.includes('@')) {
        return [];
      }
      let rest = text;
      const found = [];
      for (const {user, name} of (await all()).toSorted((a, b) => b.name.length - a.name.length)) {
        if (text.includes(`@${name}`) && (rest.includes(`@${name}`) || found.some(other => other.name === name))) {
          rest = rest.replaceAll(`@${name}`, '');
          found.push({user, name});
        }
      }
      return found.map(person => person.user);
    }
  };
}

function offer(form, all) {
  const text = form.elements.text;
  const list = form.querySelector('[role=listbox]');
  const status = form.querySelector('[data-found]');
  let chosen = 0;

  text.addEventListener('input', show);
  text.addEventListener('blur', () => setTimeout(close, 200));
  text.addEventListener('keydown', event => {
    if (list.hidden) {
      return;
    }
    const keys = {ArrowDown: () => mark(chosen + 1), ArrowUp: () => mark(chosen - 1), Enter: take, Tab: take, Escape: close};
    if (keys[event.key]) {
      event.preventDefault();
      event.stopPropagation();
      keys[event.key]();
    }
  });
  form.querySelector('[data-mention]').addEventListener('click', () => {
    const before = text.value.slice(0, text.selectionStart);
    text.focus();
    text.setRangeText(/(^|\s)$/.test(before) ? '@' : ' @', text.selectionStart, text.selectionEnd, 'end');
    text.dispatchEvent(new Event('input'));
  });

  async function show() {
    const started = STARTED.exec(text.value.slice(0, text.selectionStart));
    if (!started) {
      close();
      return;
    }
    const sought = plain(started[1]);
    const found = (await all()).filter(({name, title}) => plain(`${name} ${title}`).includes(sought)).slice(0, MOST);
    list.replaceChildren(...found.map((person, index) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${index}`;
      option.setAttribute('role', 'option');
      option.dataset.name = person.name;
      option.textContent = person.name;
      option.append(Object.assign(document.createElement('small'), {textContent: person.title}));
      option.addEventListener('mousedown', event => {
        event.preventDefault();
        mark(index);
        take();
      });
      return option;
    }));
    list.hidden = found.length === 0;
    status.textContent = found.length === 0 ? '' : form.dataset.found.replace('{0}', found.length);
    if (found.length > 0) {
      mark(0);
    } else {
      close();
    }
  }

  function mark(index) {
    chosen = (index + list.children.length) % list.children.length;
    [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
    text.setAttribute('aria-activedescendant', list.children[chosen].id);
    list.children[chosen].scrollIntoView({block: 'nearest'});
  }

  function take() {
    const at = text.value.slice(0, text.selectionStart).lastIndexOf('@');
    text.setRangeText(`@${list.children[chosen].dataset.name} `, at, text.selectionStart, 'end');
    close();
    text.dispatchEvent(new Event('input'));
  }

  function close() {
    list.hidden = true;
    status.textContent = '';
    text.removeAttribute('aria-activedescendant');
  }
}

/** Without diacritics and capitals, as people type in a hurry. */
function plain(text) {
  return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('\u0111', 'd');
}
