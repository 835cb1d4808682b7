// A list in which most is ticked as a rule, such as a vote on many, has one button that ticks all of it.
import {button} from './elements.js';
import {atRest, container, domId, fields, withForms} from './forms.js';
import {say} from './language.js';

const REST_MILLIS = 50;

function chooseAll(injector, instance, {values, valuesExpression}) {
  const form = injector.get('form');
  const {initialData, data} = form._getState();
  const options = valuesExpression
    ? injector.get('expressionLanguage').evaluate(valuesExpression, {...initialData, ...data}) : values;
  form._update({fieldInstance: instance, value: options.map(({value}) => value)});
}

/** @param again called where a list is drawn that the form does not know yet: it learns of its fields afterwards */
function offer(injector, again) {
  const registry = injector.get('formFieldRegistry');
  const unknown = new Set([...container(injector).querySelectorAll('.fjs-form-field-checklist')]
      .filter(list => list.isConnected && list.querySelector('input')));
  fields(injector).forEach(instance => {
    const input = container(injector).querySelector(`[id^="${CSS.escape(domId(injector, instance))}"]`);
    const list = input?.closest('.fjs-form-field-checklist');
    const field = registry.get(instance.id);
    unknown.delete(list);
    if (!field?.properties?.chooseAll || !list || list.querySelector('.choose-all')
        || list.querySelectorAll('input[type=checkbox]').length < 2) {
      return;
    }
    const all = button(say('Chọn tất cả', 'Choose all'), () => chooseAll(injector, instance, field));
    all.className = 'choose-all';
    list.querySelector('.fjs-form-field-label').after(all);
  });
  if (unknown.size) {
    again();
  }
}

// options are drawn some time after their list
withForms(injector => {
  const look = atRest(() => offer(injector, look), REST_MILLIS);
  new MutationObserver(look).observe(container(injector), {subtree: true, childList: true});
});
