// The webapps load their labels while they start, and show bare keys where they were faster. They start after this
// script, and find the labels where they would have kept them from an earlier visit.
import {language} from './language.js';

const base = document.querySelector('base');
const locales = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
const key = `${locales}_locales_data_${language}_${window.bust}`;
const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');

if (!(key in kept)) {
  const labels = await fetch(`${locales}${language}.json?bust=${window.bust}`);
  kept[key] = JSON.stringify(await labels.json());
  localStorage.setItem('camunda-web', JSON.stringify(kept));
}

export const {dateLocales} = JSON.parse(kept[key]);
