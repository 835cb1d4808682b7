export default {
  app: {
    name: 'TDBVANTQ',
    vendor: 'Phong trào'
  },
  locales: {
    availableLocales: ['vi', 'en'],
    fallbackLocale: 'vi'
  },
  disableWelcomeMessage: true,
  customScripts: ['scripts/session', 'scripts/labels', 'scripts/form-texts', 'scripts/dossier'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'nhận nhiệm vụ đang chọn'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'chuyển đến bộ lọc đầu tiên'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'chuyển đến nhiệm vụ đầu tiên'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'chuyển đến ô đầu tiên của biểu mẫu'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'lập hồ sơ mới'
    }
  }
};
