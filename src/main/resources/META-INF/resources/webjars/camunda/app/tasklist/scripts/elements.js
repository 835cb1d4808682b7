// What scripts put on the page.

/** A button of a form that does not send it. */
export function button(words, work) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  element.addEventListener('click', work);
  return element;
}
