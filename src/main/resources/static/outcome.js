// Says what was done on a page that is loaded anew to show it.

const said = sessionStorage.getItem(location.pathname);
if (said) {
  sessionStorage.removeItem(location.pathname);
  history.scrollRestoration = 'auto';
  const place = document.querySelector('[data-outcome]');
  place.textContent = said;
  place.scrollIntoView({block: 'center'});
}

export function reload(words) {
  sessionStorage.setItem(location.pathname, words);
  // what is said stands above, where the page would not be again
  history.scrollRestoration = 'manual';
  location.reload();
}

/** Words with values for {0}, {1} and so on. */
export function filled(words, ...values) {
  return words.replace(/\{(\d)}/g, (braces, place) => values[place]);
}
