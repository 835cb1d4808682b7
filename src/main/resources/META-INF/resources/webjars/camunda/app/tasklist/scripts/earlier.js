// A form that starts a dossier can begin with what an earlier one says.
import {answer, csrf, ofForm, search} from './calls.js';
import {button} from './elements.js';
import {atRest, blank, container, fill, place, starts, withForms} from './forms.js';
import {language, say} from './language.js';

const WAIT_MILLIS = 250;
const address = injector => `${ofForm('forms', place(injector))}/earlier`;
const read = async from => answer(await fetch(from, {headers: csrf()}));
const day = moment => new Intl.DateTimeFormat(language === 'vi' ? 'vi' : 'en-GB', {
  day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh'}).format(new Date(moment));

class Earlier {
  constructor(injector) {
    this.injector = injector;
    this.box = document.createElement('div');
    this.box.className = 'earlier';
    this.opener = button(say('Lấy từ hồ sơ trước', 'From an earlier dossier'), () => this.open());
    this.box.append(this.opener);
    injector.get('eventBus').on(['attach', 'import.done', 'changed'], () => this.stay());
  }

  /** The page may put the form elsewhere before it is seen. */
  stay() {
    if (container(this.injector).parentNode !== this.box.parentNode) {
      container(this.injector).before(this.box);
    }
  }

  async open() {
    const find = document.createElement('input');
    const label = document.createElement('label');
    this.found = document.createElement('ul');
    find.type = 'search';
    label.append(say('Số hồ sơ, tên người hoặc nội dung', 'Number, name or subject'), find);
    find.addEventListener('input', atRest(() => this.list(find.value), WAIT_MILLIS));
    this.box.replaceChildren(label, this.found, button(say('Thôi', 'Cancel'), () => this.close('')));
    find.focus();
    await this.list('');
  }

  async list(text) {
    this.asked = text;
    const dossiers = await search(address(this.injector), text).then(answer).catch(() => []);
    if (this.asked === text) {
      this.found.replaceChildren(...dossiers.map(({number, title, openedAt}) => this.item(
          button(`${number} · ${title} · ${day(openedAt)}`, () => this.take(number)))));
      if (!dossiers.length) {
        this.found.append(this.item(say('Không có hồ sơ nào.', 'There is none.')));
      }
    }
  }

  item(content) {
    const item = document.createElement('li');
    item.append(content);
    return item;
  }

  async take(number) {
    try {
      const {fields} = await read(`${address(this.injector)}/${encodeURIComponent(number)}`);
      const {data} = this.injector.get('form')._getState();
      fill(this.injector, Object.fromEntries(Object.entries(fields).filter(([key]) => blank(data[key]))));
      this.close(say(`Đã lấy từ hồ sơ ${number}. Những gì đã nhập thì giữ nguyên; những ô còn trống (ngày, số căn cước, …) không được chép: hãy nhập.`,
          `Taken from ${number}. What was typed stays; what is blank (days, citizen numbers, …) is not copied: please type it.`));
    } catch (refused) {
      this.close(refused.message);
    }
  }

  close(words) {
    const said = document.createElement('p');
    said.setAttribute('role', 'status');
    this.box.replaceChildren(this.opener, said);
    said.textContent = words;
    this.opener.focus();
  }
}

withForms(injector => starts(place(injector)) && new Earlier(injector));
