// The number of unread notices beside the bell: asked for once the page is there, when its window is looked at again, and
// each minute while somebody works in it. A page that nobody uses asks for nothing, so that its session may end.

const PAUSE = 60_000;
const SHORT_PAUSE = 5_000;

/** Keeps the number of a bell. @param bell a link that says where to ask and what to call it */
export function watch(bell) {
  const place = bell.querySelector('.unread');
  const {bell: address, some} = bell.dataset;
  const none = bell.getAttribute('aria-label');
  let asked = 0;

  async function ask(pause) {
    if (document.hidden || Date.now() - asked < pause) {
      return;
    }
    asked = Date.now();
    const answer = await fetch(address, {headers: {Accept: 'application/json'}, priority: 'low'}).catch(() => null);
    if (answer?.ok) {
      show(await answer.json());
    }
  }

  function show({unread, more}) {
    const number = more ? `${unread}+` : String(unread);
    place.textContent = number;
    place.hidden = unread === 0;
    bell.title = unread === 0 ? none : some.replace('{0}', number);
    bell.setAttribute('aria-label', bell.title);
  }

  document.addEventListener('visibilitychange', () => ask(SHORT_PAUSE));
  addEventListener('focus', () => ask(SHORT_PAUSE));
  document.addEventListener('phongtrao-working', () => ask(PAUSE));
  document.addEventListener('phongtrao-notices', () => ask(0));
  ask(0);
}

const bell = document.querySelector('[data-bell]');
if (bell) {
  watch(bell);
}
