// Sessions begin and end at Keycloak. The webapps know only their own part: their "log out" would leave the person
// signed in, and a session that has run out would lead to their own page for names and passwords, which nobody has.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

// without waiting: the webapps start after their scripts
import(`${root}/idle.js`);

let leaving = false;
document.addEventListener('phongtrao-leaving', () => {
  leaving = true;
});

// what the webapp makes of the same answer would be said beside it
document.addEventListener('phongtrao-session-over', () => setTimeout(() =>
  window.angular.element(document.body).injector()?.get('Notifications').clearAll()));

document.addEventListener('click', event => {
  if (event.target.closest('li.logout')) {
    event.preventDefault();
    event.stopPropagation();
    // other people may use this computer
    localStorage.clear();
    leaving = true;
    location.assign(`${root}/logout`);
  }
}, true);

function signInAgain() {
  // a webapp that notices the end of its session on the way out must not turn the browser round
  if (!leaving && location.hash.startsWith('#/login')) {
    location.assign(`${root}/`);
  }
}

addEventListener('hashchange', signInAgain);
signInAgain();
