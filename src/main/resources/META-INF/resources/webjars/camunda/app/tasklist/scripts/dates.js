// Both kinds of date pickers, in forms and in the webapps themselves, know English only and begin the week as the
// browser's country does. They are given the names of the labels, and weeks that begin on Monday. And what is typed into
// a date of a form is read as people write dates, or refused: the picker would make another day of 31/02/2024.
import {day} from '../../../../days.js';
import {domId, fields, formOf, withForms} from './forms.js';
import {dateLocales} from './labels.js';
import {say} from './language.js';

const FORMAT = say('vi', 'en-GB');
const NO_DAY = text => say(`Không phải là ngày có trong lịch: "${text}". Nhập ngày/tháng/năm, ví dụ 30/06/2024.`,
    `There is no such day: "${text}". Type day/month/year, such as 30/06/2024.`);
const capital = word => word[0].toUpperCase() + word.slice(1);
const months = dateLocales.months.map(capital);
const {monthsShort, weekdays, weekdaysShort} = dateLocales;
/** What is no day, by the inputs that hold it. */
const wrong = new WeakMap();

// forms ask for the browser's own way to write dates under this name
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (format, [locale, options]) => locale === 'default'
    ? new format(FORMAT, {day: '2-digit', month: '2-digit', year: 'numeric', ...options}) : new format(locale, options)
});

const inputOf = (injector, field) => document.getElementById(`${domId(injector, field)}-date`);

/** What is said of a field that holds what is no day; nothing of others. */
export function noDay(injector, field) {
  const input = inputOf(injector, field);
  return input && wrong.has(input) ? NO_DAY(wrong.get(input)) : null;
}

withForms(injector => {
  const validator = injector.get('validator');
  const validate = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (field, value) => {
    const said = noDay(injector, field);
    return said ? [said] : validate(field, value);
  };
});

/** Has the form validate a field whose value may be the same as before: none. */
function tell(input) {
  const injector = formOf(input);
  const field = injector && fields(injector).find(one => inputOf(injector, one) === input);
  if (field) {
    injector.get('form')._update({fieldInstance: field, value: null});
  }
}

function readAsPeopleWrite(picker) {
  const set = picker.setDate;
  picker.setDate = (date, trigger, format) => {
    const text = typeof date === 'string' ? date.trim() : null;
    const read = text === null ? date : day(text);
    if (text && !read) {
      wrong.set(picker.input, text);
      tell(picker.input);
      return;
    }
    // when the field is drawn anew without a value, what is typed stays
    if (wrong.has(picker.input) && text === null && !(date instanceof Date && !isNaN(date))) {
      return;
    }
    if (wrong.delete(picker.input) && !read) {
      tell(picker.input);
    }
    set(read, trigger, format);
  };
}

/** A calendar that would lie over the buttons of the form opens above its field, where there is room. */
function keepButtonsInSight(picker, calendar) {
  picker.config.onPreCalendarPosition = [() => {
    picker.input.scrollIntoView({block: 'nearest'});
    const {top, bottom} = picker.input.getBoundingClientRect();
    const footer = picker.input.closest('.modal-content, .task-details')?.querySelector('.modal-footer, .form-actions');
    const end = Math.min(innerHeight, footer?.getBoundingClientRect().top ?? innerHeight);
    calendar.classList.toggle('above', bottom + calendar.offsetHeight > end && top > calendar.offsetHeight);
  }];
}

function prepare(calendar) {
  const picker = calendar.parentElement?.querySelector('.flatpickr-input')?._flatpickr;
  picker?.set('locale', {
    firstDayOfWeek: 1,
    months: {longhand: months, shorthand: monthsShort},
    weekdays: {longhand: weekdays, shorthand: weekdaysShort}
  });
  // drawn before, and not again until the year changes
  calendar.querySelectorAll('.flatpickr-monthDropdown-month').forEach(month => {
    month.textContent = months[month.value];
  });
  if (picker?.input.closest('.fjs-form')) {
    readAsPeopleWrite(picker);
    keepButtonsInSight(picker, calendar);
  }
}

new MutationObserver(changes => changes.forEach(({addedNodes}) => addedNodes.forEach(node => {
  if (node.nodeType === Node.ELEMENT_NODE) {
    const calendars = node.matches('.flatpickr-calendar') ? [node] : node.querySelectorAll('.flatpickr-calendar');
    calendars.forEach(prepare);
  }
}))).observe(document.body, {subtree: true, childList: true});

window.angular.module('ngLocale').run(['$locale', ({DATETIME_FORMATS}) => Object.assign(DATETIME_FORMATS, {
  MONTH: months, STANDALONEMONTH: months, SHORTMONTH: monthsShort,
  DAY: weekdays, SHORTDAY: weekdaysShort, FIRSTDAYOFWEEK: 0
})]);
