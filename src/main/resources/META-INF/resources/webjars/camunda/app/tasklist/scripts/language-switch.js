// The other language, beside the person's name.
import {LANGUAGES, choose, language} from './language.js';

const other = Object.keys(LANGUAGES).find(code => code !== language);

const item = document.createElement('li');
item.className = 'language';
item.innerHTML = '<a href><span class="glyphicon glyphicon-globe"></span> </a>';
item.firstChild.lang = other;
item.firstChild.append(LANGUAGES[other]);
item.addEventListener('click', event => {
  event.preventDefault();
  choose(other);
});

function show() {
  const account = document.querySelector('.app-menu li.account');
  if (account && account.previousElementSibling !== item) {
    account.before(item);
  }
}

new MutationObserver(show).observe(document.querySelector('[cam-widget-header]'), {subtree: true, childList: true});
show();
