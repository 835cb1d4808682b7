// Tasklist says how long ago or ahead a day is, by the browser's clock; the day itself is shown, always past this threshold.
window.angular.module('angularMoment').run(['amTimeAgoConfig', config =>
  Object.assign(config, {fullDateThreshold: -Infinity, fullDateFormat: 'DD/MM/YYYY'})]);
