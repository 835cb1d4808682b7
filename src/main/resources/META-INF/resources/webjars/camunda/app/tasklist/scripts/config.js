import {locales, say} from './language.js';

export default {
  app: {
    name: 'TDBVANTQ',
    vendor: 'Phong trào'
  },
  locales,
  disableWelcomeMessage: true,
  // what others import would come twice, as Tasklist asks for these under addresses of its own
  customScripts: ['scripts/session', 'scripts/labels', 'scripts/opening', 'scripts/task-days',
    'scripts/language-switch', 'scripts/form-texts', 'scripts/fixed-texts', 'scripts/typed-text', 'scripts/required',
    'scripts/drafts', 'scripts/sheets', 'scripts/earlier', 'scripts/dossier', 'scripts/subject', 'scripts/search',
    'scripts/offers', 'scripts/ways-out', 'scripts/handbook-link', 'scripts/bell', 'scripts/completed',
    'scripts/sending', 'scripts/choose-all', 'scripts/keyboard', 'scripts/accessibility', 'scripts/phone'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: say('nhận nhiệm vụ đang chọn', 'claims the selected task')
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: say('chuyển đến bộ lọc đầu tiên', 'moves to the first filter')
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: say('chuyển đến nhiệm vụ đầu tiên', 'moves to the first task')
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: say('chuyển đến ô đầu tiên của biểu mẫu', 'moves to the first field of the form')
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: say('lập hồ sơ mới', 'starts a dossier')
    }
  }
};
