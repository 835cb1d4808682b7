// The way to the handbook. It opens beside a form that may be half filled.
import {root, say} from './language.js';

const item = document.createElement('li');
item.className = 'handbook';
item.innerHTML = '<a target="_blank"><span class="glyphicon glyphicon-question-sign"></span> </a>';
item.firstChild.href = `${root}/handbook/`;
item.firstChild.append(say('Hướng dẫn', 'Handbook'));

function show() {
  const language = document.querySelector('.app-menu li.language');
  if (language && language.previousElementSibling !== item) {
    language.before(item);
    language.closest('nav').setAttribute('aria-label', say('Trình đơn', 'Menu'));
  }
}

new MutationObserver(show).observe(document.querySelector('[cam-widget-header]'), {subtree: true, childList: true});
show();
