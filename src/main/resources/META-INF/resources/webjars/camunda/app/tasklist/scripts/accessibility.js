// What Tasklist leaves unsaid to those who do not see its icons and columns. And what only shows something is no stop of
// the Tab key.
import {say} from './language.js';

const named = (vietnamese, english) => ({'aria-label': say(vietnamese, english)});

const MARKS = {
  '[cam-widget-header]': {role: 'banner'},
  '.site-wrap': {role: 'main'},
  '.page-notifications': {role: 'status'},
  '.region-toggle[data-region=filters]': named('Thu gọn hoặc mở cột bộ lọc', 'Fold or unfold the filters'),
  '.region-toggle[data-region=list]': named('Thu gọn hoặc mở danh sách nhiệm vụ', 'Fold or unfold the tasks'),
  '.region-toggle[data-region=task]': named('Thu gọn hoặc mở nhiệm vụ', 'Fold or unfold the task'),
  '.maximize': named('Mở rộng nhiệm vụ', 'Show the task alone'),
  '.reset-regions': named('Mở lại các cột', 'Show all columns'),
  '.sort-direction': named('Đổi chiều sắp xếp', 'Turn the order round'),
  '[cam-sorting-choices] a.dropdown-toggle:not(:has(.sort-by))': named('Thêm cách sắp xếp', 'Sort by more'),
  '.task-details .unclaim': named('Trả lại nhiệm vụ', 'Give the task back'),
  'input[uib-typeahead]': {role: 'combobox'},
  ':is(.tasks-list, .task-details) :is(.process-definition, .assignee):is(h4, h5, h6)': {role: 'presentation'},
  '.task-details .due-date, .task-details .assignee .set-value': {tabindex: '-1'},
  '.modal-header h3': {id: 'dialog-title'},
  '.modal[role=dialog]': {'aria-labelledby': 'dialog-title'}
};

function mark() {
  Object.entries(MARKS).forEach(([selector, attributes]) => document.querySelectorAll(selector).forEach(element =>
      Object.entries(attributes).filter(([name, value]) => element.getAttribute(name) !== value)
          .forEach(([name, value]) => element.setAttribute(name, value))));
}

new MutationObserver(mark).observe(document.body, {subtree: true, childList: true});
mark();
