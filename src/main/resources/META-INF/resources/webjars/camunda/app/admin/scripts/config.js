import {locales, say} from '../../tasklist/scripts/language.js';

export default {
  app: {
    name: say('TDBVANTQ - Quản trị', 'TDBVANTQ - Admin'),
    vendor: 'Phong trào'
  },
  locales,
  disableWelcomeMessage: true,
  customScripts: ['../tasklist/scripts/session', '../tasklist/scripts/labels', '../tasklist/scripts/dates',
    '../tasklist/scripts/language-switch', '../tasklist/scripts/ways-out', '../tasklist/scripts/fixed-texts']
};
