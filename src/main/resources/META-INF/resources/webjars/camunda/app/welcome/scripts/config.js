import {locales, root, say} from '../../tasklist/scripts/language.js';

export default {
  app: {
    name: 'TDBVANTQ',
    vendor: 'Phong trào'
  },
  locales,
  disableWelcomeMessage: true,
  links: [
    {
      label: say('Tài khoản và mật khẩu', 'Account and password'),
      description: say('Đổi mật khẩu, xem các thiết bị đang đăng nhập', 'Change your password, see where you are signed in'),
      href: `${root}/account`
    }
  ],
  customScripts: ['../tasklist/scripts/session', '../tasklist/scripts/labels', '../tasklist/scripts/language-switch',
    '../tasklist/scripts/ways-out', '../tasklist/scripts/fixed-texts']
};
