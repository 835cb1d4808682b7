// What is refused is said where people look: beside its field, and in a list beside the button that was pressed. The
// first wrong field comes into view and has the focus.
import {atRest, container, domId, fields, place, withForms, withSubmissions} from './forms.js';
import {say} from './language.js';
import {listOf, rowNumber} from './lists.js';

const FIELD = '.fjs-form-field';
const WRONG = `${FIELD}.fjs-has-errors`;
const INPUT = ':is(input, textarea, select, button):enabled';
const MOST = 10;
/** The forms that are on the page, by where they are. */
const shown = new Map();

const wrongOnes = injector => [...container(injector).querySelectorAll(WRONG)]
    .filter(field => field.querySelector('.fjs-form-field-error'));
const text = element => element?.textContent.trim() ?? '';

/** As the form names it, with the row it stands in. */
function name(field) {
  const row = field.parentElement.closest('.fjs-repeat-row-container');
  const label = text(field.querySelector('.fjs-form-field-label, legend')).replace(/\s*\*$/, '');
  return row ? `${say('Dòng', 'Row')} ${rowNumber(row)} · ${label}` : label;
}

function goTo(field) {
  const input = field.querySelector(INPUT) ?? field;
  input.focus({preventScroll: true});
  // its calendar would lie over what is said
  input._flatpickr?.close();
  field.scrollIntoView({block: 'center'});
}

/** Screen readers are told which fields are wrong, too. */
function mark(injector) {
  container(injector).querySelectorAll(FIELD).forEach(field => field.querySelectorAll('input, textarea, select')
      .forEach(input => {
        const wrong = String(field.matches('.fjs-has-errors'));
        if (input.closest(FIELD) === field && input.getAttribute('aria-invalid') !== wrong) {
          input.setAttribute('aria-invalid', wrong);
        }
      }));
}

/** A form that starts a process has hidden buttons of its own. */
function buttons(injector) {
  const form = container(injector);
  return form.closest('.modal-content')?.querySelector('.modal-footer')
    ?? form.closest('.task-details')?.querySelector('.form-actions');
}

function entry(field) {
  const item = document.createElement('li');
  const way = document.createElement('button');
  way.type = 'button';
  way.textContent = name(field);
  way.addEventListener('click', () => goTo(field));
  item.append(way, `: ${text(field.querySelector('.fjs-form-field-error'))}`);
  return item;
}

function sentence(words) {
  const item = document.createElement('li');
  item.textContent = words;
  return item;
}

class Refusals {
  constructor(injector) {
    this.injector = injector;
    this.others = [];
    const bus = injector.get('eventBus');
    bus.on('submit', ({errors}) => {
      this.sent = true;
      this.others = [];
      this.clear();
      if (Object.keys(errors).length) {
        this.show();
      }
    });
    bus.on('changed', atRest(() => this.refresh(), 100));
    bus.on('field.updated', () => {
      this.others = [];
    });
    shown.set(place(injector), this);
  }

  clear() {
    this.box?.remove();
    this.box = null;
  }

  /** After the fields are drawn. */
  show() {
    setTimeout(() => {
      mark(this.injector);
      const wrong = wrongOnes(this.injector);
      this.clear();
      if (wrong.length || this.others.length) {
        this.box = document.createElement('div');
        this.box.className = 'refusals';
        this.box.setAttribute('role', 'alert');
        this.box.append(document.createElement('p'), document.createElement('ul'));
        this.list(wrong);
        buttons(this.injector)?.before(this.box);
      }
      if (wrong.length) {
        goTo(wrong[0]);
      } else {
        this.box?.scrollIntoView({block: 'nearest'});
      }
    }, 50);
  }

  list(wrong) {
    const count = wrong.length + this.others.length;
    this.box.firstChild.textContent = this.sent
      ? say(`Chưa gửi được: còn ${count} chỗ cần sửa.`, `Not sent: ${count} to mend.`)
      : say(`Còn ${count} chỗ cần sửa.`, `${count} to mend.`);
    this.box.lastChild.replaceChildren(...this.others.map(sentence), ...wrong.slice(0, MOST).map(entry));
    if (wrong.length > MOST) {
      this.box.lastChild.append(sentence(say(`… và ${wrong.length - MOST} chỗ khác`, `… and ${wrong.length - MOST} more`)));
    }
  }

  /** What is mended leaves the list. */
  refresh() {
    mark(this.injector);
    if (this.box) {
      const wrong = wrongOnes(this.injector);
      if (wrong.length || this.others.length) {
        this.list(wrong);
      } else {
        this.clear();
      }
    }
  }

  /** Turns to the page of the first wrong row, where none of the others is to be seen. */
  turn(errors) {
    const rows = errors.map(({field}) => (field ?? '').match(/^(\w+)\[(\d+)]/) ?? [])
        .map(([, key, row]) => [listOf(this.injector, key), Number(row)]).filter(([list]) => list);
    if (rows.length && rows.length === errors.length && !rows.some(([list, row]) => list.shows(row))) {
      rows[0][0].show(rows[0][1]);
    }
  }

  /** @param errors of the server's answer: field and message, many at once */
  refused(errors) {
    this.turn(errors);
    // when the page is drawn
    setTimeout(() => this.place(errors), 50);
  }

  place(errors) {
    this.others = [];
    const form = this.injector.get('form');
    const found = structuredClone(form._getState().errors ?? {});
    errors.forEach(({field, message}) => {
      const path = (field ?? '').match(/[^.[\]]+/g) ?? [];
      const instance = fields(this.injector).find(({valuePath}) => valuePath.join('.') === path.join('.'));
      const element = instance && document.querySelector(`[id^="${CSS.escape(domId(this.injector, instance))}"]`);
      if (element?.closest(FIELD)) {
        const label = name(element.closest(FIELD)).replace(/^.* · /, '');
        put(found, [instance.id, ...Object.values(instance.indexes ?? {})],
            [message.startsWith(`${label}: `) ? sentenceCase(message.slice(label.length + 2)) : message]);
      } else {
        const row = path.find(part => /^\d+$/.test(part));
        const column = listOf(this.injector, path[0])?.field.components.find(({key}) => key === path[2]);
        if (column) {
          put(found, [column.id, Number(row)], [message]);
        }
        this.others.push(row === undefined ? message : `${say('Dòng', 'Row')} ${Number(row) + 1}: ${message}`);
      }
    });
    form._setState({errors: found});
    this.show();
  }
}

const sentenceCase = words => words[0].toUpperCase() + words.slice(1);

function put(into, [key, ...rest], value) {
  into[key] = rest.length ? put(into[key] && !Array.isArray(into[key]) ? into[key] : {}, rest, value) : value;
  return into;
}

withForms(injector => new Refusals(injector));

/** Says what is wrong with a form that was not sent yet. */
export function refuse(injector, errors) {
  const refusals = shown.get(place(injector));
  refusals.sent = false;
  refusals.refused(errors);
}

withSubmissions({
  refused: (id, answer) => shown.get(id)?.refused(answer?.errors ?? (answer?.message ? [answer] : []))
});
