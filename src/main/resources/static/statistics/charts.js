// Draws the tables of figures above themselves. The tables stay: they are what a screen reader reads.
const language = document.documentElement.lang;
const look = getComputedStyle(document.documentElement);
const colours = ['--link', '--red', '--quiet', '--line'].map(name => look.getPropertyValue(name).trim());

function draw(table) {
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  const labels = rows.map(row => row.cells[heads.findIndex(head => 'labels' in head.dataset)].textContent.trim());
  const series = heads.flatMap((head, place) => 'series' in head.dataset ? [{
    type: 'bar', name: head.textContent.trim(), barMaxWidth: 28, stack: table.dataset.chart === 'stack' ? 'all' : undefined,
    data: rows.map(row => row.cells[place].dataset.value === undefined ? null : Number(row.cells[place].dataset.value))
  }] : []);
  const unit = heads.map(head => head.dataset.series).find(sign => sign) ?? '';
  const narrow = table.parentElement.clientWidth < 600;
  const box = document.createElement('div');
  box.className = 'chart';
  box.setAttribute('aria-hidden', 'true');
  box.style.height = `${80 + labels.length * (narrow ? 42 : 30) * (table.dataset.chart === 'stack' ? 1 : Math.max(1, series.length * .7))}px`;
  table.parentElement.before(box);
  const chart = echarts.init(box);
  chart.setOption({
    animation: false, color: colours, tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}},
    textStyle: {fontFamily: look.getPropertyValue('--typeface'), color: look.getPropertyValue('--ink')},
    legend: series.length > 1 ? {type: 'scroll', top: 0, left: 0} : undefined,
    grid: {left: 8, right: 40, top: series.length > 1 ? 36 : 8, bottom: 8, containLabel: true},
    xAxis: {type: 'value', minInterval: 1, max: unit === '%' ? 100 : undefined, splitNumber: narrow ? 2 : 5,
      axisLabel: {hideOverlap: true, formatter: value => value.toLocaleString(language) + unit}},
    yAxis: {type: 'category', inverse: true, data: labels,
      axisLabel: {width: narrow ? 110 : 320, overflow: 'break', lineHeight: 15, color: look.getPropertyValue('--ink')}},
    series: series.map(one => ({...one, label: {show: series.length === 1, position: 'right', formatter: ({value}) => value === null ? '' : value.toLocaleString(language) + unit}}))
  });
  addEventListener('resize', () => chart.resize());
}

document.querySelectorAll('table[data-chart]').forEach(table => table.tBodies[0].rows.length > 1 && draw(table));
