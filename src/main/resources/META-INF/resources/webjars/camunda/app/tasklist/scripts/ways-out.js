// Out of the webapps. In Tasklist the product's name leads to the front page, and the menu to the dossiers; in the
// others the name leads to their own first page, and the menu to the front page.
import {root, say} from './language.js';

const tasklist = document.querySelector('base').getAttribute('app-name') === 'tasklist';
const [address, label, sign] = tasklist ? ['/dossiers', say('Danh sách hồ sơ', 'Dossiers'), 'folder-open']
    : ['/', say('Việc cần làm', 'To do'), 'tasks'];

const item = document.createElement('li');
item.className = 'way-out';
item.innerHTML = `<a target="_self"><span class="glyphicon glyphicon-${sign}"></span>&nbsp; </a>`;
item.firstChild.href = root + address;
item.firstChild.append(label);

function show() {
  const name = document.querySelector('.navbar-brand:not([target])');
  if (tasklist && name) {
    name.href = `${root}/`;
    name.target = '_self';
  }
  const menu = document.querySelector('.app-menu li.account')?.parentElement;
  if (menu && menu.firstElementChild !== item) {
    menu.prepend(item);
  }
}

new MutationObserver(show).observe(document.querySelector('[cam-widget-header]'), {subtree: true, childList: true});
show();
