// Tasklist says how long ago or ahead a day is, by the browser's clock; the day itself is shown, always past this threshold.
// A card whose last day is over stands out, as on the front page.
import {lateMark, past} from './lateness.js';

window.angular.module('angularMoment').run(['amTimeAgoConfig', config =>
  Object.assign(config, {fullDateThreshold: -Infinity, fullDateFormat: 'DD/MM/YYYY'})]);

function late(due) {
  const [, day, month, year] = /(\d\d)\/(\d\d)\/(\d{4})/.exec(due?.textContent) ?? [];
  return Boolean(year) && past(`${year}-${month}-${day}`);
}

function mark() {
  document.querySelectorAll('.tasks-list li.task').forEach(card => {
    const due = card.querySelector('.due-date');
    const shown = card.querySelector('.late-mark');
    card.classList.toggle('late', late(due));
    if (!late(due)) {
      shown?.remove();
    } else if (!shown) {
      due.append(' ', lateMark());
    }
  });
}

new MutationObserver(mark).observe(document.body, {subtree: true, childList: true});
mark();
