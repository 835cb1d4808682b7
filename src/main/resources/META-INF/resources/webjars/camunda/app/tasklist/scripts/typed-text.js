// Forms read their texts as templates with Markdown. What people have typed is neither: it is shown as it was typed.
import {withForms} from './forms.js';

/** No sign of it means anything in Markdown or HTML, and no line looks indented. */
const literal = value => String(value ?? '').replace(/[!-/:-@[-`{-~]/g, sign => `&#${sign.charCodeAt(0)};`)
    .replace(/^[ \t]+/gm, blank => '&nbsp;'.repeat(blank.length));

function texts(value, into) {
  if (typeof value === 'string') {
    into.add(value);
  } else if (value && typeof value === 'object') {
    Object.entries(value).filter(([key]) => !key.startsWith('_')).forEach(([, part]) => texts(part, into));
  }
}

withForms(injector => {
  const templating = injector.get('templating');
  const evaluate = templating.evaluate.bind(templating);
  const isTemplate = templating.isTemplate.bind(templating);
  const own = new Set();
  injector.get('eventBus').on('formField.add', ({formField}) => texts(formField, own));
  // only what stands in the form itself: the name of an option may be a person's
  templating.isTemplate = text => own.has(text) && isTemplate(text);
  // of all templates those with Markdown alone say whether they are strict, and do not say how values get in
  templating.evaluate = (template, context, options = {}) => evaluate(template, context,
      'strict' in options && !options.sanitizer ? {...options, sanitizer: literal} : options);
});
