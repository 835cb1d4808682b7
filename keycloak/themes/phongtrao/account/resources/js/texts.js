// The few texts that the account pages have outside their messages, most of them for people who have pages read to them.
const TEXTS = [
  [/^Loading the Account Console$/, 'Đang tải trang tài khoản'],
  [/^Loading\.\.\.$/, 'Đang tải…'],
  [/^Contents$/, 'Nội dung'],
  [/^navigation$/, 'các trang'],
  [/^Global$/, 'chung'],
  [/^credential list$/, 'các cách đăng nhập'],
  [/^device-sessions-content$/, 'các thiết bị'],
  [/^Details$/, 'chi tiết'],
  [/^Close alert: /, 'Đóng thông báo: '],
  [/^Other$/, 'Hệ điều hành khác'],
  [/^Other\/Unknown$/, 'Trình duyệt khác']
];
const ATTRIBUTES = ['aria-label', 'aria-valuetext', 'title'];

const translated = text => TEXTS.reduce((result, [english, vietnamese]) => result.replace(english, vietnamese), text);

function translate(element) {
  element.childNodes.forEach(node => {
    if (node.nodeType === Node.TEXT_NODE && translated(node.data) !== node.data) {
      node.data = translated(node.data);
    }
  });
  ATTRIBUTES.filter(name => element.hasAttribute(name)).forEach(name => {
    const value = element.getAttribute(name);
    if (translated(value) !== value) {
      element.setAttribute(name, translated(value));
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
