export default {
  customScripts: ['../tasklist/scripts/session']
};
