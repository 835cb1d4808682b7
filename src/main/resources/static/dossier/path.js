/** Draws the model of each run and marks where the dossier has been, once they are asked for: a hidden one has no size. */
const models = document.querySelector('details.models');
const drawAll = () => document.querySelectorAll('[data-diagram]').forEach(draw);
if (models.open) {
  // asked for before this was here
  drawAll();
} else {
  models.addEventListener('toggle', drawAll, {once: true});
}

async function draw(place) {
  const answer = await fetch(place.dataset.diagram, {credentials: 'same-origin'});
  if (!answer.ok) {
    place.textContent = place.dataset.failed;
    return;
  }
  const viewer = new BpmnJS({container: place});
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  for (const kind of ['canceled', 'passed', 'here']) {
    const ids = (place.dataset[kind] ?? '').split(' ').filter(id => id && elements.get(id));
    ids.forEach(id => canvas.addMarker(id, kind));
  }
  canvas.zoom('fit-viewport', 'auto');
  place.dataset.drawn = '';
}
