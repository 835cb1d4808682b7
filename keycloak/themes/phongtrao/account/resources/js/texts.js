// The few texts that the account pages have outside their messages, most of them for those who listen.
const TEXTS = [
  [/^Loading the Account Console$/, 'Đang tải trang tài khoản'],
  [/^Loading\.\.\.$/, 'Đang tải…'],
  [/^Contents$/, 'Nội dung'],
  [/^navigation$/, 'các trang'],
  [/^Global$/, 'chung'],
  [/^credential list$/, 'các cách đăng nhập'],
  [/^device-sessions-content$/, 'các thiết bị'],
  [/^Details$/, 'chi tiết'],
  [/^Close alert: /, 'Đóng thông báo: ']
];
const ATTRIBUTES = ['aria-label', 'aria-valuetext', 'title'];

const translated = text => TEXTS.reduce((result, [english, vietnamese]) => result.replace(english, vietnamese), text);

function translate(element) {
  if (element.id === 'loading-text') {
    element.textContent = translated(element.textContent);
  }
  ATTRIBUTES.filter(name => element.hasAttribute(name)).forEach(name => {
    const text = element.getAttribute(name);
    if (translated(text) !== text) {
      element.setAttribute(name, translated(text));
    }
  });
}

function translateAll(root) {
  [root, ...root.querySelectorAll('*')].forEach(translate);
}

if (document.documentElement.lang === 'vi') {
  translateAll(document.body);
  new MutationObserver(changes => changes.forEach(({type, target, addedNodes}) => type === 'attributes' ? translate(target)
      : addedNodes.forEach(node => node.nodeType === Node.ELEMENT_NODE && translateAll(node))))
      .observe(document.body, {subtree: true, childList: true, attributes: true, attributeFilter: ATTRIBUTES});
}
