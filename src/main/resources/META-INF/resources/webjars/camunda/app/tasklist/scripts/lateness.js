// What is past its last day is late, and says so in words.
import {say} from './language.js';

/** @param day as 2024-07-05 */
export function past(day) {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1) <= new Date();
}

export function lateMark() {
  return Object.assign(document.createElement('strong'), {className: 'late-mark', textContent: say('Quá hạn', 'Overdue')});
}
