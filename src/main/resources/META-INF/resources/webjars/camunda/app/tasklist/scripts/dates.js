// Both kinds of date pickers, in forms and in the webapps themselves, know English only and begin the week as the
// browser's country does. They are given the names of the labels, and weeks that begin on Monday.
import {dateLocales} from './labels.js';
import {say} from './language.js';

const FORMAT = say('vi', 'en-GB');
const capital = word => word[0].toUpperCase() + word.slice(1);
const months = dateLocales.months.map(capital);
const {monthsShort, weekdays, weekdaysShort} = dateLocales;

// forms ask for the browser's own way to write dates under this name
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (format, [locale, options]) => new format(locale === 'default' ? FORMAT : locale, options)
});

function translate(calendar) {
  calendar.parentElement?.querySelector('.flatpickr-input')?._flatpickr?.set('locale', {
    firstDayOfWeek: 1,
    months: {longhand: months, shorthand: monthsShort},
    weekdays: {longhand: weekdays, shorthand: weekdaysShort}
  });
  // drawn before, and not again until the year changes
  calendar.querySelectorAll('.flatpickr-monthDropdown-month').forEach(month => {
    month.textContent = months[month.value];
  });
}

new MutationObserver(changes => changes.forEach(({addedNodes}) => addedNodes.forEach(node => {
  if (node.nodeType === Node.ELEMENT_NODE) {
    const calendars = node.matches('.flatpickr-calendar') ? [node] : node.querySelectorAll('.flatpickr-calendar');
    calendars.forEach(translate);
  }
}))).observe(document.body, {subtree: true, childList: true});

window.angular.module('ngLocale').run(['$locale', ({DATETIME_FORMATS}) => Object.assign(DATETIME_FORMATS, {
  MONTH: months, STANDALONEMONTH: months, SHORTMONTH: monthsShort,
  DAY: weekdays, SHORTDAY: weekdaysShort, FIRSTDAYOFWEEK: 0
})]);
