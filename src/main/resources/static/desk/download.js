// Takes the list of a page away as a file, with the criteria of the page.
import {csrf} from '../dossier/dossier.js';

const form = document.querySelector('form[data-download]');
const state = form.querySelector('[role=status]');

form.addEventListener('submit', event => {
  event.preventDefault();
  state.textContent = form.dataset.running;
  download(event.submitter.value).then(() => form.dataset.done, problem => problem.said ?? form.dataset.failed)
      .then(said => { state.textContent = said; });
});

/** The criteria go in the body, as those of the page do: addresses are kept in logs. */
async function download(format) {
  const [address, criteria] = form.dataset.list.split('?');
  const asked = new URLSearchParams([...new URLSearchParams(criteria)]
      .filter(([name, value]) => value && name !== 'page' && name !== 'size'));
  asked.set('format', format);
  asked.set('purpose', form.elements.purpose?.value ?? '');
  const answer = await fetch(address, {
    method: 'POST', body: asked, headers: {'X-HTTP-Method-Override': 'GET', 'X-PHONGTRAO-CSRF': csrf()}
  });
  if (!answer.ok) {
    throw {said: (await answer.json()).detail};
  }
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(await answer.blob()), download: name(answer.headers.get('Content-Disposition'))
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

function name(disposition) {
  return decodeURIComponent(disposition.match(/filename\*=UTF-8''([^;]+)/)[1]);
}
