// The language of the pages: the one a person has chosen, Vietnamese until then, whatever the browser speaks. The choice
// lies in a cookie, which has nothing personal in it, so that the sign-in follows it too.
const COOKIE = 'PHONGTRAO-LANGUAGE';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const LANGUAGES = {vi: 'Tiếng Việt', en: 'English'};

export const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const [, chosen] = document.cookie.match(`(?:^|; )${COOKIE}=(\\w+)`) ?? [];

export const language = chosen in LANGUAGES ? chosen : 'vi';

// the webapps would take the browser's first language when it is among those available
export const locales = {availableLocales: [language], fallbackLocale: language};

export function say(vietnamese, english) {
  return language === 'vi' ? vietnamese : english;
}

export function choose(another) {
  document.cookie = `${COOKIE}=${another}; Path=${root}/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`
      + (location.protocol === 'https:' ? '; Secure' : '');
  location.reload();
}

document.documentElement.lang = language;
