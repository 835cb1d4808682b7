// What is refused is said where people look: beside its field, and in a list beside the button that was pressed. The
// first wrong field comes into view and has the focus.
import {noDay} from './dates.js';
import {atRest, blank, container, domId, fields, place, withForms, withServices, withSubmissions} from './forms.js';
import {say} from './language.js';
import {listOf, listsOf, rowNumber} from './lists.js';

const FIELD = '.fjs-form-field';
const WRONG = `${FIELD}.fjs-has-errors`;
const INPUT = ':is(input, textarea, select, button):enabled';
const MOST = 200;
const DRAWN_MILLIS = 50;
/** Between a field that is gone to and the footer. */
const CLEAR_PIXELS = 24;
const NO_ANSWER = say('Không gửi được. Hãy kiểm tra kết nối mạng rồi thử lại.', 'Not sent. Check the connection and try again.');
/** What Tasklist itself says of a refusal, far from its field and for as long as nobody takes it away. */
const SAID_TWICE = ['COMPLETE_ERROR', 'PROCESS_START_ERROR'];
/** The forms that are on the page, by where they are. */
const shown = new Map();
/** Those of all forms, of such too that have left the page to another one of their place. */
const known = new WeakMap();

const wrongOnes = injector => [...container(injector).querySelectorAll(WRONG)]
    .filter(field => field.querySelector('.fjs-form-field-error'));
const text = element => element?.textContent.trim() ?? '';
const columnLabel = column => column.dateLabel ?? column.label ?? '';

/** As the form names it, with the row it stands in and whom or what that is about. */
function inRow(index, label, list) {
  const whom = list?.nameOf(index);
  return `${say('Dòng', 'Row')} ${index + 1} · ${label}${whom ? ` (${whom})` : ''}`;
}

function name(injector, field) {
  const row = field.parentElement.closest('.fjs-repeat-row-container');
  const label = text(field.querySelector('.fjs-form-field-label, legend')).replace(/\s*\*$/, '');
  const list = row && listsOf(injector).find(one => one.holds(row));
  return row ? inRow(rowNumber(row) - 1, label, list) : label;
}

function goTo(field) {
  const input = field.querySelector(INPUT) ?? field;
  input.focus({preventScroll: true});
  // its calendar would lie over what is said
  input._flatpickr?.close();
  field.scrollIntoView({block: 'center'});
}

/** The element of a field, by its place in what the form sends, if it is on the page. */
function element(injector, path) {
  const instance = fields(injector).find(({valuePath}) => valuePath.join('.') === path.join('.'));
  const found = instance && document.querySelector(`[id^="${CSS.escape(domId(injector, instance))}"]`)?.closest(FIELD);
  return found ? {instance, field: found} : null;
}

/** Turns to the page of a row. */
function goToRow(injector, {list, index, column}) {
  list.show(index);
  setTimeout(() => {
    const found = element(injector, [list.key, index, column.key]);
    if (found) {
      goTo(found.field);
    }
  }, DRAWN_MILLIS);
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

function entry(words, message, work) {
  const item = document.createElement('li');
  const way = document.createElement('button');
  way.type = 'button';
  way.textContent = words;
  way.addEventListener('click', work);
  item.append(way, ': ', message);
  return item;
}

function sentence(words) {
  const item = document.createElement('li');
  item.textContent = words;
  return item;
}

/** Fields that are gone to stay clear of the footer, which grows with what it says. */
function keepClear(footer) {
  for (let element = footer?.parentElement; element; element = element.parentElement) {
    element.style.scrollPaddingBottom = `${footer.offsetHeight + CLEAR_PIXELS}px`;
  }
}

class Refusals {
  constructor(injector) {
    this.injector = injector;
    /** What is said of no field on the page: words, and whether a field that was sent has to be mended. */
    this.others = [];
    /** What somebody else than the form said of its fields, by their place in its errors. */
    this.said = new Map();
    const bus = injector.get('eventBus');
    const validator = injector.get('validator');
    const validate = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (field, value) => {
      const message = noDay(injector, field) ? null : this.still(spotOf(field), value);
      return message ? [message] : validate(field, value);
    };
    // the server judges what is sent anew
    bus.on('presubmit', () => this.said.clear());
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
    known.set(injector, this);
  }

  clear() {
    this.box?.remove();
    this.box = null;
  }

  /** What was said of a field holds as long as what it was said of stands there. */
  still(spot, value) {
    const said = this.said.get(String(spot));
    if (!said || said.rows !== this.rows || !same(said.value, value)) {
      this.said.delete(String(spot));
      return null;
    }
    return said.message;
  }

  /** Rows that come or go take others' places. */
  get rows() {
    return String(listsOf(this.injector).map(list => list.rows.length));
  }

  /** What is said of the fields beside lists, and would not be said again of what the form keeps of them. */
  get told() {
    const {data} = this.injector.get('form')._getState();
    return fields(this.injector).filter(({indexes}) => !Object.keys(indexes ?? {}).length).map(field => ({
      field: field.valuePath.join('.'),
      message: noDay(this.injector, field) ?? this.still(spotOf(field), field.valuePath.reduce((part, key) => part?.[key], data))
    })).filter(({message}) => message);
  }

  /** Rows on other pages of lists that are wrong. */
  get unseen() {
    const {errors} = this.injector.get('form')._getState();
    return listsOf(this.injector).flatMap(list => list.unseen(errors ?? {}));
  }

  /** After the fields are drawn. */
  show(leads = true) {
    setTimeout(() => {
      mark(this.injector);
      const wrong = wrongOnes(this.injector);
      const {unseen} = this;
      this.clear();
      if (wrong.length || unseen.length || this.others.length) {
        this.box = document.createElement('div');
        this.box.className = 'refusals';
        this.box.setAttribute('role', 'alert');
        this.box.append(document.createElement('p'), document.createElement('ul'));
        this.list(wrong, unseen);
        buttons(this.injector)?.prepend(this.box);
      }
      keepClear(buttons(this.injector));
      if (!leads) {
        return;
      }
      if (wrong.length) {
        goTo(wrong[0]);
      } else if (unseen.length) {
        goToRow(this.injector, unseen[0]);
      } else {
        this.box?.scrollIntoView({block: 'nearest'});
      }
    }, DRAWN_MILLIS);
  }

  list(wrong, unseen) {
    const count = wrong.length + unseen.length + this.others.filter(({mended}) => mended).length;
    this.box.firstChild.textContent = this.sent
      ? say('Chưa gửi được', 'Not sent') + (count ? say(`: còn ${count} chỗ cần sửa.`, `: ${count} to mend.`) : '.')
      : say(`Có ${count} chỗ đã nhập chưa đúng; ô còn trống được kiểm tra khi gửi.`,
          `${count} entered to mend; empty fields are checked when it is sent.`);
    const entries = [...this.others.map(({words}) => sentence(words)),
      ...wrong.map(field => entry(name(this.injector, field), text(field.querySelector('.fjs-form-field-error')),
          () => goTo(field))),
      ...unseen.map(spot => entry(inRow(spot.index, columnLabel(spot.column), spot.list), spot.message,
          () => goToRow(this.injector, spot)))];
    this.box.lastChild.replaceChildren(...entries.slice(0, MOST));
    if (entries.length > MOST) {
      this.box.lastChild.append(sentence(say(`… và ${entries.length - MOST} chỗ khác`, `… and ${entries.length - MOST} more`)));
    }
  }

  /** What is mended leaves the list. */
  refresh() {
    mark(this.injector);
    if (this.box) {
      const wrong = wrongOnes(this.injector);
      const {unseen} = this;
      if (wrong.length || unseen.length || this.others.length) {
        this.list(wrong, unseen);
      } else {
        this.clear();
      }
      keepClear(buttons(this.injector));
    }
  }

  /** @param errors of the server's answer: message, and field where it is about one, many at once */
  refused(errors, leads = true) {
    // when rows that were just put into the form are drawn
    setTimeout(() => this.place(errors, leads), DRAWN_MILLIS);
  }

  place(errors, leads) {
    this.others = [];
    const form = this.injector.get('form');
    const found = structuredClone(form._getState().errors ?? {});
    errors.forEach(({field, message}) => {
      const path = ((field ?? '').match(/[^.[\]]+/g) ?? []).map(part => /^\d+$/.test(part) ? Number(part) : part);
      if (!this.atRow(found, path, message) && !this.atField(found, path, message)) {
        const row = path.find(Number.isInteger);
        this.others.push({mended: Boolean(field),
          words: row === undefined ? message : `${say('Dòng', 'Row')} ${row + 1}: ${message}`});
      }
    });
    form._setState({errors: found});
    this.show(leads);
  }

  /** What is said of a row as a whole stands beside the field by which people know it. @returns whether there is one */
  atRow(found, [key, row, columnKey], message) {
    const list = Number.isInteger(row) && listOf(this.injector, key);
    const column = list && (columnKey === undefined ? list.names : list.field.components.find(one => one.key === columnKey));
    if (!column || list.hides(row, column)) {
      return false;
    }
    this.put(found, [column.id, row], list.rows[row]?.[column.key], unnamed(columnLabel(column), message));
    return true;
  }

  atField(found, path, message) {
    const spot = element(this.injector, path);
    if (spot) {
      const {data} = this.injector.get('form')._getState();
      this.put(found, spotOf(spot.instance), path.reduce((part, key) => part?.[key], data),
          unnamed(name(this.injector, spot.field), message));
    }
    return Boolean(spot);
  }

  put(found, spot, value, message) {
    put(found, spot, [message]);
    this.said.set(String(spot), {value: structuredClone(value), rows: this.rows, message});
  }
}

/** Where the form keeps what is wrong with a field. */
function spotOf({id, indexes}) {
  return [id, ...Object.values(indexes ?? {})];
}

const same = (one, other) => blank(one) && blank(other) || JSON.stringify(one) === JSON.stringify(other);

/** A message that begins with its field's name stands beside that. */
function unnamed(label, message) {
  const words = message.startsWith(`${label}: `) ? message.slice(label.length + 2) : message;
  return words[0].toUpperCase() + words.slice(1);
}

const messages = value => Array.isArray(value) && value.every(one => typeof one === 'string');

function put(into, [key, ...rest], value) {
  into[key] = rest.length ? put(into[key] && !messages(into[key]) ? into[key] : {}, rest, value) : value;
  return into;
}

withForms(injector => new Refusals(injector));

/** What is said of a form's fields beside its lists, as the server says it: field and message. */
export const toldOf = injector => known.get(injector)?.told ?? [];

/** Says what is wrong with a form that was not sent yet. @param leads whether the first place comes into view */
export function refuse(injector, errors, leads = true) {
  const refusals = shown.get(place(injector));
  refusals.sent = false;
  refusals.refused(errors, leads);
}

const said = answer => answer?.errors
  ?? [{message: (!(answer instanceof Error) && (answer?.message ?? answer?.detail)) || NO_ANSWER}];

let clearNotes = () => {};
withServices(services => {
  const notes = services.get('Notifications');
  const words = services.get('$translate');
  const add = notes.add.bind(notes);
  const onPage = () => [...shown.values()].some(({injector}) => container(injector).isConnected);
  notes.add = note => onPage() && SAID_TWICE.some(key => words.instant(key) === note.status) || add(note);
  clearNotes = () => {
    notes.clearAll();
    services.get('$rootScope').$applyAsync();
  };
});

withSubmissions({
  sent: () => clearNotes(),
  refused: (id, answer) => shown.get(id)?.refused(said(answer))
});
