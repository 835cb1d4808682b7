// The way to the list of dossiers, first in the menu.
import {say} from './language.js';

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

const item = document.createElement('li');
item.className = 'dossiers';
item.innerHTML = '<a target="_self"><span class="glyphicon glyphicon-folder-open"></span>&nbsp; </a>';
item.firstChild.href = `${root}/dossiers`;
item.firstChild.append(say('Hồ sơ', 'Dossiers'));

function show() {
  const menu = document.querySelector('.app-menu li.account')?.parentElement;
  if (menu && menu.firstElementChild !== item) {
    menu.prepend(item);
  }
}

new MutationObserver(show).observe(document.querySelector('[cam-widget-header]'), {subtree: true, childList: true});
show();
