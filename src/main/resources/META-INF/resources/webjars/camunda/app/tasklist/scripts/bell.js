// The bell of all pages, beside the handbook. It leads away from a form that may be half filled, and so opens beside it.
import {root, say} from './language.js';

const item = document.createElement('li');
item.className = 'notices';
item.innerHTML = '<a class="bell" target="_blank"><span class="glyphicon glyphicon-bell"></span><span class="unread" hidden></span></a>';
const bell = item.firstChild;
bell.href = `${root}/notices`;
bell.dataset.bell = `${root}/api/notices/unread`;
bell.dataset.some = say('Thông báo: {0} chưa đọc', 'Notices: {0} unread');
bell.title = say('Thông báo', 'Notices');
bell.setAttribute('aria-label', bell.title);

function show() {
  const handbook = document.querySelector('.app-menu li.handbook');
  if (handbook && handbook.previousElementSibling !== item) {
    handbook.before(item);
  }
}

new MutationObserver(show).observe(document.querySelector('[cam-widget-header]'), {subtree: true, childList: true});
show();
import(`${root}/notices/bell.js`).then(({watch}) => watch(bell));
