// A tab beside the form: the dossier with its content, documents and steps, as its own page shows it.
import {root, say} from './language.js';
import {about} from './task.js';

let shown = null;

async function render(container, {taskId}) {
  shown = taskId;
  container.innerHTML = `<p>${say('Đang tải hồ sơ…', 'Loading dossier…')}</p>`;
  const [sheet, {dossierNumber}] = await Promise.all([import(`${root}/dossier/dossier.js`), about(taskId)]);
  const html = await sheet.load(`${root}/dossiers/${encodeURIComponent(dossierNumber)}/fragment`);
  if (shown === taskId) {
    container.innerHTML = html;
    sheet.activate(container);
  }
}

export default {
  id: 'dossier',
  pluginPoint: 'tasklist.task.detail',
  priority: 700,
  properties: {label: say('Hồ sơ', 'Dossier')},
  render: (container, context) => render(container, context).catch(() => {
    container.innerHTML = `<p>${say('Không tải được hồ sơ; hãy chọn lại nhiệm vụ.',
        'The dossier could not be loaded; select the task again.')}</p>`;
  }),
  unmount: () => {
    shown = null;
  }
};
