// Browsers ask for what is missing in their own language; here it is asked for in that of the page.
const {words} = document.querySelector('meta[name=needed]').dataset;

document.addEventListener('invalid', ({target}) => target.validity.valueMissing && target.setCustomValidity(words), true);
// what asks for more says so afterwards
document.addEventListener('input', ({target}) => target.setCustomValidity?.(''), true);
document.addEventListener('change', ({target}) => target.validity?.valueMissing === false
  && target.validationMessage === words && target.setCustomValidity(''), true);
