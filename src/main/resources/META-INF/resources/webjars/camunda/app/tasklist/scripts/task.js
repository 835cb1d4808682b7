// What a task is about, and what its form needs, is asked for when the task is opened, all at once and once for all who want
// to know. Tasklist would ask for one after the other, and for the same form at each task.
import {openTask} from './address.js';
import {withServices} from './forms.js';

const api = `${document.querySelector('base').getAttribute('app-root')}/api/engine/engine/default`;
const VARIABLES = ['dossierNumber', 'dossierTitle', 'unitName', 'issuesDecision'];
const FORM = /\/task\/([^/]+)\/deployed-form$/;
/** How many kinds of tasks have their forms loaded before one is opened. */
const AHEAD = 4;

/** @param address below the engine's API; null is what cannot be read */
export async function read(address) {
  const answer = await fetch(`${api}${address}`, {headers: {Accept: 'application/json'}});
  return answer.ok ? answer.json() : null;
}

/** The tasks that were listed or opened last, by their ids. */
let known = new Map();
/** The forms of tasks, by the tasks' ids. */
const forms = new Map();
/** What forms are made of, by the model and the form: a model keeps its forms, and has another id when it is changed. */
const schemas = new Map();
let opened = null;

const at = id => `/task/${encodeURIComponent(id)}`;
const kind = task => `${task.processDefinitionId} ${task.taskDefinitionKey}`;

/** @returns what is kept under a key, asked for where it is not; what could not be read is not kept */
function once(kept, key, ask) {
  if (!kept.has(key)) {
    const asked = ask().catch(() => null);
    kept.set(key, asked);
    asked.then(found => found ?? kept.delete(key));
  }
  return kept.get(key);
}

/** @returns a promise of the form and its schema as a text; null where Tasklist has to see for itself */
const formOf = id => once(forms, id, async () => {
  const model = known.get(id)?.processDefinitionId;
  const form = await read(`${at(id)}/form`);
  // procedures share the model of their review and have their own forms in it
  const key = form?.camundaFormRef && (model ? `${model} ${form.camundaFormRef.key}` : id);
  const schema = key && await once(schemas, key, () => read(`${at(id)}/deployed-form`));
  return schema ? {form, schema: JSON.stringify(schema)} : null;
});

function begin(id) {
  formOf(id);
  return {id, variables: read(`${at(id)}/form-variables?deserializeValues=false`).catch(() => null)};
}

function opening(id) {
  if (opened?.id !== id) {
    opened = begin(id);
  }
  return opened;
}

async function ask({id, variables}) {
  const [task, values] = await Promise.all([known.get(id) ?? read(at(id)), variables]);
  return task && values ? {key: task.taskDefinitionKey,
    ...Object.fromEntries(VARIABLES.map(name => [name, values[name].value]))} : null;
}

/** What a task is and what it is about; null for one that is gone. */
export function about(id) {
  const asked = openTask() === id ? opening(id) : opened?.id === id ? opened : begin(id);
  asked.answer ??= ask(asked);
  return asked.answer;
}

function watchTasks(tasks) {
  const {get, form, formVariables} = tasks;
  tasks.get = function (id, done) {
    opening(id);
    return get.call(this, id, (failed, task) => {
      if (task) {
        known.set(id, task);
      }
      done?.(failed, task);
    });
  };
  tasks.form = async function (id, done) {
    const found = await formOf(id);
    return found ? done(null, structuredClone(found.form)) : form.call(this, id, done);
  };
  tasks.formVariables = async function (asked, ...rest) {
    // once: a form that is drawn again takes what holds then
    const begun = opened?.id === asked.id && !opened.taken && !asked.names ? opened : null;
    if (begun) {
      begun.taken = true;
    }
    return await begun?.variables ?? formVariables.call(this, asked, ...rest);
  };
}

function watchLists(filters) {
  const {getTasks} = filters;
  filters.getTasks = function (asked, done) {
    return getTasks.call(this, asked, (failed, found) => {
      const tasks = found?._embedded?.task ?? [];
      known = new Map(tasks.map(task => [task.id, task]));
      requestIdleCallback(() => ahead([...new Map(tasks.map(task => [kind(task), task.id])).values()]));
      done(failed, found);
    });
  };
}

async function ahead(tasks) {
  for (const id of tasks.slice(0, AHEAD)) {
    await formOf(id);
  }
}

withServices(services => {
  watchTasks(services.get('camAPI').resource('task'));
  watchLists(services.get('camAPI').resource('filter'));
});

/** Where Tasklist would fetch a form: answers as a fetch does. */
window.phongtraoForm = async address => {
  const found = FORM.test(address) ? await formOf(decodeURIComponent(FORM.exec(address)[1])) : null;
  return found ? new Response(found.schema) : fetch(`${address}?noCache=${Date.now()}`);
};
