// Keeps where the text of certificates stands on pre-printed forms.

import {csrf} from '../dossier/dossier.js';

document.querySelectorAll('form[data-blank]').forEach(form => {
  const answer = form.querySelector('[data-answer]');
  form.addEventListener('input', () => answer.replaceChildren());
  form.addEventListener('submit', async event => {
    event.preventDefault();
    answer.textContent = await save(form);
  });
});

async function save(form) {
  try {
    const response = await fetch(form.dataset.blank, {method: 'PUT', body: JSON.stringify(entered(form)),
      headers: {'Content-Type': 'application/json', 'X-PHONGTRAO-CSRF': csrf(), Accept: 'application/json'}});
    return response.ok ? form.dataset.saved : (await response.json()).detail;
  } catch {
    return form.dataset.failed;
  }
}

function entered({elements: {size, across, fields, foot}}) {
  return {size: size.value, across: across.valueAsNumber, fields: fields.valueAsNumber, foot: foot.valueAsNumber};
}
