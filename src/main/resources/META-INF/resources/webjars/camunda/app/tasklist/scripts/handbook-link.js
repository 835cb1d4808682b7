// The way to the handbook, which only a packaged application has. It opens beside a form that may be half filled.
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
  }
}

// without waiting: Tasklist starts after its scripts
fetch(`${root}/handbook/`, {method: 'HEAD'}).then(answer => {
  if (answer.ok) {
    new MutationObserver(show).observe(document.querySelector('[cam-widget-header]'), {subtree: true, childList: true});
    show();
  }
});
