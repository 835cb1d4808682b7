// Long lists of a form are shown a page at a time, because forms draw and check each row anew at every key. The rows of
// the other pages are sent all the same.
import {button} from './elements.js';
import {blank, fill, withForms} from './forms.js';
import {say} from './language.js';

const ROWS = 10;
const tools = [];
const known = new WeakMap();

/** @param listener called with a list and the element above its rows that is for whatever helps to fill it in */
export function withLists(listener) {
  tools.push(listener);
}

/** The lists of a form that are on the page. */
export const listsOf = injector => [...(known.get(injector) ?? new Map()).values()];
export const listOf = (injector, key) => listsOf(injector).find(list => list.key === key);

/** What is said to be wrong in rows of a form's lists, as the server says it: field and message. */
export function wrongRows(injector) {
  const {errors} = injector.get('form')._getState();
  return listsOf(injector).flatMap(list => list.wrong(errors ?? {}))
      .map(({list, index, column, message}) => ({field: `${list.key}[${index}].${column.key}`, message}));
}

/** The number of a row, from 1, as its element stands in a form. */
export function rowNumber(row) {
  const rows = [...row.parentElement.querySelectorAll(':scope > .fjs-repeat-row-container')];
  return Number(row.parentElement.querySelector(':scope > .list-tools')?.dataset.first ?? 0) + rows.indexOf(row) + 1;
}

class List {
  /** @param asked gives of data what the form asks for, of all rows, and the conditions that hide what is in a row */
  constructor(injector, field, key, asked) {
    Object.assign(this, {injector, field, key, asked, first: 0});
    this.form = injector.get('form');
    this.attachTools = element => element && this.equip(element);
    this.attachPages = element => {
      this.pages = element;
      this.drawPages();
    };
  }

  get rows() {
    return this.form._getState().data[this.key] ?? [];
  }

  /** Those that somebody has typed something into. */
  get filled() {
    return this.rows.filter(row => this.columns.some(key => !blank(row[key])));
  }

  /** Whether the element of a row is one of its rows. */
  holds(row) {
    return Boolean(this.pages?.parentElement === row.parentElement);
  }

  get columns() {
    return this.field.components.map(({key}) => key).filter(Boolean);
  }

  shows(index) {
    return index >= this.first && index < this.first + ROWS;
  }

  /** A row that was added is seen, and a page that has no rows any more is left. */
  saw(length) {
    const last = Math.max(0, Math.floor((length - 1) / ROWS) * ROWS);
    if (this.length !== undefined && length === this.length + 1 || this.first > last) {
      this.first = last;
    }
    this.length = length;
  }

  /** The field by which people know a row: the first text that is typed. */
  get names() {
    return this.field.components.find(({type, readonly}) => type === 'textfield' && !readonly);
  }

  /** Who or what is in a row, as it was typed. */
  nameOf(index) {
    return (this.names && this.rows[index]?.[this.names.key]) || '';
  }

  /** Those of the form's errors that belong to its rows, from the first row on. */
  wrong(errors) {
    return this.rows.flatMap((row, index) => this.field.components
        .map(column => ({list: this, index, column, message: errors[column.id]?.[index]?.[0]}))
        .filter(({message}) => message));
  }

  /** Of those the ones on other pages. */
  unseen(errors) {
    return this.wrong(errors).filter(({index}) => !this.shows(index));
  }

  /** Adds what is wrong in rows on other pages: forms check what is drawn alone. */
  check(errors) {
    const validator = this.injector.get('validator');
    const {hidden} = this.asked(this.form._getState().data);
    this.rows.forEach((row, index) => this.shows(index) || this.field.components.forEach(column => {
      const wrong = column.key && !hidden.get(row)?.has(column.conditional)
        ? validator.validateField(column, row[column.key]) : [];
      if (wrong.length) {
        (errors[column.id] ??= {})[index] = wrong;
      }
    }));
  }

  /** Whether a condition of the form hides a field of a row. */
  hides(index, column) {
    const {hidden} = this.asked(this.form._getState().data);
    return Boolean(hidden.get(this.rows[index])?.has(column.conditional));
  }

  /** What the form sends of its rows: what none of its conditions hides. */
  get sent() {
    const asked = this.asked(this.form._getState().data).data[this.key] ?? [];
    return this.rows.map((row, index) => Object.fromEntries(this.columns.map(key => [key, asked[index]?.[key]])
        .filter(([, value]) => value !== undefined)));
  }

  put(rows) {
    this.first = 0;
    this.length = rows.length;
    fill(this.injector, {[this.key]: rows});
  }

  /** Turns to the page with a row. */
  show(index) {
    if (!this.shows(index)) {
      this.first = Math.floor(index / ROWS) * ROWS;
      this.form._setState({data: {...this.form._getState().data}});
    }
  }

  equip(element) {
    if (!element.childNodes.length) {
      tools.forEach(listener => listener(this, element));
    }
  }

  drawPages() {
    if (!this.pages) {
      return;
    }
    this.pages.parentElement.querySelectorAll(':scope > .fjs-repeat-row-container > .fjs-repeat-row-rows')
        .forEach((row, index) => {
          row.dataset.number = `${say('Dòng', 'Row')} ${this.first + index + 1}`;
        });
    const {length} = this.rows;
    const state = `${this.first} ${length}`;
    if (this.pages.dataset.state !== state) {
      this.pages.dataset.state = state;
      this.pages.replaceChildren(...length > ROWS ? [this.turn(say('‹ Trước', '‹ Previous'), this.first - ROWS),
        this.where(length), this.turn(say('Sau ›', 'Next ›'), this.first + ROWS)] : []);
    }
  }

  where(length) {
    const text = document.createElement('span');
    text.setAttribute('role', 'status');
    text.textContent = say(`Dòng ${this.first + 1}–${Math.min(this.first + ROWS, length)} trên ${length}`,
        `Rows ${this.first + 1}–${Math.min(this.first + ROWS, length)} of ${length}`);
    return text;
  }

  turn(words, index) {
    const way = button(words, () => {
      this.show(index);
      this.pages.parentElement.closest('.fjs-form-field')?.scrollIntoView({block: 'start'});
      setTimeout(() => this.pages.querySelector('button:enabled')?.focus({preventScroll: true}), 50);
    });
    way.disabled = index < 0 || index >= this.rows.length;
    return way;
  }
}

withForms(injector => {
  const form = injector.get('form');
  const manager = injector.get('repeatRenderManager');
  const paths = injector.get('pathRegistry');
  const lists = new Map();
  known.set(injector, lists);

  // conditions of rows that are not seen need no answer
  const checker = injector.get('conditionChecker');
  const applyConditions = checker.applyConditions.bind(checker);
  const checkHideCondition = checker._checkHideCondition.bind(checker);
  let unseen = new Set();
  let hidden = new Map();
  const asked = data => {
    unseen = new Set();
    hidden = new Map();
    return {data: applyConditions(data, data), hidden};
  };
  checker.applyConditions = (data, context = {}, options = {}) => {
    unseen = new Set([...lists.values()].filter(list => Array.isArray(context[list.key]))
        .flatMap(list => context[list.key].filter((row, index) => !list.shows(index))));
    hidden = new Map();
    return applyConditions(data, context, options);
  };
  checker._checkHideCondition = (condition, scope) => {
    const hides = !unseen.has(scope.this) && checkHideCondition(condition, scope);
    if (hides) {
      hidden.set(scope.this, (hidden.get(scope.this) ?? new Set()).add(condition));
    }
    return hides;
  };

  /** Lists within lists, or within other objects, are left as they are. */
  function find(field) {
    const path = paths.getValuePath(field) ?? [];
    if (path.length !== 1) {
      return null;
    }
    if (!lists.has(field.id)) {
      lists.set(field.id, new List(injector, field, path[0], asked));
    }
    // a form that is filled anew has its fields anew
    return Object.assign(lists.get(field.id), {field});
  }

  const repeat = manager.Repeater;
  manager.Repeater = props => {
    const drawn = repeat(props);
    const list = Object.keys(props.indexes ?? {}).length ? null : find(props.field);
    if (list) {
      const rows = drawn.props.children;
      list.saw(rows.length);
      list.readonly = props.readonly || props.disabled;
      // elements as those that were drawn; what is in them is ours
      const element = (key, ref, own) => ({...drawn, type: 'div', key, ref, props: own});
      drawn.props.children = [
        element('tools', list.attachTools, {class: 'list-tools', 'data-first': list.first}),
        ...rows.slice(list.first, list.first + ROWS),
        element('pages', list.attachPages, {class: 'list-pages'})];
      queueMicrotask(() => list.drawPages());
    }
    return drawn;
  };

  const validate = form.validate.bind(form);
  form.validate = () => {
    const errors = validate();
    lists.forEach(list => list.check(errors));
    form._setState({errors});
    return errors;
  };

  const submitData = form._getSubmitData.bind(form);
  form._getSubmitData = () => {
    const data = submitData();
    lists.forEach(list => {
      if (data[list.key] && list.rows.length > ROWS) {
        data[list.key] = list.sent;
      }
    });
    return data;
  };
});
