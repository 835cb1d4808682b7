// Forms come with a few texts of their own that exist in English only.
import {language} from './language.js';

// what is refused is said in the words that the server has for the same
const TEXTS = {
  'Select': 'Chọn',
  'Search': 'Tìm',
  'Add new': 'Thêm',
  'dd/mm/yyyy': 'ngày/tháng/năm',
  'Month': 'Tháng',
  'Year': 'Năm',
  'Increment': 'Tăng',
  'Decrement': 'Giảm',
  'Click to remove sorting': 'Bấm để bỏ sắp xếp',
  'No results': 'Không có kết quả',
  'All values selected': 'Đã chọn tất cả',
  'Nothing to show.': 'Không có dữ liệu.',
  'Section contains an error': 'Có nội dung chưa hợp lệ',
  'Remove tag': 'Bỏ',
  'Skip to search': 'Đến ô tìm',
  'Delete item': 'Xóa dòng này',
  'Toggle list item': 'Đóng hoặc mở dòng này',
  'Create new list item': 'Thêm dòng',
  'of': 'trên',
  'Previous page': 'Trang trước',
  'Next page': 'Trang sau',
  'Field is required.': 'Bắt buộc nhập',
  'Field must be a valid email.': 'Phải là địa chỉ thư điện tử',
  'Should be a valid number.': 'Phải là số',
  'Should be an integer.': 'Phải là số nguyên',
  'Date and time must both be entered.': 'Phải nhập cả ngày và giờ'
};

const PATTERNS = [
  [/^Field must match pattern .*$/, 'Không đúng định dạng'],
  [/^Field must have minimum value of (.*)\.$/, 'Không được nhỏ hơn $1'],
  [/^Field must have maximum value of (.*)\.$/, 'Không được lớn hơn $1'],
  [/^Field must have minimum length of (.*)\.$/, 'Ngắn hơn $1 ký tự'],
  [/^Field must have maximum length of (.*)\.$/, 'Dài quá $1 ký tự'],
  [/^Should not contain more than (.*) decimal digits\.$/, 'Được nhập nhiều nhất $1 chữ số thập phân'],
  [/^Click to sort by (.*) descending$/, 'Bấm để xếp $1 giảm dần'],
  [/^Click to sort by (.*) ascending$/, 'Bấm để xếp $1 tăng dần'],
  [/^Remove list item (\d+)$/, 'Xóa dòng $1'],
  [/^Expand all \((\d+)\)$/, 'Xem tất cả ($1)']
];

const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];
/** What is wrong is listed beside the buttons, too. */
const OURS = '.fjs-container, .refusals';

function translated(text) {
  const plain = text.trim();
  const found = TEXTS[plain] ?? PATTERNS.reduce(
      (result, [pattern, words]) => result ?? (pattern.test(plain) ? plain.replace(pattern, words) : null), null);
  return found ? text.replace(plain, found) : text;
}

function translateText(node) {
  const text = translated(node.data);
  if (text !== node.data) {
    node.data = text;
  }
}

function translateAttributes(element) {
  ATTRIBUTES.filter(name => element.hasAttribute(name)).forEach(name => {
    const text = translated(element.getAttribute(name));
    if (text !== element.getAttribute(name)) {
      element.setAttribute(name, text);
    }
  });
}

// what people have written into tables and lists is left alone: it is never one of the texts above as a whole
function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (node.parentElement?.closest(OURS) && !node.parentElement.closest('td:not([colspan])')) {
      translateText(node);
    }
  } else if (node.nodeType === Node.ELEMENT_NODE && (node.closest(OURS) || node.querySelector(OURS))) {
    translateAttributes(node);
    node.childNodes.forEach(translate);
  }
}

if (language === 'vi') {
  new MutationObserver(changes => changes.forEach(({type, target, addedNodes}) => {
    if (type === 'childList') {
      addedNodes.forEach(translate);
    } else {
      translate(target);
    }
  })).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES
  });
}
