// The few texts that Cockpit and Admin have outside their labels, each in its place: elsewhere the same words may be
// what people have written.
import {language} from './language.js';

const TEXTS = {
  '.actions': {'Actions': 'Thao tác'},
  '.null-value': {'null': 'trống'},
  'button, .btn': {
    'Select all': 'Chọn tất cả', 'Unselect all': 'Bỏ chọn tất cả', 'Download': 'Tải xuống', 'Upload': 'Tải lên'
  },
  '.help-block, .invalid': {'Invalid Date Value.': 'Ngày không hợp lệ.'}
};

function translate(root) {
  Object.entries(TEXTS).forEach(([place, words]) => {
    [root, ...root.querySelectorAll(place)].filter(element => element.matches(place) && !element.children.length)
        .filter(element => Object.hasOwn(words, element.textContent.trim()))
        .forEach(element => {
          element.textContent = words[element.textContent.trim()];
        });
  });
}

if (language === 'vi') {
  new MutationObserver(changes => changes.flatMap(({addedNodes}) => [...addedNodes])
      .filter(node => node.nodeType === Node.ELEMENT_NODE).forEach(translate))
      .observe(document.body, {subtree: true, childList: true});
}
