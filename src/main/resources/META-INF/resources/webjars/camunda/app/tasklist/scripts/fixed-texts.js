// The few texts that the webapps have outside their labels, each in its place: elsewhere the same words may be what
// people have written.
import {language} from './language.js';

const SECTION = {'Toggle this section': 'Mở hoặc thu gọn phần này'};
const SUSPENDED = {'Suspended Job Definition': 'Định nghĩa tác vụ nền đang tạm dừng'};
const ACTIVITIES = {
  processDefinition: 'Quy trình', multiInstanceBody: 'Các lượt song song', userTask: 'Nhiệm vụ', serviceTask: 'Việc hệ thống tự làm',
  callActivity: 'Quy trình được gọi', subProcess: 'Quy trình con'
};

const TEXTS = {
  '[cam-widget-footer] a': {'Camunda Platform': 'Camunda'},
  '#footer-timezone i': {'Asia/Saigon': 'Việt Nam', 'Asia/Ho_Chi_Minh': 'Việt Nam'},
  '.navigation button': {'zoom in': 'Phóng to', 'zoom out': 'Thu nhỏ', 'reset zoom': 'Xem toàn bộ sơ đồ'},
  'span[uib-tooltip]': ACTIVITIES,
  '.section-toggle': SECTION,
  '.badge': SUSPENDED,
  '.tooltip-inner': {...SECTION, ...SUSPENDED, ...ACTIVITIES},
  '.actions': {'Actions': 'Thao tác'},
  '.null-value': {'null': 'trống'},
  '.loading-text': {'Loading diagram': 'Đang tải sơ đồ'},
  '.message i': {'Message is null.': 'Không có nội dung.'},
  '.type': {'Failed Job': 'Tác vụ nền bị lỗi', 'Failed External Task': 'Tác vụ ngoài bị lỗi'},
  '.job-definition .type span': {'timer-transition': 'hẹn giờ'},
  'button, .btn, input': {
    'Select all': 'Chọn tất cả', 'Unselect all': 'Bỏ chọn tất cả', 'Download': 'Tải xuống', 'Upload': 'Tải lên'
  },
  '.help-block, .invalid': {'Invalid Date Value.': 'Ngày không hợp lệ.'},
  '.page-notifications .status': {'Error': 'Lỗi', 'Failed': 'Không thực hiện được'},
  '.page-notifications .message': {
    'This process definition has no job definitions associated with. The job priority cannot be overridden.':
        'Quy trình này không có tác vụ nền, nên không có mức ưu tiên nào để thay.'
  },
  '.hit-policy label': {'Hit policy:': 'Cách áp dụng:'},
  '.hit-policy-value': {
    'Unique': 'Một dòng', 'First': 'Dòng đầu tiên', 'Rule order': 'Mọi dòng, theo thứ tự', 'Collect': 'Mọi dòng'
  },
  '.hit-policy': {
    'No overlap is possible and all rules are disjoint. Only a single rule can be matched':
        'Các dòng không trùng nhau; chỉ một dòng khớp',
    'Rules may overlap. The first matching rule will be chosen': 'Các dòng có thể trùng nhau; lấy dòng khớp đầu tiên',
    'Collects the values of all matching rules in rule order': 'Lấy mọi dòng khớp, theo thứ tự trong bảng',
    'Collects the values of all matching rules': 'Lấy mọi dòng khớp'
  },
  '.tjs-table .clause': {'When': 'Khi', 'And': 'Và', 'Then': 'Thì'},
  '.tjs-table .annotation': {'Annotations': 'Chú thích'},
  '.input-variable, .output-variable': {
    'Input type': 'Kiểu đầu vào', 'Output type': 'Kiểu kết quả', 'string': 'chữ', 'boolean': 'đúng hoặc sai',
    'number': 'số', 'integer': 'số nguyên', 'long': 'số nguyên', 'double': 'số', 'date': 'ngày'
  },
  '.output-label': {'Output label': 'Kết quả'}
};

/** Texts with something of the organisation's own in them. */
const PARTS = {
  '.page-notifications span, .page-notifications strong': [
    [/process definition/, 'quy trình'], [/decision definition/, 'bảng quyết định'],
    [/decision instance/, 'lượt áp dụng bảng quyết định']
  ],
  'a[uib-tooltip$="#multiInstanceBody"]': [[/^\S+#multiInstanceBody$/, 'Các lượt song song']],
  '.decision-table-name': [[/^Decision name:/, 'Bảng quyết định:']],
  '.input-label': [[/^Input label:/, 'Đầu vào:']],
  '.output-label': [[/^Output label:/, 'Kết quả:']]
};

const ATTRIBUTES = ['title', 'uib-tooltip', 'tooltip'];

function translateAll(root) {
  const within = places => Object.entries(places).flatMap(([place, words]) =>
      [root, ...root.querySelectorAll(place)].filter(element => element.matches(place)).map(element => [element, words]));
  within(TEXTS).forEach(([element, words]) => translate(element, text => Object.hasOwn(words, text) ? words[text] : text));
  within(PARTS).forEach(([element, parts]) => translate(element,
      text => parts.reduce((result, [part, words]) => result.replace(part, words), text)));
}

function translate(element, inVietnamese) {
  [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.data.trim()).forEach(node => {
    const text = node.data.trim();
    if (inVietnamese(text) !== text) {
      node.data = node.data.replace(text, inVietnamese(text));
    }
  });
  ATTRIBUTES.filter(name => element.hasAttribute(name)).forEach(name => {
    const text = element.getAttribute(name);
    if (inVietnamese(text) !== text) {
      element.setAttribute(name, inVietnamese(text));
    }
  });
}

if (language === 'vi') {
  new MutationObserver(changes => changes
      .flatMap(({type, target, addedNodes}) => type === 'characterData' ? [target] : [...addedNodes])
      .map(node => node.nodeType === Node.TEXT_NODE ? node.parentElement : node)
      .filter(node => node?.nodeType === Node.ELEMENT_NODE).forEach(translateAll))
      .observe(document.body, {subtree: true, childList: true, characterData: true});
}
