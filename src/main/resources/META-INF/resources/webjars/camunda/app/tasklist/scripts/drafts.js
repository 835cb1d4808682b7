// What is typed into a form is kept on the server some seconds later, for whoever typed it alone, and comes back when the
// form is opened again. Nothing of it stays in the browser: other people may use this computer.
import {csrf, ofForm} from './calls.js';
import {atRest, container, place, starts, withForms, withSubmissions} from './forms.js';
import {language, say} from './language.js';
import {wrongRows} from './lists.js';
import {refuse, toldOf} from './refusals.js';

const REST_MILLIS = 2000;
const MOST_WRONG = 1000;
/** The drafts of the forms that were opened, by where those are. */
const kept = new Map();

function call(id, method, body) {
  return fetch(ofForm('drafts', id), {
    method, body, keepalive: Boolean(body) && body.length < 60_000,
    headers: {...csrf(), ...(body && {'Content-Type': 'application/json'})}
  });
}

function when(moment) {
  return new Intl.DateTimeFormat(language === 'vi' ? 'vi' : 'en-GB', {
    hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric',
    timeZone: 'Asia/Ho_Chi_Minh'
  }).format(new Date(moment));
}

class Draft {
  constructor(injector) {
    this.injector = injector;
    this.form = injector.get('form');
    this.id = place(injector);
    this.keepSoon = atRest(() => this.keep(), REST_MILLIS);
    const bus = injector.get('eventBus');
    bus.on('import.done', ({error}) => !error && this.opened());
    bus.on('changed', () => this.first && this.keepSoon());
    this.before = kept.get(this.id)?.keep();
    kept.set(this.id, this);
  }

  /** Everything that the form holds, and what is said of what it cannot hold. */
  get held() {
    return JSON.stringify([this.form._getState().data, toldOf(this.injector)]);
  }

  /** After the form has what it was filled with. */
  async opened() {
    if (this.first) {
      return;
    }
    this.schema = this.form._getState().schema;
    this.data = this.form._getState().initialData;
    this.first = this.last = this.held;
    await this.before;
    const answer = await call(this.id, 'GET');
    const draft = answer.status === 200 ? await answer.json() : null;
    // what was typed meanwhile stays
    if (draft && this.held === this.first) {
      await this.fill({...this.data, ...draft.fields});
      this.say(draft.savedAt);
      if (draft.wrong?.length) {
        refuse(this.injector, draft.wrong, false);
      }
    }
  }

  async fill(data) {
    await this.form.importSchema(this.schema, data);
    this.last = this.held;
  }

  say(savedAt) {
    const line = document.createElement('p');
    const drop = document.createElement('button');
    line.className = 'draft';
    line.setAttribute('role', 'status');
    line.append(say(`Đã khôi phục bản đang nhập lúc ${when(savedAt)} · `, `What you typed at ${when(savedAt)} is back · `), drop);
    drop.type = 'button';
    drop.textContent = say('Bỏ bản này', 'Drop it');
    drop.addEventListener('click', async () => {
      line.remove();
      await this.fill(this.data);
      await call(this.id, 'DELETE');
      container(this.injector).querySelector('input, textarea')?.focus();
    });
    container(this.injector).before(line);
  }

  /** @returns when it is kept, or nothing was to keep */
  keep() {
    if (!this.sent && this.first && this.held !== this.last) {
      const held = this.last = this.held;
      this.keeping = call(this.id, 'PUT', JSON.stringify({
        fields: this.form._getSubmitData(), wrong: [...toldOf(this.injector), ...wrongRows(this.injector)].slice(0, MOST_WRONG)
      })).catch(() => null).then(answer => {
        // tried again at the next occasion
        if (!answer?.ok && this.last === held) {
          this.last = null;
        }
      });
    }
    return this.keeping;
  }

  /** What is typed while the form is on its way belongs to it; should it come back, it is kept again. */
  async done() {
    await this.keeping;
    if (starts(this.id)) {
      await call(this.id, 'DELETE');
    }
  }
}

withForms(injector => new Draft(injector));
withSubmissions({
  sent: id => kept.has(id) && (kept.get(id).sent = true),
  refused: id => {
    if (kept.has(id)) {
      kept.get(id).sent = false;
      kept.get(id).keep();
    }
  },
  done: id => {
    kept.get(id)?.done();
    kept.delete(id);
  }
});

const keepAll = () => kept.forEach(draft => draft.keep());
document.addEventListener('visibilitychange', keepAll);
window.addEventListener('hashchange', keepAll);

const ofDialog = () => [...kept.values()].find(draft => container(draft.injector).isConnected
    && container(draft.injector).closest('.modal'));

/** Neither Escape nor a click beside it closes a form that something was typed into. */
function stay(event) {
  const draft = ofDialog();
  if (draft?.first && draft.first !== draft.held) {
    event.stopPropagation();
    draft.keep();
    const footer = document.querySelector('.modal-footer');
    const line = footer.querySelector('.stay') ?? document.createElement('p');
    line.className = 'stay';
    line.setAttribute('role', 'status');
    line.textContent = '';
    footer.prepend(line);
    line.textContent = say('Biểu mẫu đang nhập dở nên chưa đóng. Bấm nút đóng nếu muốn đóng; bản đang nhập được giữ lại.',
        'The form stays open, as something was typed. To close it use the button; what was typed is kept.');
  }
}

document.body.addEventListener('keydown', event => event.key === 'Escape' && stay(event));
document.body.addEventListener('click', event => event.target.matches('.modal') && stay(event), true);
document.body.addEventListener('click', event => event.target.closest('.modal button, .modal a') && ofDialog()?.keep(), true);
