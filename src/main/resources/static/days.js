// Days as people write them.
const WAYS = [
  /^(?<day>\d{1,2})(?<sign>[/.-])(?<month>\d{1,2})\k<sign>(?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/
];
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** @returns {Date|null} the day at midnight, or null for what is no day from 1900 to 2199 */
export function day(text) {
  const plain = text.replace(/\s+/g, '');
  const {year, month, day: ofMonth} = WAYS.map(way => way.exec(plain)).find(found => found)?.groups ?? {};
  const date = new Date(year, month - 1, ofMonth);
  return year >= FIRST_YEAR && year <= LAST_YEAR && date.getMonth() === month - 1 && date.getDate() === Number(ofMonth)
    ? date : null;
}

/** @returns {string} the day as people read it, 30/06/2024 */
export function written(iso) {
  return iso.split('-').reverse().join('/');
}
