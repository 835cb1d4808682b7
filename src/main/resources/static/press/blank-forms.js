// Keeps where the text of certificates stands on pre-printed forms, and shows it on a drawing.

import {csrf} from '../dossier/dossier.js';

document.querySelectorAll('form[data-blank]').forEach(form => {
  const answer = form.querySelector('[data-answer]');
  form.addEventListener('input', () => {
    answer.replaceChildren();
    draw(form);
  });
  draw(form);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    answer.textContent = await save(form);
  });
});

/** A larger paper is drawn as large as A4, so that what moves on it moves less. */
function draw(form) {
  const {size, across, ...down} = entered(form);
  const {scale} = form.elements.size.selectedOptions[0].dataset;
  form.querySelectorAll('[data-moved]').forEach(part => part.setAttribute('transform',
      `translate(${(across || 0) / scale} ${(down[part.dataset.moved] || 0) / scale})`));
}

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
