// Out of Tasklist: the product's name leads to the front page, and the way to the list of dossiers is first in the menu.
import {root, say} from './language.js';

const item = document.createElement('li');
item.className = 'dossiers';
item.innerHTML = '<a target="_self"><span class="glyphicon glyphicon-folder-open"></span>&nbsp; </a>';
item.firstChild.href = `${root}/dossiers`;
item.firstChild.append(say('Danh sách hồ sơ', 'Dossiers'));

function show() {
  const name = document.querySelector('.navbar-brand:not([target])');
  if (name) {
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
