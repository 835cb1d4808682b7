// Browsers write the days of date fields as they are set up themselves. Here a day is typed and read as 30/06/2024, in a
// field beside the browser's own, which is sent and keeps its calendar.

import {day, written} from './days.js';

const words = document.querySelector('meta[name=date-fields]').dataset;

document.querySelectorAll('input[type=date]').forEach(own => {
  const label = own.closest('label').textContent.trim();
  const typed = document.createElement('input');
  typed.setAttribute('aria-label', label);
  typed.placeholder = words.pattern;
  typed.inputMode = 'numeric';
  typed.autocomplete = 'off';
  typed.required = own.required;
  own.required = false;
  own.tabIndex = -1;
  own.setAttribute('aria-hidden', 'true');
  own.className = 'unseen';
  const pair = document.createElement('span');
  pair.className = 'date';
  own.before(pair);
  pair.append(typed, calendar(own, label), own);

  const show = () => {
    typed.value = written(own.value);
    typed.setCustomValidity('');
  };
  show();
  own.addEventListener('change', show);
  own.form?.addEventListener('reset', () => setTimeout(show));
  typed.addEventListener('input', () => {
    const date = day(typed.value);
    own.value = date ? iso(date) : '';
    typed.setCustomValidity(date || !typed.value.trim() ? '' : words.wrong);
  });
  typed.addEventListener('change', () => own.value && show());
});

function calendar(own, label) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '▾';
  button.setAttribute('aria-label', `${label}: ${words.pick}`);
  button.addEventListener('click', event => {
    event.preventDefault();
    own.showPicker();
  });
  return button;
}

function iso(date) {
  const two = number => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
