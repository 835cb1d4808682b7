// Tasklist loads its labels while it starts, and shows bare keys where it was faster. It starts after this script, and
// finds the labels where it would have kept them from an earlier visit.
const locales = `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/locales/`;
const key = `${locales}_locales_data_vi_${window.bust}`;
const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');

if (!(key in kept)) {
  const labels = await fetch(`${locales}vi.json?bust=${window.bust}`);
  kept[key] = JSON.stringify(await labels.json());
  localStorage.setItem('camunda-web', JSON.stringify(kept));
}
