// Every form that Tasklist makes is told to whoever asks: forms take modules of others, and this is one of them.
const listeners = [];
const made = [];

/** @param listener called with the form's injector before the form has its fields */
export function withForms(listener) {
  listeners.push(listener);
}

class Telling {
  constructor(injector) {
    // those before are gone, but for one that is still on the page behind another
    made.splice(0, made.length, ...made.filter(old => container(old).isConnected), injector);
    listeners.forEach(listener => listener(injector));
  }
}
Telling.$inject = ['injector'];
window.phongtraoForms = [{__init__: ['telling'], telling: ['type', Telling]}];

export const container = injector => injector.get('form')._container;

/** The form that an element of the page belongs to. */
export function formOf(element) {
  return made.find(injector => container(injector).contains(element));
}

/** Where the form is: the id of a task, or of the process definition that it starts. */
export const place = injector => injector.get('config').params.taskId ?? injector.get('config').params.processDefinitionId;

/** The form of a task, if it is on the page. */
export const formAt = task => made.find(injector => place(injector) === task && container(injector).isConnected);

/** Whether a form starts a process; the ids of definitions have a colon. */
export const starts = id => id.includes(':');

/** The id of the element in which a field's value is typed begins with this. */
export function domId(injector, {id, indexes}) {
  return ['fjs-form-' + injector.get('form')._id + '-' + id, ...Object.values(indexes ?? {})].join('_');
}

export const fields = injector => injector.get('formFieldInstanceRegistry').getAllKeyed();

/** Whether nothing is in a field, or in any field of rows. */
export const blank = value => value !== null && typeof value === 'object' ? Object.values(value).every(blank)
  : [undefined, null, '', false].includes(value);

/** Puts values into a form, in place of those of the same fields. */
export function fill(injector, values) {
  const form = injector.get('form');
  form._setState({data: form._getInitializedFieldData({...form._getState().data, ...values}), errors: {}});
}

/** Calls once what is asked for many times, when there is rest. */
export function atRest(work, millis) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, millis);
  };
}

const submissions = [];

/** @param listener told by functions sent(place), done(place, answer) and refused(place, answer) what becomes of forms */
export function withSubmissions(listener) {
  submissions.push(listener);
}

function watch(resource) {
  const {submitForm} = resource;
  resource.submitForm = function (asked, ...rest) {
    submissions.forEach(listener => listener.sent?.(asked.id));
    const answer = submitForm.call(this, asked, ...rest);
    answer.then(done => submissions.forEach(listener => listener.done?.(asked.id, done)),
        failed => submissions.forEach(listener => listener.refused?.(asked.id, failed.response?.body ?? failed)));
    return answer;
  };
}

/** @param work called with what the webapp is made of, but not while it is still put together */
export function withServices(work) {
  window.angular.module('ngLocale').run(['$rootScope', '$injector', (root, services) => {
    const stop = root.$watch(() => {
      stop();
      work(services);
    });
  }]);
}

withServices(services => ['task', 'process-definition'].forEach(name => watch(services.get('camAPI').resource(name))));
