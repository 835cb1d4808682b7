// A field that the server needs in some cases only (requiredIf) is marked as required in those, and said to be missing
// before the form is sent. Fields of rows depend on their row, and lists of choices may be sent empty: the server says it.
import {withForms} from './forms.js';

const MANY = ['checklist', 'taglist', 'dynamiclist'];

/** @returns whether anything changed */
function mark(injector, {schema, initialData, data}) {
  if (!schema) {
    return false;
  }
  const checker = injector.get('conditionChecker');
  const paths = injector.get('pathRegistry');
  const needed = injector.get('formFieldRegistry').getAll().filter(field => field.properties?.requiredIf
      && !MANY.includes(field.type) && paths.getValuePath(field)?.length === 1);
  const known = needed.length ? {...initialData, ...checker.applyConditions(data, data)} : {};
  return needed.filter(field => {
    const required = checker.check(`=${field.properties.requiredIf}`, known) === true;
    const changes = Boolean(field.validate?.required) !== required;
    field.validate = {...field.validate, required};
    return changes;
  }).length > 0;
}

withForms(injector => {
  const form = injector.get('form');
  // a listener that gives false would stop the event
  injector.get('eventBus').on('changed', state => {
    if (mark(injector, state)) {
      form._setState({data: {...form._getState().data}});
    }
  });
});
