// Says what was done on a page that is loaded anew to show it.

const said = sessionStorage.getItem(location.pathname);
if (said) {
  sessionStorage.removeItem(location.pathname);
  history.scrollRestoration = 'auto';
  const place = document.querySelector('[data-outcome]');
  const {words, ways} = JSON.parse(said);
  place.append(words, ...ways.flatMap(({name, address}) => {
    const way = document.createElement('a');
    way.href = address;
    way.textContent = name;
    return [' ', way];
  }));
  place.scrollIntoView({block: 'center'});
}

/** @param ways pages where more is said, each with a name and an address */
export function reload(words, ways = []) {
  sessionStorage.setItem(location.pathname, JSON.stringify({words, ways}));
  // what is said stands above, where the page would not be again
  history.scrollRestoration = 'manual';
  history.replaceState(null, '', location.pathname + location.search);
  location.reload();
}

/** Words with values for {0}, {1} and so on. */
export function filled(words, ...values) {
  return words.replace(/\{(\d)}/g, (braces, place) => values[place]);
}
