// A list of a form is filled from a sheet: a file, dropped or chosen, or rows that were copied out of Excel. What is wrong
// in it is told by its line, and mended in the form.
import {answer, csrf, ofForm} from './calls.js';
import {button} from './elements.js';
import {place} from './forms.js';
import {say} from './language.js';
import {withLists} from './lists.js';
import {refuse} from './refusals.js';

const MOST = 10;

function line(words) {
  const element = document.createElement('p');
  element.textContent = words;
  return element;
}

class Sheet {
  constructor(list, element) {
    this.list = list;
    this.address = `${ofForm('forms', place(list.injector))}/lists/${encodeURIComponent(list.key)}`;
    this.said = document.createElement('div');
    this.said.setAttribute('role', 'status');
    this.input = document.createElement('input');
    Object.assign(this.input, {type: 'file', accept: '.xlsx,.csv,.txt', hidden: true, tabIndex: -1});
    this.input.addEventListener('change', () => {
      this.bring(this.input.files[0]);
      this.input.value = '';
    });
    const template = document.createElement('a');
    Object.assign(template, {href: this.address, download: '', textContent: say('Tải mẫu (Excel)', 'Template (Excel)')});
    element.append(template, button(say('Nhập từ Excel', 'From Excel'), () => this.input.click()),
        button(say('Dán từ Excel', 'Paste from Excel'), () => this.paste()), this.input, this.said);
    this.takeDrops(element.closest('.fjs-form-field') ?? element);
  }

  takeDrops(field) {
    const carries = event => event.dataTransfer?.types.includes('Files');
    field.addEventListener('dragover', event => {
      if (carries(event)) {
        event.preventDefault();
        field.classList.add('list-drop');
      }
    });
    field.addEventListener('dragleave', event => field.contains(event.relatedTarget) || field.classList.remove('list-drop'));
    field.addEventListener('drop', event => {
      field.classList.remove('list-drop');
      if (carries(event)) {
        event.preventDefault();
        this.bring(event.dataTransfer.files[0]);
      }
    });
  }

  /** Rows are read as soon as they are pasted. */
  paste() {
    const text = document.createElement('textarea');
    const label = document.createElement('label');
    label.append(say('Chép các dòng trong Excel, bấm vào đây rồi bấm Ctrl+V', 'Copy rows in Excel, then press Ctrl+V here'), text);
    text.rows = 3;
    text.addEventListener('paste', event => {
      event.preventDefault();
      this.bring(new File([event.clipboardData.getData('text/plain')], say('các dòng đã dán', 'pasted rows')));
    });
    this.said.replaceChildren(label, button(say('Thôi', 'Cancel'), () => this.said.replaceChildren()));
    text.focus();
  }

  async bring(file) {
    const body = new FormData();
    body.append('file', file);
    this.said.replaceChildren(line(say('Đang đọc…', 'Reading…')));
    try {
      const brought = await answer(await fetch(this.address, {method: 'POST', body, headers: csrf()}));
      this.ask(brought, file.name);
    } catch (refused) {
      const words = line(`${file.name}: ${refused.message}`);
      words.className = 'wrong';
      this.said.replaceChildren(words);
    }
  }

  /** What was typed before is not lost without a word. */
  ask(brought, name) {
    const before = this.list.filled;
    if (!before.length) {
      this.put([], brought, name);
      return;
    }
    const add = button(say('Thêm vào sau', 'Add below'), () => this.put(before, brought, name));
    this.said.replaceChildren(line(say(`Đọc được ${brought.rows.length} dòng. Danh sách đang có ${before.length} dòng:`,
        `${brought.rows.length} rows were read. The list has ${before.length}:`)), add,
    button(say('Thay danh sách', 'Replace the list'), () => this.put([], brought, name)),
    button(say('Thôi', 'Cancel'), () => this.said.replaceChildren()));
    add.focus();
  }

  put(before, {rows, problems, notes}, name) {
    this.list.put([...before, ...rows]);
    this.said.replaceChildren(
        line(say(`Đã nhập ${rows.length} dòng từ ${name}.`, `${rows.length} rows came from ${name}.`)),
        ...notes.map(line), ...this.listed(problems));
    if (problems.length) {
      refuse(this.list.injector, problems.map(({row, key, message}) => (
        {field: `${this.list.key}[${before.length + row}].${key}`, message})));
    }
  }

  listed(problems) {
    if (!problems.length) {
      return [];
    }
    const list = document.createElement('ul');
    list.append(...problems.slice(0, MOST).map(({line: at, column, message}) => {
      const item = document.createElement('li');
      item.textContent = say(`Dòng ${at} của tệp · ${column}: ${message}`, `Line ${at} of the file · ${column}: ${message}`);
      return item;
    }));
    return problems.length > MOST ? [list, line(say(`… và ${problems.length - MOST} chỗ khác`,
        `… and ${problems.length - MOST} more`))] : [list];
  }
}

withLists((list, element) => {
  if (!list.readonly && list.field.allowAddRemove) {
    new Sheet(list, element);
  }
});
